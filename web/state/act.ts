import type { Command, CommandName, Payload } from '#shared/wire/command.ts'
import type { Refusal } from '#shared/wire/refusal.ts'
import { textFaults } from '#shared/wire/text-faults.ts'
import { reportFault, work, workStarted } from './engine.ts'
import { expectedRevs, withChanges } from './mirror.ts'
import { serverNow } from './now.ts'
import { preview } from './preview.ts'
import { loadDecisions, mirror, untilShown } from './rows.ts'
import { me, session } from './session.ts'
import { skew } from './skew.ts'
import { makeTaps } from './taps.ts'

/** `failed`: the phone could not store it; nothing happened, what was typed must stay on the screen. */
export type Acted =
  | { queued: string; refused?: undefined; failed?: undefined }
  | { refused: Refusal; queued?: undefined; failed?: undefined }
  | { failed: 'storage' | 'session'; queued?: undefined; refused?: undefined }

/**
 * A person's act. The server's own rule previews it on what is cached: refused → the reason at once, nothing is
 * queued. Else it is stored on the phone, shown as pending, and sent with signal. `subject`: the transfer's id for
 * all that is about a transfer, `<hospital>:<bed>` for beds, the scope for phases: one at a time, in order.
 * The same act twice within two seconds is one act: a double tap gets the first one's answer.
 */
export function act<N extends CommandName>(
  name: N,
  payload: Payload<N>,
  about: { subject: string },
): Promise<Acted> {
  // Both fixed at the tap: sent again it is the same command.
  const clock = { at: new Date().toISOString(), ...skew() }
  return tap(JSON.stringify([name, payload, about.subject]), () =>
    perform({ id: crypto.randomUUID(), name, ...clock, payload } as Command, about.subject),
  )
}

const tap = makeTaps<Acted>({
  clock: Date.now,
  shown: ({ queued }) => (queued === undefined ? undefined : untilShown(queued)),
  onFault: reportFault,
})

async function perform(command: Command, subject: string): Promise<Acted> {
  const running = work() ?? (await workStarted())
  if (running === undefined) return { failed: session() ? 'storage' : 'session' }
  // What identifies a patient does not leave this device, nor enter its queue.
  const fields = textFaults(command.payload)
  if (fields.length > 0) return { refused: { code: 'text.identity', fields } }
  const seen = await look(command)
  if ('refused' in seen) return { refused: seen.refused }
  try {
    return { queued: await running.outbox.enqueue(command, subject, seen.expect) }
  } catch (fault) {
    reportFault(fault)
    return { failed: 'storage' }
  }
}

type Seen = { refused: Refusal } | { expect: Record<string, number> }

/** Without the rows or the rules there is no preview: the server decides. */
async function look(command: Command): Promise<Seen> {
  const rules = await loadDecisions().catch(() => null)
  const rows = mirror()
  if (rules === null || rows === undefined) return { expect: {} }
  const seen = preview(command, rows, { person: me(), now: serverNow() }, rules)
  if ('refused' in seen) return seen
  return { expect: 'changes' in seen ? expectedRevs(withChanges(rows, seen.changes), seen.changes) : {} }
}

// THE HINGE: one transaction per command. Seen this id? · load · decide (shared) · save · append events · answer.
// Called by server/http/commands.ts and by the demo's morning; the only place that changes transfers.
import { isSystem, type Person } from '#shared/access/parties.ts'
import { followTurn } from '#shared/alerts/follow-turn.ts'
import { type Act, BY_ITSELF, type Via } from '#shared/record/act.ts'
import { capacityOf, commandAct } from '#shared/record/acts.ts'
import { actTime } from '#shared/wire/act-time.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Command, CommandName, Receipt } from '#shared/wire/command.ts'
import type { Decided, DecisionRow, World } from '#shared/wire/decision.ts'
import { type Refusal, refuse } from '#shared/wire/refusal.ts'
import { drawCode } from './codes.ts'
import { derivedId } from './derived-id.ts'
import { saveDecided } from './save-decided.ts'
import { type Answer, answerCommand, claimCommand } from './store/commands.ts'
import { saveAct } from './store/record.ts'
import type { Store, Tx } from './store/store.ts'
import { openCodesAt } from './store/transfers.ts'
import { loadWorld } from './store/world.ts'

export type Decisions = { [N in CommandName]: DecisionRow<N> }
export type Hinge = {
  store: Store
  decisions: Decisions
  now: () => Date
  random: (bytes: number) => Buffer
}
/** `hash` is that of the body as sent: the same id with another body is another command. */
export type Sent = { person: Person; command: Command; hash: string; via?: Via }
export type Outcome = Answer

const ATTEMPTS = 5

/**
 * Performs a command once, and records it in the same transaction. Sent again with the same body it gives the first
 * answer, a refusal too: who was told no does not find it done later by a copy that lay on the way. Throws what the
 * store throws when the database is away or broken.
 */
export async function perform(hinge: Hinge, sent: Sent): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // Another command got there first: its facts are there now. An id of ours that exists stays a conflict.
      const outcome = await (attempt > ATTEMPTS
        ? told(hinge, sent, refuse('already-exists').refused)
        : once(hinge, sent))
      if (!('refused' in outcome)) hinge.store.notify()
      return outcome
    } catch (error) {
      if (error instanceof Undone) return { refused: error.refusal }
      if (hinge.store.kindOf(error) !== 'conflict' || attempt > ATTEMPTS) throw error
    }
  }
}

/** What the first of this id was answered; null when this is the first. */
async function seenBefore(tx: Tx, sent: Sent, entered: string): Promise<Outcome | null> {
  const { person, command, hash } = sent
  const claim = { id: command.id, hash, person: person.id, at: command.at, entered }
  const seen = await claimCommand(tx, claim)
  if (seen === null) return null
  if (seen.hash === hash) return seen.answer
  return recorded(tx, sent, refuse('command.mismatch').refused, null, entered)
}

const told = ({ store, now }: Hinge, sent: Sent, refusal: Refusal): Promise<Outcome> =>
  store.transaction(async (tx) => {
    const entered = now().toISOString()
    return (await seenBefore(tx, sent, entered)) ?? (await refused(tx, sent, refusal, null, entered))
  })

/** Nothing was written but the claim: it keeps the refusal. */
async function refused(
  tx: Tx,
  sent: Sent,
  refusal: Refusal,
  transfer: Transfer | null,
  entered: string,
): Promise<Outcome> {
  // The server's own act that came too late is nobody's: another server did it, or a person acted. Its id may yet
  // come at its time.
  if (isSystem(sent.person)) throw new Undone(refusal)
  await answerCommand(tx, sent.command.id, { refused: refusal })
  return recorded(tx, sent, refusal, transfer, entered)
}

async function recorded(
  tx: Tx,
  { person, command, via = BY_ITSELF }: Sent,
  refusal: Refusal,
  transfer: Transfer | null,
  at: string,
): Promise<Outcome> {
  const ended = { capacity: capacityOf(person, transfer), refused: refusal.code }
  await saveAct(tx.db, commandAct({ at, person, via }, command, transfer, ended))
  return { refused: refusal }
}

/** Rolls the transaction back and carries the refusal out of it. */
class Undone extends Error {
  refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

function once({ store, decisions, now, random }: Hinge, sent: Sent): Promise<Outcome> {
  const { person, command } = sent
  const entered = now().toISOString()
  const { at, corrected } = actTime(command, entered)
  return store.transaction(async (tx) => {
    const seen = await seenBefore(tx, sent, entered)
    if (seen !== null) return seen
    const row = decisions[command.name] as DecisionRow<CommandName>
    const loaded = await loadWorld(tx, command, person, row.loads)
    const code = command.name === 'transfer.submit' ? await freshCode(tx, person, random) : ''
    const decision = row.decide(loaded.world, command.payload, { person, now: entered, at, corrected, code })
    if ('refused' in decision) return refused(tx, sent, decision.refused, loaded.world.transfer, entered)

    const happened = decision.at ?? at
    const receipt = receiptOf(command, happened, decision, code)
    await answerCommand(tx, command.id, receipt)
    const whole = followTurn(loaded.world, decision, {
      now: entered,
      alert: derivedId(command.id, 'alert'),
    })
    await saveDecided(tx, loaded, whole, {
      at: happened,
      corrected: corrected || happened !== at,
      entered,
      person: person.id,
      command: command.id,
    })
    await saveAct(tx.db, actOf(sent, loaded.world, decision, entered, code))
    return receipt
  })
}

/** What a submit brings about is known by its payload's id and its fresh code. */
function actOf(
  { person, command, via = BY_ITSELF }: Sent,
  { transfer }: World,
  { as }: Decided,
  at: string,
  code: string,
): Act {
  const filed = command.name === 'transfer.submit' ? { id: command.payload.transfer, code } : null
  const own = capacityOf(person, transfer, as)
  const capacity = filed === null ? own : { ...own, basis: 'referrer' as const }
  return commandAct({ at, person, via }, command, filed ?? transfer, { capacity })
}

async function freshCode({ db }: Tx, { memberships }: Person, random: Hinge['random']): Promise<string> {
  return drawCode(
    random,
    await openCodesAt(
      db,
      memberships.map(({ org }) => org),
    ),
  )
}

/** The subject is what the command is about: the id its payload gives it, or that of the first row it changed. */
function receiptOf({ id, name, payload }: Command, at: string, { changes }: Decided, code: string): Receipt {
  const named: Record<string, unknown> = payload
  const own = named[name.slice(0, name.indexOf('.'))]
  const subject = typeof own === 'string' ? own : (changes[0]?.id ?? '')
  return { id, at, subject, ...(code === '' ? {} : { code }) }
}

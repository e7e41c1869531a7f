// Finds in the rows what is due now and performs it as the system's commands. Their ids follow from what they are
// about, so that several servers do each thing once. Called by timers.ts.
import { SYSTEM } from '#shared/access/parties.ts'
import type { Alert } from '#shared/alerts/alert.ts'
import { dueAct, dueAt, isArrival, levelSince, minutesAfter } from '#shared/alerts/due.ts'
import type { Beds } from '#shared/beds/beds.ts'
import { STALE_AFTER_MINUTES } from '#shared/beds/capacity.ts'
import { bedsDueAt, remindAfter, reminderDue } from '#shared/beds/remind.ts'
import type { TransferState } from '#shared/transfers/transfer.ts'
import { helpDue } from '#shared/transport/decide-help.ts'
import type { Command, Payload, SystemCommand } from '#shared/wire/command.ts'
import { derivedId } from '#server/derived-id.ts'
import { log } from '#server/log.ts'
import { type Hinge, perform } from '#server/perform.ts'
import { dueAlerts, openAlerts, transfersWithoutAlert } from '#server/store/alerts.ts'
import { dueBeds, setBedsDue } from '#server/store/beds.ts'
import { registerOf } from '#server/store/register.ts'
import { lapsedEmergencies, loadTransfer } from '#server/store/transfers.ts'
import { type Roles, unheardAlerts } from './lapsed.ts'

/** In one look; what is left over is for the next. */
const AT_MOST = 100
/** Every hospital at both levels of care. */
const ALL_BEDS = 500
/** States in which somebody's turn has a limit (shared/transfers/acts-now.ts). */
const LIMITED: readonly TransferState[] = ['submitted', 'verifying', 'matching', 'offered', 'reserved']

/** Gives how many things it did. Throws what the store throws. */
export async function doDue(hinge: Hinge, roles: Roles): Promise<number> {
  const { query } = hinge.store
  let done = 0
  for (const { id, rev } of await transfersWithoutAlert(query, LIMITED, AT_MOST)) {
    const payload = { alert: derivedId('raised', id, rev), transfer: id }
    done += await send(hinge, 'alert.raise', derivedId('raise', id, rev), payload)
  }
  done += await retime(hinge)
  for (const { id, rev } of await lapsedEmergencies(query, hinge.now().toISOString(), AT_MOST))
    done += await send(hinge, 'emergency.end', derivedId('emergency', id, rev), { transfer: id })
  for (const { alert, lapsed } of await unheardAlerts(query, roles, hinge.now().toISOString()))
    done += await escalate(hinge, alert, lapsed)
  for (const alert of await dueAlerts(query, hinge.now().toISOString(), AT_MOST))
    done += await moveOn(hinge, alert)
  return done + (await tendBeds(hinge)) + (await settleHelp(hinge))
}

/** Rows know when they grow stale; where the reminder was set earlier, those are looked at that will be stale soon. */
async function tendBeds(hinge: Hinge): Promise<number> {
  const { query } = hinge.store
  const now = hinge.now().toISOString()
  const after = remindAfter(await registerOf(query, ['setting']), now)
  const isEarly = after < STALE_AFTER_MINUTES
  const until = isEarly ? minutesAfter(now, STALE_AFTER_MINUTES - after) : now
  let done = 0
  for (const beds of await dueBeds(query, until, isEarly ? ALL_BEDS : AT_MOST))
    if ((bedsDueAt(beds) ?? now) <= now || reminderDue(beds, now, after) !== null)
      done += await tend(hinge, beds, after)
  return done
}

/** Requests for MICU help whose clock ran out, or whose move needs none any more. */
async function settleHelp(hinge: Hinge): Promise<number> {
  const { query } = hinge.store
  let done = 0
  for (const help of await registerOf(query, ['help'])) {
    const { id, rev, transfer } = help
    const due = helpDue(help, await loadTransfer(query, transfer), hinge.now().toISOString())
    if (due !== null)
      done += await send(hinge, 'help.settle', derivedId('help', id, rev), { help: id, transfer, rev })
  }
  return done
}

/** Where minutes were set anew: each open alert whose time is another by them. */
async function retime(hinge: Hinge): Promise<number> {
  const { query } = hinge.store
  const settings = await registerOf(query, ['setting'])
  if (settings.length === 0) return 0
  const held = { settings, now: hinge.now().toISOString() }
  let done = 0
  for (const alert of await openAlerts(query)) {
    if (isArrival(alert) || dueAt(alert, levelSince(alert), held) === alert.dueAt) continue
    done += await send(hinge, 'alert.retime', derivedId('retime', alert.id, alert.rev), { alert: alert.id })
  }
  return done
}

/** A correction whose time has come ends first: what lies beneath may be old. */
async function tend(hinge: Hinge, beds: Beds, after: number): Promise<number> {
  const now = hinge.now().toISOString()
  const { id, rev, hospital, bed, correction } = beds
  if (correction != null && correction.until <= now)
    return send(hinge, 'beds.lapse', derivedId('lapse', id, rev), { hospital, bed })
  const level = reminderDue(beds, now, after)
  if (level !== null)
    return send(hinge, 'beds.remind', derivedId('remind', id, rev), { hospital, bed, level })
  await setBedsDue(hinge.store.query, beds)
  return 0
}

const escalate = (hinge: Hinge, { id, level }: Alert, lapsed?: string): Promise<number> =>
  send(hinge, 'alert.escalate', derivedId('escalate', id, level), {
    alert: id,
    level,
    ...(lapsed === undefined ? {} : { lapsed }),
  })

function moveOn(hinge: Hinge, alert: Alert): Promise<number> {
  const { reservation, id, dueAt: due } = alert
  const what = dueAct(alert)
  if (what === 'escalate') return escalate(hinge, alert)
  if (what === 'remind')
    return due === null
      ? Promise.resolve(0)
      : send(hinge, 'alert.remind', derivedId('remind', id, due), { alert: id, due })
  if (reservation === null) return Promise.resolve(0)
  return send(hinge, 'reservation.expire', derivedId('expire', reservation), { reservation })
}

/**
 * 1 when this server did it. A refusal means that somebody acted, or another server was first. A fault is this one's own:
 * nobody else's alert waits for it.
 */
async function send<N extends SystemCommand>(
  hinge: Hinge,
  name: N,
  id: string,
  payload: Payload<N>,
): Promise<number> {
  const command = { id, name, at: hinge.now().toISOString(), payload } as unknown as Command
  const outcome = await perform(hinge, { person: SYSTEM, command, hash: 'system' }).catch(
    (error: unknown) => {
      if (hinge.store.kindOf(error) !== 'fault') throw error
      log.error({ err: error, act: name }, 'one thing that is due could not be done')
      return null
    },
  )
  return outcome === null || 'refused' in outcome ? 0 : 1
}

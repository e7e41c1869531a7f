// Lets old data go: clinical fields after the letter was taken over, timelines after 90 days, lines of the record after
// five years by whole sealed days. One transfer a transaction, each recorded. Called by retention.ts.
import {
  alertAudience,
  reservationAudience,
  rideAudience,
  transferAudience,
} from '#shared/access/audience.ts'
import { SYSTEM } from '#shared/access/parties.ts'
import { BY_ITSELF, type OtherAct } from '#shared/record/act.ts'
import { readAct } from '#shared/record/acts.ts'
import { decidePurge, type Purge } from '#shared/retention/decide-purge.ts'
import { missingLetters } from '#shared/retention/letters.ts'
import { keptOf } from '#shared/retention/kept-figures.ts'
import { transferFacts } from '#shared/reports/transfer-facts.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { BY_SYSTEM } from '#shared/wire/event.ts'
import { derivedId } from '#server/derived-id.ts'
import { alertsOf } from '#server/store/alerts.ts'
import type { Shift } from '#server/store/audience.ts'
import { appendEvents, eventsOf } from '#server/store/events.ts'
import { saveAct } from '#server/store/record.ts'
import { reservationsOf } from '#server/store/reservations.ts'
import {
  addFigures,
  dropClinical,
  dropTransfer,
  hasPrivate,
  isHeld,
  wasReminded,
} from '#server/store/retention.ts'
import { ridesOf } from '#server/store/rides.ts'
import type { Store, Tx } from '#server/store/store.ts'
import { lockTransfer } from '#server/store/transfers.ts'
import { lettersTaken } from './taken-over.ts'

/** A hospital is reminded of a letter again after so many hours. */
const REMIND_HOURS = 24

/** `missing`: the hospitals to be reminded now of a letter they have not taken over. */
export type Purged = { what: Purge; transfer: Transfer | null; missing: string[] }

/**
 * Decides under the transfer's lock, so that of several servers one does it. `reminds`: somebody can be told. Gives what
 * was done.
 */
export function purge(store: Store, id: string, now: string, reminds: boolean): Promise<Purged> {
  return store.transaction(async (tx) => {
    const transfer = await lockTransfer(tx, id)
    if (transfer === null) return { what: 'keep', transfer, missing: [] }
    const facts = {
      transfer,
      hasClinical: await hasPrivate(tx.db, id),
      takenOverBy: await lettersTaken(tx.db, transfer),
      isHeld: await isHeld(tx.db, id),
    }
    const what = decidePurge(facts, now)
    if (what === 'clinical') {
      await dropClinical(tx, id)
      await record(tx, 'retention.clinical', transfer, now)
    }
    if (what === 'timeline') await purgeTimeline(tx, transfer, now)
    const isReminded = what === 'remind' && reminds && (await remind(tx, transfer, now))
    return { what, transfer, missing: isReminded ? missingLetters(transfer, facts.takenOverBy) : [] }
  })
}

/** Once a day: the record says that it was, so that of several servers one does it. */
async function remind(tx: Tx, transfer: Transfer, now: string): Promise<boolean> {
  const since = new Date(Date.parse(now) - REMIND_HOURS * 3_600_000).toISOString()
  if (await wasReminded(tx.db, transfer.id, since)) return false
  await record(tx, 'retention.remind', transfer, now)
  return true
}

const record = (tx: Tx, event: OtherAct, transfer: Transfer, at: string): Promise<void> =>
  saveAct(tx.db, readAct({ at, person: SYSTEM, via: BY_ITSELF }, event, { id: transfer.id, transfer }))

async function purgeTimeline(tx: Tx, transfer: Transfer, now: string): Promise<void> {
  const events = (await eventsOf(tx.db, transfer.id)).map(({ event }) => event)
  await addFigures(tx, transferFacts(events).map(keptOf))
  const shifts = await shiftsOf(tx, transfer)
  await dropTransfer(tx, transfer.id)
  await record(tx, 'retention.timeline', transfer, now)
  // The rows leave the phones that still hold them; the event itself is told to nobody.
  await appendEvents(tx, [goneEvent(transfer, shifts, now)])
}

async function shiftsOf(tx: Tx, transfer: Transfer): Promise<Shift[]> {
  const gone = (subject: Shift['subject'], id: string, before: string[]): Shift => ({
    subject,
    id,
    before: [...new Set(before)],
    after: [],
  })
  return [
    gone('transfer', transfer.id, transferAudience(transfer)),
    ...(await reservationsOf(tx.db, transfer.id)).map((row) =>
      gone('reservation', row.id, reservationAudience(row, transfer)),
    ),
    ...(await ridesOf(tx.db, transfer.id)).map((row) => gone('ride', row.id, rideAudience(transfer, row))),
    ...(await alertsOf(tx.db, transfer.id)).map((row) => gone('alert', row.id, alertAudience(row))),
  ]
}

const goneEvent = ({ id, rev }: Transfer, shifts: Shift[], now: string) => ({
  event: {
    name: 'transfer.purged' as const,
    subject: 'transfer' as const,
    id,
    data: {},
    rev: rev + 1,
    transfer: null,
    at: now,
    entered: now,
    by: BY_SYSTEM,
  },
  person: SYSTEM.id,
  command: derivedId('purged', id),
  audience: [],
  shifts,
})

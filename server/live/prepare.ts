// Turns a stored event into the bytes that go to every listener: serialised once, however many there are.
// Used by live.ts.
import type { Key } from '#shared/access/audience.ts'
import type { News, Subject } from '#shared/wire/event.ts'
import { loadAlert } from '#server/store/alerts.ts'
import { audienceOf, type Shift } from '#server/store/audience.ts'
import type { Changed } from '#server/store/changed.ts'
import type { Spot, StoredEvent } from '#server/store/events.ts'
import { loadReservation } from '#server/store/reservations.ts'
import { loadRide } from '#server/store/rides.ts'
import type { Db } from '#server/store/store.ts'
import { loadTransfer } from '#server/store/transfers.ts'

/** A change of sight with the frames for who gained it and who lost it. `now`: who may see the row at this moment. */
export type PreparedShift = { of: Shift; own: boolean; row: Buffer | null; gone: Buffer; now: Key[] }
export type Prepared = Spot & {
  /** The transfer it is about; what hangs on one shifts with it. */
  transfer: string | null
  bytes: Buffer
  audience: Key[]
  shifts: PreparedShift[]
}

const frame = (news: News): Buffer => Buffer.from(`data: ${JSON.stringify(news)}\n\n`)

/** `withShifts`: whether anybody may gain or lose sight, so that the rows are worth loading. */
export async function prepare(db: Db, stored: StoredEvent, withShifts: boolean): Promise<Prepared> {
  const { seq, mark, event, audience } = stored
  const shifts = withShifts
    ? await Promise.all(stored.shifts.map((of) => prepareShift(db, of, event.id)))
    : []
  return { seq, mark, transfer: event.transfer, bytes: frame({ kind: 'event', event }), audience, shifts }
}

/** Whole rows as they are now, and what is out of sight. A stored row is JSON already. */
export const changedFrames = ({ rows, gone }: Changed): Buffer[] => [
  ...rows.map(({ subject, id, row }) =>
    Buffer.from(`data: {"kind":"row","subject":"${subject}","id":${JSON.stringify(id)},"row":${row}}\n\n`),
  ),
  ...gone.map(({ subject, id }) => frame({ kind: 'gone', subject, id })),
]

async function prepareShift(db: Db, of: Shift, own: string): Promise<PreparedShift> {
  const { subject, id } = of
  const row = await loadRow(db, subject, id)
  return {
    of,
    own: id === own,
    row: row === null ? null : frame({ kind: 'row', subject, id, row }),
    gone: frame({ kind: 'gone', subject, id }),
    now: await audienceOf(db, subject, id),
  }
}

/** Beds and phases never change hands. */
async function loadRow(db: Db, subject: Subject, id: string): Promise<Record<string, unknown> | null> {
  if (subject === 'transfer') return loadTransfer(db, id)
  if (subject === 'reservation') return loadReservation(db, id)
  if (subject === 'alert') return loadAlert(db, id)
  return subject === 'ride' ? loadRide(db, id) : null
}

// Turns a stored event into the bytes that go to every listener: serialised once, however many there are.
// Used by live.ts.
import type { Key } from '#shared/access/audience.ts'
import type { News, Subject } from '#shared/wire/event.ts'
import { audienceOf, type Shift } from '#server/store/audience.ts'
import type { StoredEvent } from '#server/store/events.ts'
import { loadReservation } from '#server/store/reservations.ts'
import { loadRide } from '#server/store/rides.ts'
import type { Db } from '#server/store/store.ts'
import { loadTransfer } from '#server/store/transfers.ts'

/** A change of sight with the frames for who gained it and who lost it. `now`: who may see the row at this moment. */
export type PreparedShift = { of: Shift; own: boolean; row: Buffer | null; gone: Buffer; now: Key[] }
export type Prepared = { seq: number; bytes: Buffer; audience: Key[]; shifts: PreparedShift[] }

const frame = (news: News): Buffer => Buffer.from(`data: ${JSON.stringify(news)}\n\n`)

/** `withShifts`: whether anybody may gain or lose sight, so that the rows are worth loading. */
export async function prepare(db: Db, stored: StoredEvent, withShifts: boolean): Promise<Prepared> {
  const { seq, event, audience } = stored
  const shifts = withShifts
    ? await Promise.all(stored.shifts.map((of) => prepareShift(db, of, event.id)))
    : []
  return { seq, bytes: frame({ kind: 'event', event }), audience, shifts }
}

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
  return subject === 'ride' ? loadRide(db, id) : null
}

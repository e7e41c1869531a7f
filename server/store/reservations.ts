// Reservations in the database. Used by the hinge's world and by the reads.
import { isLive, type Reservation } from '#shared/beds/reservation.ts'
import { byId, ofTransfer, parsed } from './load-row.ts'
import { flag, saver } from './save-row.ts'
import type { Db, Tx } from './store.ts'

export const loadReservation = byId<Reservation>('reservations')

const found = ofTransfer<Reservation>('reservations')
/** Oldest offer first. */
export const reservationsOf = async (db: Db, transfer: string): Promise<Reservation[]> =>
  (await found(db, transfer)).sort((a, b) => (a.offeredAt < b.offeredAt ? -1 : 1))

const CHUNK = 500

/** Of many transfers at once, in no order. */
export async function reservationsOfAll(db: Db, transfers: readonly string[]): Promise<Reservation[]> {
  const found: Reservation[] = []
  for (let at = 0; at < transfers.length; at += CHUNK) {
    const ids = transfers.slice(at, at + CHUNK)
    const rows = await db.selectFrom('reservations').select('row').where('transfer', 'in', ids).execute()
    found.push(...rows.map(parsed<Reservation>))
  }
  return found
}

const columnsOf = (reservation: Reservation) => ({
  id: reservation.id,
  rev: reservation.rev,
  transfer: reservation.transfer,
  hospital: reservation.hospital,
  live: flag(isLive(reservation)),
  row: JSON.stringify(reservation),
})

const save = saver<ReturnType<typeof columnsOf>>('reservations', ['transfer', 'hospital'])
/** `before`: the revision that was read, 0 for a new row. */
export const saveReservation = (tx: Tx, reservation: Reservation, before: number): Promise<void> =>
  save(tx, columnsOf(reservation), before)

/** Hospital → how many live reservations it has, of these that have any. */
export async function heldAt(db: Db, hospitals: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('reservations')
    .select(['hospital', (of) => of.fn.countAll().as('held')])
    .where('live', '=', 1)
    .where('hospital', 'in', hospitals)
    .groupBy('hospital')
    .execute()
  return new Map(rows.map(({ hospital, held }) => [hospital, Number(held)]))
}

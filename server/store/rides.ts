// Rides in the database. A vehicle's next ride takes its next turn, and a turn is taken once: that guards against
// double booking (docs/decisions/002). Used by the hinge's world and by the reads.
import { sql } from 'kysely'
import { isActive, type Ride } from '#shared/rides/ride.ts'
import { byId, ofTransfer, parsed } from './load-row.ts'
import { keepPositionOf } from './positions.ts'
import { expectOne, flag } from './save-row.ts'
import type { Db, Tx } from './store.ts'

export const loadRide = byId<Ride>('rides')
export const ridesOf = ofTransfer<Ride>('rides')

/** Every ride that holds a vehicle now. */
export async function activeRides(db: Db): Promise<Ride[]> {
  const rows = await db.selectFrom('rides').select('row').where(sql<boolean>`active = 1`).execute()
  return rows.map(parsed<Ride>)
}

/** Read before the rides that a new plan is held against: whoever plans in between takes this turn. */
export async function nextTurn(db: Db, vehicle: string): Promise<number> {
  const last = await db
    .selectFrom('rides')
    .select('turn')
    .where('vehicle', '=', vehicle)
    .orderBy('turn', 'desc')
    .executeTakeFirst()
  return (last?.turn ?? 0) + 1
}

export async function insertRide({ db }: Tx, ride: Ride, turn: number): Promise<void> {
  await db
    .insertInto('rides')
    .values({ ...columnsOf(ride), turn })
    .execute()
}

/** `before`: the revision that was read. `turn`: the one it takes of another vehicle; 0: it keeps its own. */
export async function saveRide({ db }: Tx, ride: Ride, before: number, turn = 0): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('rides')
    .set({ ...columnsOf(ride), ...(turn === 0 ? {} : { turn }) })
    .where('id', '=', ride.id)
    .where('rev', '=', before)
    .executeTakeFirstOrThrow()
  expectOne(numUpdatedRows)
  await keepPositionOf(db, ride)
}

const columnsOf = (ride: Ride) => ({
  id: ride.id,
  rev: ride.rev,
  transfer: ride.transfer,
  vehicle: ride.vehicle,
  active: flag(isActive(ride)),
  row: JSON.stringify(ride),
})

// Rides in the database; an index gives a vehicle at most one active ride. Used by the hinge's world and the reads.
import { isActive, type Ride } from '#shared/rides/ride.ts'
import { expectOne, flag } from './save-row.ts'
import type { Db, Tx } from './store.ts'

const parse = ({ row }: { row: string }): Ride => JSON.parse(row) as Ride

export async function loadRide(db: Db, id: string): Promise<Ride | null> {
  const found = await db.selectFrom('rides').select('row').where('id', '=', id).executeTakeFirst()
  return found === undefined ? null : parse(found)
}

export async function ridesOf(db: Db, transfer: string): Promise<Ride[]> {
  const rows = await db.selectFrom('rides').select('row').where('transfer', '=', transfer).execute()
  return rows.map(parse)
}

/** Every ride that holds a vehicle now. */
export async function activeRides(db: Db): Promise<Ride[]> {
  const rows = await db.selectFrom('rides').select('row').where('active', '=', 1).execute()
  return rows.map(parse)
}

/** `before`: the revision that was read, 0 for a new row. */
export async function saveRide({ db }: Tx, ride: Ride, before: number): Promise<void> {
  const columns = {
    id: ride.id,
    rev: ride.rev,
    transfer: ride.transfer,
    vehicle: ride.vehicle,
    active: flag(isActive(ride)),
    row: JSON.stringify(ride),
  }
  if (before === 0) await db.insertInto('rides').values(columns).execute()
  else
    expectOne(
      await db
        .updateTable('rides')
        .set(columns)
        .where('id', '=', ride.id)
        .where('rev', '=', before)
        .executeTakeFirst(),
    )
}

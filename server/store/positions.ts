// The last position of a ride, where its crew tells it: one row a ride, written over. Used by server/http/ride-position.ts,
// which writes and reads it, by rides.ts at a hand-over, and by server/retention, which lets it go.
import { hasPosition, type KeptPosition } from '#shared/rides/position.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Db } from './store.ts'

export async function savePosition(db: Db, kept: KeptPosition): Promise<void> {
  const { ride, ...told } = kept
  await db
    .insertInto('positions')
    .values({ ride, ...told })
    .onConflict((conflict) => conflict.column('ride').doUpdateSet(told))
    .execute()
}

export async function positionOf(db: Db, ride: string): Promise<KeptPosition | null> {
  return (await db.selectFrom('positions').selectAll().where('ride', '=', ride).executeTakeFirst()) ?? null
}

/** Only what this person told. */
export async function dropPosition(db: Db, ride: string, person: string): Promise<void> {
  await db.deleteFrom('positions').where('ride', '=', ride).where('person', '=', person).execute()
}

/** Goes with who told it, in the transaction that ends their drive: handed over, handed on, taken over by another. */
export async function keepPositionOf(db: Db, ride: Ride): Promise<void> {
  const ofRide = db.deleteFrom('positions').where('ride', '=', ride.id)
  const { crew, vehicle } = ride
  if (crew === null || !hasPosition(ride)) await ofRide.execute()
  else await ofRide.where((is) => is.or([is('person', '!=', crew), is('vehicle', '!=', vehicle)])).execute()
}

/** Gives how many went. */
export async function dropPositions(db: Db, before: string): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('positions').where('at', '<=', before).executeTakeFirst()
  return Number(numDeletedRows)
}

// What the crews of the morning's rides met on the way, as a note of just now: who is there, and of every other one on
// the road. Called by morning.ts, which performs it.
import { RIDE_NOTES, type RideState } from '#shared/rides/ride.ts'
import { activeRides } from '#server/store/rides.ts'
import type { Db } from '#server/store/store.ts'
import { command, type Sent } from './command.ts'
import type { Seeded } from './seeded.ts'

const WITH_PATIENT: readonly RideState[] = ['departed', 'at-destination', 'handed-over']
const EACH = 2

export async function metOnTheRoad(db: Db, random: Seeded): Promise<Sent[]> {
  const rides = (await activeRides(db)).filter(({ state }) => WITH_PATIENT.includes(state))
  return rides
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .filter(({ state }, place) => state !== 'departed' || place % EACH === 0)
    .map(({ id, crew }) => command(crew ?? '', 'ride.note', { ride: id, note: random.pick([...RIDE_NOTES]) }))
}

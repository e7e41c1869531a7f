// Of the morning's rides on the road, where the vehicle was a few minutes ago: most crews tell it, some do not. Invented.
// Called by morning.ts.
import { hospital } from '#shared/reference/hospitals.ts'
import { coarse, hasPosition } from '#shared/rides/position.ts'
import type { Ride } from '#shared/rides/ride.ts'
import { savePosition } from '#server/store/positions.ts'
import { activeRides } from '#server/store/rides.ts'
import type { Store } from '#server/store/store.ts'
import type { Seeded } from './seeded.ts'

/** Of every so many crews one keeps it to itself. */
const SILENT = 4

export async function tellPositions({ query }: Store, now: Date, random: Seeded): Promise<void> {
  const rides = (await activeRides(query)).filter(hasPosition)
  for (const [place, ride] of rides.toSorted((a, b) => (a.id < b.id ? -1 : 1)).entries()) {
    const seen = placeOf(ride, random.between(30, 70) / 100)
    if (seen === null || place % SILENT === SILENT - 1) continue
    const at = new Date(now.getTime() - random.between(1, 6) * 60_000).toISOString()
    await savePosition(query, {
      ...{ ride: ride.id, vehicle: ride.vehicle, person: ride.crew ?? '' },
      ...coarse(seen),
      at,
    })
  }
}

/** On its way so far; before the departure near the patient, afterwards near the other end. */
function placeOf({ from, to, state }: Ride, part: number): { lat: number; lon: number } | null {
  const [origin, end] = [hospital(from), hospital(to)]
  if (origin === undefined || end === undefined) return null
  const gone = state === 'departed' ? part : state === 'at-destination' ? 1 : part / 10
  return {
    lat: origin.lat + (end.lat - origin.lat) * gone,
    lon: origin.lon + (end.lon - origin.lon) * gone,
  }
}

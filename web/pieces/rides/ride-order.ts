import { isActive, type Ride } from '#shared/rides/ride.ts'

/** Active rides, the one the crew is on first, then by departure. */
export function orderRides<R extends Ride>(rides: readonly R[]): R[] {
  const underway = ({ state }: Ride) => (state === 'planned' ? 1 : state === 'accepted' ? 0.5 : 0)
  return rides
    .filter(isActive)
    .sort(
      (a, b) => underway(a) - underway(b) || a.departAt.localeCompare(b.departAt) || (a.id < b.id ? -1 : 1),
    )
}

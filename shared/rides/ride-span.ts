// How long a ride holds its vehicle: an estimate from the road table plus fixed times of our own.
import { roadBetween } from '#shared/reference/distances.ts'
import { isActive, type Ride } from './ride.ts'

/** Minutes; own estimates: to the bed and loading, handing over and cleaning. */
const APPROACH = 30
const AFTER = 45

type Planned = Pick<Ride, 'departAt' | 'from' | 'to' | 'vehicleKind'>

const minutesAfter = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/** Driving minutes of the loaded leg, an estimate; an hour where the table has no pair. */
export function driveMinutes({ from, to, vehicleKind }: Omit<Planned, 'departAt'>): number {
  const road = roadBetween(from, to)
  if (road === undefined) return 60
  return vehicleKind === 'micu' ? road.micuMinutes : road.ambulanceMinutes
}

/** From when until when the vehicle is held, as planned. */
export function rideSpan(ride: Planned): { from: string; until: string } {
  return {
    from: minutesAfter(ride.departAt, -APPROACH),
    until: minutesAfter(ride.departAt, driveMinutes(ride) + AFTER),
  }
}

/** Whether an active ride holds its vehicle at an instant. One underway holds it until it is available again. */
export function holdsVehicle(ride: Ride, at: string): boolean {
  if (!isActive(ride)) return false
  const { from, until } = rideSpan(ride)
  if (ride.state !== 'planned' && ride.state !== 'accepted') return at < until || at >= ride.since
  return from <= at && at < until
}

/** Whether two plans would need one vehicle at the same time. */
export function overlaps(a: Planned, b: Planned): boolean {
  const one = rideSpan(a)
  const other = rideSpan(b)
  return one.from < other.until && other.from < one.until
}

// How long a ride holds its vehicle: an estimate from the road table plus fixed times of our own.
import { roadAbroad } from '#shared/abroad/place-abroad.ts'
import { roadBetween } from '#shared/reference/distances.ts'
import { isActive, type Ride } from './ride.ts'

/** Minutes; own estimates: to the bed and loading, handing over and cleaning. */
export const APPROACH = 30
const AFTER = 45
/** Of the approach, what is not driving: to the bed and loading. */
const LOADING = 15

type Planned = Pick<Ride, 'departAt' | 'from' | 'to' | 'vehicleKind' | 'abroad'>

export const minutesAfter = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/** Driving minutes of the loaded leg, an estimate; an hour where the table has no pair. */
export function driveMinutes({ from, to, vehicleKind, abroad }: Omit<Planned, 'departAt'>): number {
  const road = abroad == null ? roadBetween(from, to) : roadAbroad(from, abroad)
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

const isUnderway = ({ state }: Ride): boolean => state !== 'planned' && state !== 'accepted'

/** Until when an active ride holds its vehicle: as planned, or later where its steps run late. */
export function heldUntil(ride: Ride): string {
  const planned = rideSpan(ride).until
  if (!isUnderway(ride)) return planned
  const isThere = ride.state === 'at-destination' || ride.state === 'handed-over'
  return later(planned, minutesAfter(ride.since, (isThere ? 0 : driveMinutes(ride)) + AFTER))
}

export const later = (a: string, b: string): string => (Date.parse(a) < Date.parse(b) ? b : a)

/** Whether an active ride holds its vehicle at an instant. One underway holds it already, whatever was planned. */
export function holdsVehicle(ride: Ride, at: string): boolean {
  if (!isActive(ride)) return false
  return (isUnderway(ride) || rideSpan(ride).from <= at) && at < heldUntil(ride)
}

type End = Pick<Planned, 'to' | 'abroad'>

/** Minutes from being free where one ride ends to leaving with the next patient: the empty leg, and loading. */
export function turnMinutes(
  { to, abroad }: End,
  { from, vehicleKind }: Pick<Planned, 'from' | 'vehicleKind'>,
): number {
  // Both ways are as long.
  const empty = to === from ? 0 : driveMinutes({ from, to, vehicleKind, abroad: abroad ?? null })
  return Math.max(APPROACH, empty + LOADING)
}

/** The first departure that a vehicle makes after an active ride; one that should be done by now, is not. */
export const nextDeparture = (ride: Ride, next: Pick<Planned, 'from' | 'vehicleKind'>, now: string): string =>
  minutesAfter(later(heldUntil(ride), now), turnMinutes(ride, next))

/**
 * Whether one vehicle cannot drive both: the plan would need it while the active ride holds it, or while it drives from
 * the end of one to the beginning of the other.
 */
export function overlaps(ride: Ride, plan: Planned, now: string): boolean {
  if (plan.departAt >= nextDeparture(ride, plan, now)) return false
  const before = minutesAfter(rideSpan(plan).until, turnMinutes(plan, ride))
  return isUnderway(ride) || ride.departAt < before
}

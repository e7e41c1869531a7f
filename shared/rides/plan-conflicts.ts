// What stands in the way of a ride in one vehicle at one time: another ride, its crew's hours, its service. With the
// nearest departure that would do. Called by ride.plan, the day board and the suggestion, so that all say the same.
import type { Hours } from '#shared/reference/micu-centres.ts'
import { type FleetVehicle, isOut } from '#shared/transport/fleet-now.ts'
import { instantAtWallTime, wallTimeAt } from './amsterdam-clock.ts'
import { isActive, type Ride } from './ride.ts'
import { later, minutesAfter, nextDeparture, overlaps, rideSpan } from './ride-span.ts'

type Planned = Pick<Ride, 'id' | 'departAt' | 'from' | 'to' | 'vehicle' | 'vehicleKind'>

/** The ride of this vehicle that the plan cannot be driven beside. */
export const clashWith = (plan: Planned, rides: readonly Ride[], now: string): Ride | undefined =>
  rides.find(
    (ride) =>
      ride.vehicle === plan.vehicle && ride.id !== plan.id && isActive(ride) && overlaps(ride, plan, now),
  )

/** One shift, UTC. */
export type Shift = { from: string; until: string }

/** The shift in which an instant lies, or the next one; null: around the clock. */
export function shiftAt(hours: Hours | null, at: string): Shift | null {
  if (hours === null || (hours.from === '00:00' && hours.until === '24:00')) return null
  const today = shiftOn(hours, at, 0)
  return today.until <= at ? shiftOn(hours, at, 1) : today
}

function shiftOn({ from, until }: Hours, at: string, days: number): Shift {
  const wall = wallTimeAt(Date.parse(at))
  const instant = (clock: string): string => {
    const [hour, minute] = clock.split(':').map(Number)
    const day = wall.day + days
    return new Date(
      instantAtWallTime({ ...wall, day, hour: hour ?? 0, minute: minute ?? 0, second: 0 }),
    ).toISOString()
  }
  return { from: instant(from), until: instant(until) }
}

/** A ride outside its crew's hours: which, and the first departure within them (null: it is longer than a shift). */
export type ShiftFault = Shift & { next: string | null }

export function shiftFault(plan: Planned, hours: Hours | null): ShiftFault | null {
  const span = rideSpan(plan)
  const shift = shiftAt(hours, span.from)
  if (shift === null || (shift.from <= span.from && span.until <= shift.until)) return null
  const length = Date.parse(span.until) - Date.parse(span.from)
  const isTooLong = length > Date.parse(shift.until) - Date.parse(shift.from)
  const start = span.from < shift.from ? shift : shiftAt(hours, shift.until)
  const before = Date.parse(plan.departAt) - Date.parse(span.from)
  const next = isTooLong ? null : minutesAfter(start?.from ?? shift.from, before / 60_000)
  return { ...shift, next }
}

/** A wish: the earliest departure, on five minutes, at which nothing stands in the way; null within so many days: none. */
export function nearestDeparture(
  plan: Planned,
  vehicle: Pick<FleetVehicle, 'hours' | 'out'>,
  rides: readonly Ride[],
  now: string,
): string | null {
  let departAt = onFive(later(plan.departAt, now))
  // Each turn passes a ride, a shift or an outage; there are not more of those than this.
  for (let turn = 0; turn <= rides.length + 8; turn += 1) {
    const tried = { ...plan, departAt }
    const clash = clashWith(tried, rides, now)
    const shift = shiftFault(tried, vehicle.hours)
    const isAway = isOut(vehicle, rideSpan(tried).from)
    if (clash === undefined && shift === null && !isAway) return departAt
    const next = clash
      ? nextDeparture(clash, tried, now)
      : isAway
        ? backInService(vehicle, tried)
        : shift?.next
    if (next == null) return null
    departAt = onFive(later(next, minutesAfter(departAt, 5)))
  }
  return null
}

const backInService = ({ out }: Pick<FleetVehicle, 'out'>, plan: Planned): string | null =>
  out?.until == null
    ? null
    : minutesAfter(out.until, (Date.parse(plan.departAt) - Date.parse(rideSpan(plan).from)) / 60_000)

const FIVE = 5 * 60_000
const onFive = (at: string): string => new Date(Math.ceil(Date.parse(at) / FIVE) * FIVE).toISOString()

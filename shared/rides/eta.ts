// When a ride's vehicle is expected, and whether somebody said so or it is reckoned from the road table: always both.
// Shown to both ends, the desk and the crew; the receiver's alert goes by it (shared/alerts).
import type { Ride } from './ride.ts'
import { placeOnLine } from './ride-steps.ts'
import { driveMinutes } from './ride-span.ts'

/** Later than what was last told by so many minutes is told anew (own, setting). */
export const LATER_MINUTES = 10
/** The receiver is told so many minutes before arrival (own, setting). */
export const NEAR_MINUTES = 15

export type Eta = {
  at: string
  source: 'crew' | 'transport-desk' | 'estimate'
  /** When it was said; null for an estimate. */
  said: string | null
  /** Minutes later than as planned; negative: earlier. */
  lateBy: number
}

const minutesAfter = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString()
const later = (a: string, b: string): string => (Date.parse(a) < Date.parse(b) ? b : a)
const minutesBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / 60_000)

/** As planned: it leaves with the patient at `departAt`. */
export const plannedArrival = (ride: Ride): string => minutesAfter(ride.departAt, driveMinutes(ride))

/** At the origin: only what was said, until it is there. */
export function etaAtOrigin(ride: Ride): Eta | null {
  const { eta } = ride
  if (eta?.place !== 'origin' || placeOnLine(ride.state) >= placeOnLine('at-origin')) return null
  return isOn(ride) ? said(eta, ride.departAt) : null
}

/**
 * At the destination; null where it has arrived or ended. An estimate begins with the departure, before it with the
 * plan or, where that has passed, with `now`; and is never earlier than now.
 */
export function etaAtDestination(ride: Ride, now: string): Eta | null {
  if (!isOn(ride) || placeOnLine(ride.state) >= placeOnLine('at-destination')) return null
  const planned = plannedArrival(ride)
  const { eta } = ride
  if (eta?.place === 'destination') return said(eta, planned)
  const departs =
    ride.times.departed?.at ?? later(etaAtOrigin(ride)?.at ?? ride.departAt, later(ride.departAt, now))
  const at = later(minutesAfter(departs, driveMinutes(ride)), now)
  return { at, source: 'estimate', said: null, lateBy: minutesBetween(planned, at) }
}

const isOn = ({ state }: Ride): boolean => state !== 'aborted' && state !== 'available'

const said = ({ at, by, said: when }: NonNullable<Ride['eta']>, planned: string): Eta => ({
  at,
  source: by,
  said: when,
  lateBy: minutesBetween(planned, at),
})

// Where a ride's vehicle is, as its crew's phone tells while the crew wants it to: how coarse, until when, who tells it
// and what is shown. No event and no row of a phone. Called by server/http/ride-position.ts and the crew's screen.
import type { Person } from '#shared/access/parties.ts'
import { type Guarded, guardRide } from '#shared/access/guard.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { refuse } from '#shared/wire/refusal.ts'
import type { Ride, RideState } from './ride.ts'

/** Nothing of it is kept longer. */
export const POSITION_HOURS = 24
/** Degrees to three decimals: about a hundred metres. */
const PER_DEGREE = 1000

export type Position = { lat: number; lon: number }
/** As it is kept: whose phone told it, in which vehicle. `at`: the server's time. */
export type KeptPosition = Position & { ride: string; vehicle: string; person: string; at: string }
export type ShownPosition = Position & { at: string }

export const coarse = ({ lat, lon }: Position): Position => ({ lat: toCoarse(lat), lon: toCoarse(lon) })
const toCoarse = (degrees: number): number => Math.round(degrees * PER_DEGREE) / PER_DEGREE

/** From the acceptance until the patient is handed over: after that it is nobody's business. */
const WHILE: readonly RideState[] = ['accepted', 'en-route', 'at-origin', 'departed', 'at-destination']
export const hasPosition = ({ state, crew }: Pick<Ride, 'state' | 'crew'>): boolean =>
  WHILE.includes(state) && crew !== null

/** Whoever drives it now, and nobody else of the vehicle. */
export function guardPosition(ride: Ride | null, transfer: Transfer, person: Person): Guarded {
  const guarded = guardRide(ride, transfer, person, { from: WHILE, by: ['crew'] })
  if ('refused' in guarded || ride?.crew === person.id) return guarded
  return refuse('role.refused', { facts: { crew: 'other' } })
}

/** What of a kept one may still be shown: of who drives now, in this vehicle, no older than a day. */
export function shownPosition(
  ride: Ride | null,
  kept: KeptPosition | null,
  now: string,
): ShownPosition | null {
  if (ride === null || kept === null || !hasPosition(ride)) return null
  if (kept.vehicle !== ride.vehicle || kept.person !== ride.crew) return null
  if (Date.parse(now) - Date.parse(kept.at) >= POSITION_HOURS * 3_600_000) return null
  const { lat, lon, at } = kept
  return { lat, lon, at }
}

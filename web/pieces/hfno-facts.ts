import { fleet } from '#shared/reference/fleet.ts'
import type { Ride } from '#shared/rides/ride.ts'
import { holdsVehicle, rideSpan } from '#shared/rides/ride-span.ts'
import type { TransportView } from '#shared/wire/reads.ts'

export type HfnoNext = NonNullable<TransportView['hfnoNext']>
/** `unknown`: this person does not see every ride. `free`: one can be had. Else the one that is free first. */
export type HfnoFacts = 'unknown' | 'free' | HfnoNext

export const ambulancesPlus = () => fleet.filter(({ kind }) => kind === 'ambulance-plus')

/** What the rides that this person sees tell: surely taken is known, surely free is not. */
export function hfnoFromRides(rides: readonly Ride[], now: string): HfnoFacts {
  const taken = ambulancesPlus().flatMap(({ id, org }) => {
    const ride = rides.find((one) => one.vehicle === id && holdsVehicle(one, now))
    return ride === undefined ? [] : [{ vehicle: id, org, freeFrom: rideSpan(ride).until }]
  })
  if (taken.length < ambulancesPlus().length) return 'unknown'
  return taken.sort((a, b) => (a.freeFrom < b.freeFrom ? -1 : 1))[0] ?? 'unknown'
}

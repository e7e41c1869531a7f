import { isActive, type Ride } from '#shared/rides/ride.ts'
import { heldUntil, later, overlaps, rideSpan } from '#shared/rides/ride-span.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'

import type { Taken } from './vehicle-choice.tsx'
import type { VehicleOption } from './vehicle-list.ts'

const MINUTE = 60_000

/** The first departure, on five minutes, for which a vehicle that frees at an instant is there in time. */
export function departureAfter(until: string, trip: Pick<Ride, 'from' | 'to' | 'vehicleKind'>): string {
  const approach = Date.parse(until) - Date.parse(rideSpan({ ...trip, departAt: until }).from)
  const at = Date.parse(until) + approach
  return new Date(Math.ceil(at / (5 * MINUTE)) * 5 * MINUTE).toISOString()
}

type Asked = {
  vehicle: VehicleOption
  transfer: Pick<Transfer, 'id' | 'from' | 'to'>
  departAt: string
  /** The active rides this person sees. */
  rides: readonly Ride[]
  now: string
}

/** Whether a vehicle is taken when this ride would need it, as far as this phone knows; the server has the last word. */
export function vehicleTakenAt({ vehicle, transfer, departAt, rides, now }: Asked): Taken | null {
  const plan = {
    departAt,
    from: transfer.from,
    to: transfer.to ?? '',
    vehicle: vehicle.id,
    vehicleKind: vehicle.kind,
  }
  const other = rides.find(
    (ride) =>
      ride.vehicle === vehicle.id &&
      ride.transfer !== transfer.id &&
      isActive(ride) &&
      overlaps(ride, plan, now),
  )
  if (other !== undefined) return { until: later(heldUntil(other), now) }
  const { busy } = vehicle
  if (busy === null || busy.transfer === transfer.id) return null
  if (busy.until === null) return { until: null }
  return Date.parse(rideSpan(plan).from) < Date.parse(busy.until) ? { until: busy.until } : null
}

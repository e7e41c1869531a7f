import { clashWith, nearestDeparture } from '#shared/rides/plan-conflicts.ts'
import type { Ride } from '#shared/rides/ride.ts'
import { heldUntil, later, rideSpan } from '#shared/rides/ride-span.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'

import type { Taken } from './vehicle-choice.tsx'
import type { VehicleOption } from './vehicle-list.ts'

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
    id: '',
    departAt,
    from: transfer.from,
    to: transfer.to ?? '',
    vehicle: vehicle.id,
    vehicleKind: vehicle.kind,
  }
  const others = rides.filter((ride) => ride.transfer !== transfer.id)
  const other = clashWith(plan, others, now)
  if (other !== undefined)
    return {
      until: later(heldUntil(other), now),
      next: nearestDeparture(plan, { hours: null, out: null }, others, now),
    }
  const { busy } = vehicle
  if (busy === null || busy.transfer === transfer.id) return null
  if (busy.until === null) return { until: null }
  const isBusy =
    busy.next == null ? rideSpan(plan).from < busy.until : Date.parse(departAt) < Date.parse(busy.next)
  return isBusy ? { until: busy.until, ...(busy.next == null ? {} : { next: busy.next }) } : null
}

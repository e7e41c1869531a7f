import { clashWith, nearestDeparture, shiftFault } from '#shared/rides/plan-conflicts.ts'
import type { Ride } from '#shared/rides/ride.ts'
import { heldUntil, later } from '#shared/rides/ride-span.ts'
import type { BoardMove, BoardRide, DayBoard } from '#shared/wire/day-board.ts'
import { isOutside } from '#web/pieces/transport/window-words.ts'

export type PlanCheck = {
  /** It cannot be planned so. */
  stop: 'unfit' | 'taken' | 'out' | 'past' | null
  /** It can, with a reason. */
  reason: 'window' | 'shift' | null
  /** Until when it is taken or away. */
  until: string | null
  /** The nearest departure at which nothing stands in the way; looked for when it is asked. */
  next: () => string | null
}

type Wish = { vehicle: string; departAt: string }

const GRACE = 5 * 60_000

/** What the board knows against a plan, and the nearest time; the server has the last word. */
export function checkPlan(
  board: DayBoard,
  move: BoardMove,
  { vehicle: id, departAt }: Wish,
  now: string,
): PlanCheck {
  const vehicle = board.vehicles.find((one) => one.id === id)
  const none = { reason: null, until: null, next: () => null }
  if (vehicle === undefined || !move.fits.some((fit) => fit.vehicle === id)) return { ...none, stop: 'unfit' }
  const plan = { id: '', departAt, from: move.from, to: move.to, vehicle: id, vehicleKind: vehicle.kind }
  const rides = board.rides
    .filter((ride) => ride.vehicle === id && ride.transfer !== move.transfer)
    .map((ride) => asRide(ride, vehicle.kind))
  const next = () => nearestDeparture(plan, vehicle, rides, now)
  const isPast = Date.parse(departAt) < Date.parse(now) - GRACE
  const clash = clashWith(plan, rides, now)
  if (clash !== undefined) return { stop: 'taken', reason: null, until: later(heldUntil(clash), now), next }
  const { out } = vehicle
  if (out !== null && out.from <= departAt && (out.until === null || departAt < out.until))
    return { stop: 'out', reason: null, until: out.until, next }
  if (isPast) return { stop: 'past', reason: null, until: null, next }
  if (move.window !== null && isOutside(departAt, move.window))
    return { ...none, stop: null, reason: 'window' }
  if (shiftFault(plan, vehicle.hours) !== null) return { stop: null, reason: 'shift', until: null, next }
  return { ...none, stop: null }
}

/** As much of the ride as the rules ask. */
const asRide = (ride: BoardRide, vehicleKind: Ride['vehicleKind']): Ride => ({
  id: ride.id,
  rev: 0,
  transfer: ride.transfer ?? '',
  vehicle: ride.vehicle,
  vehicleKind,
  org: '',
  escorted: false,
  from: ride.from ?? '',
  to: ride.to ?? '',
  state: ride.state,
  since: ride.departAt,
  departAt: ride.departAt,
  outsideWindow: ride.outsideWindow,
  gms: null,
  crew: null,
  times: {},
  notes: [],
  checked: null,
  abortReason: null,
})

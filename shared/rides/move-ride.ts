// A planned ride that no crew has accepted yet gets another vehicle or another time, in one act: refused, it stays where it
// was. Decision of ride.move; to take it back is to move it back.
import { transferFollows } from '#shared/transfers/transfer-steps.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { readyRide } from './decide-ride.ts'
import { checkPlan, vehicleOf } from './plan-ride.ts'
import type { Ride } from './ride.ts'
import { rideSteps } from './ride-steps.ts'

/** Refuses what ride.plan refuses, and a ride that already stands there. */
export function decideMoveRide(world: World, payload: Payload<'ride.move'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.move')
  if ('refused' in facts) return facts
  const { ride, transfer, draft, as } = facts
  const { clinical } = world
  const wanted = vehicleOf(world.register, payload)
  if (wanted === undefined)
    return refuse('command.invalid', { fields: [{ field: 'vehicle', fault: 'enum' }] })
  if (clinical === null) return refuse('not-found')
  const departAt = new Date(payload.departAt).toISOString()
  if (ride.vehicle === wanted.id && ride.departAt === departAt) return refuse('already-exists')
  const onto = { vehicle: wanted.id, vehicleKind: wanted.kind, org: wanted.org, escorted: payload.escorted }
  const row: Ride = { ...ride, ...onto, departAt }
  const others = world.activeRides.filter(({ id }) => id !== ride.id)
  const rest = { ...world, activeRides: others }
  const outside = checkPlan(rest, { transfer, clinical, row, wanted }, payload.windowReason, context)
  if ('refused' in outside) return outside
  const { outsideWindow, outsideShift } = outside
  const data = { ...onto, departAt, outsideWindow, ...shiftOf(ride, outsideShift) }
  draft.ride(ride, rideSteps['ride.move'].event, data, payload.windowReason)
  if (wanted.id !== ride.vehicle)
    draft.transfer(transfer, transferFollows.changeVehicle, { vehicle: wanted.id })
  return { changes: draft.changes, as }
}

/** Said only where it holds, or held. */
function shiftOf(ride: Ride, outside: true | undefined): Record<string, true | null> {
  if (outside) return { outsideShift: true }
  return ride.outsideShift ? { outsideShift: null } : {}
}

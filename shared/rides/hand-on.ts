// A ride goes on to the next shift or to another vehicle, under way and offline too; what was done so far stays, and
// what the crew before did may still come in (guard.ts, legAt). Decisions of ride.hand-on and ride.take-over.
import { transferFollows } from '#shared/transfers/transfer-steps.ts'
import { fleetNow } from '#shared/transport/fleet-now.ts'
import { transportInput } from '#shared/transport/transport-facts.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { type Refusal, refuse } from '#shared/wire/refusal.ts'
import { type ReadyRide, readyRide } from './decide-ride.ts'
import { notAllowed, outOfService, unfit, vehicleTaken } from './plan-ride.ts'
import type { Ride, RideLeg } from './ride.ts'
import { rideSteps } from './ride-steps.ts'

/** Refuses another vehicle that is taken, or that R4 excludes; the phone, which holds no clinical field, leaves R4 to the server. */
export function decideHandOn(world: World, payload: Payload<'ride.hand-on'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.hand-on')
  if ('refused' in facts) return facts
  const { ride, draft, as } = facts
  const { event } = rideSteps['ride.hand-on']
  if (isAhead(ride, as.org, context)) {
    draft.ride(ride, event, { legs: withEnd(ride, context) }, payload.note)
    return { changes: draft.changes, as }
  }
  const legs = [...(ride.legs ?? []), legOf(ride, context.at, payload.why)]
  if (payload.vehicle === undefined || payload.vehicle === ride.vehicle) {
    draft.ride(ride, event, { crew: null, legs }, payload.note)
    return { changes: draft.changes, as }
  }
  const onto = ontoVehicle(world, facts, payload.vehicle, context)
  if ('refused' in onto) return onto
  draft.ride(ride, event, { ...onto.data, crew: null, legs }, payload.note)
  draft.transfer(facts.transfer, transferFollows.changeVehicle, { vehicle: payload.vehicle })
  return { changes: draft.changes, as }
}

/** A colleague of the vehicle's crew goes on with it. Offline too: the steps of before it are still the other's. */
export function decideTakeOver(world: World, _: Payload<'ride.take-over'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.take-over')
  if ('refused' in facts) return facts
  const { ride, draft, as } = facts
  const { person, at } = context
  if (ride.crew === person.id) return refuse('step.refused', { facts: { state: ride.state } })
  const isHandedOn = ride.crew === null && (ride.legs ?? []).length > 0
  const legs = isHandedOn ? {} : { legs: [...(ride.legs ?? []), legOf(ride, at, 'taken-over')] }
  draft.ride(ride, rideSteps['ride.take-over'].event, { crew: person.id, ...legs })
  return { changes: draft.changes, as }
}

const legOf = ({ vehicle, org, crew }: Ride, until: string, reason: RideLeg['reason']): RideLeg => ({
  vehicle,
  org,
  crew,
  until,
  reason,
})

/** The next shift took it before this hand-over came in. */
const isAhead = (ride: Ride, org: string, { person, at }: Context): boolean =>
  ride.crew !== person.id && last(ride, org, person.id, at) !== undefined

const last = ({ legs = [] }: Ride, org: string, id: string, at: string): RideLeg | undefined =>
  legs.findLast((leg) => leg.vehicle === org && leg.crew === id && at <= leg.until)

const withEnd = (ride: Ride, { person, at }: Context): RideLeg[] => {
  const { legs = [] } = ride
  const own = legs.findLast((leg) => leg.crew === person.id && at <= leg.until)
  return legs.map((leg) => (leg === own ? { ...leg, until: at } : leg))
}

type Onto = { data: Pick<Ride, 'vehicle' | 'vehicleKind' | 'org' | 'escorted'> } | { refused: Refusal }

function ontoVehicle(world: World, { ride, transfer }: ReadyRide, id: string, { now, at }: Context): Onto {
  const wanted = fleetNow(world.register, at).find((one) => one.id === id)
  if (wanted === undefined)
    return refuse('command.invalid', { fields: [{ field: 'vehicle', fault: 'enum' }] })
  const { kind, org } = wanted
  const data = {
    vehicle: id,
    vehicleKind: kind,
    org,
    escorted: kind === 'ambulance' && transfer.bed === 'ic',
  }
  const row: Ride = { ...ride, ...data, departAt: at }
  const { clinical } = world
  const refused =
    vehicleTaken(row, world.activeRides, now, wanted) ??
    outOfService(row, wanted) ??
    (clinical === null
      ? null
      : (notAllowed(row, transportInput(transfer, clinical, world, at)) ?? unfit(wanted, clinical)))
  return refused === null ? { data } : { refused }
}

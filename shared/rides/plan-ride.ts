// The transport desk puts a vehicle on a confirmed move: R4 says which may, R5 when, and none drives twice at once.
import { guardTransfer } from '#shared/access/guard.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer, Window } from '#shared/transfers/transfer.ts'
import { transferFollows } from '#shared/transfers/transfer-steps.ts'
import { endHelpOf } from '#shared/transport/decide-help.ts'
import { given } from '#shared/transport/decide-indication.ts'
import { indicationOf } from '#shared/transport/indication.ts'
import { unfitFor } from '#shared/transport/fitness.ts'
import { type FleetLines, type FleetVehicle, fleetNow, isOut } from '#shared/transport/fleet-now.ts'
import { type TransportInput, rankVehicles } from '#shared/transport/rank-vehicles.ts'
import { ravsOf, transportInput } from '#shared/transport/transport-facts.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { makeDraft } from '#shared/wire/draft.ts'
import { type Refusal, refuse } from '#shared/wire/refusal.ts'
import { clashWith, nearestDeparture, shiftFault } from './plan-conflicts.ts'
import type { Ride } from './ride.ts'
import { heldUntil, later, rideSpan } from './ride-span.ts'
import { rideSteps } from './ride-steps.ts'

/** A minute of typing is not "in the past". */
const GRACE_MINUTES = 5

type Plan = Payload<'ride.plan'>

/** Refuses: a vehicle R4 excludes or that is taken then, a time in the past, one outside the window without reason. */
export function decidePlanRide(world: World, payload: Plan, context: Context): Decision {
  const { transfer, clinical } = world
  const guarded = guardTransfer(transfer, context.person, {
    from: ['reserved'],
    by: rideSteps['ride.plan'].by,
  })
  if ('refused' in guarded) return guarded
  if (transfer === null || clinical === null || transfer.to === null) return refuse('not-found')
  if (world.ride !== null) return refuse('already-exists')
  const wanted = vehicleOf(world.register, payload)
  if (wanted === undefined)
    return refuse('command.invalid', { fields: [{ field: 'vehicle', fault: 'enum' }] })
  const row = newRide(payload, transfer, transfer.to, wanted)
  const outside = checkPlan(world, { transfer, clinical, row, wanted }, payload.windowReason, context)
  if ('refused' in outside) return outside

  const answer = indicationOf(transfer)
  if (answer !== null && answer.answer !== 'given' && payload.indicationReason === undefined)
    return refuse('reason.required', {
      facts: { why: 'indication', answer: answer.answer, by: answer.by.org },
    })

  const draft = makeDraft(world, context.at)
  // Who plans without an answer on record gives the indication with it (docs/decisions/070).
  const indication = answer ?? given(transfer, guarded.as, context.at)
  const note = answer?.answer === 'given' ? undefined : payload.indicationReason
  draft.transfer(transfer, transferFollows.plan, { ride: row.id, vehicle: row.vehicle, indication }, note)
  const times = { planned: { at: context.at, entered: context.now } }
  draft.first('ride.planned', 'ride', { ...row, since: context.at, times, ...outside }, payload.windowReason)
  endHelpOf(world, draft, transfer.id)
  return { changes: draft.changes, as: guarded.as }
}

type Wanted = { transfer: Transfer; clinical: Clinical; row: Ride; wanted: FleetVehicle }
type Outside = Pick<Ride, 'outsideWindow' | 'outsideShift'>

/** What stands in the way of a ride as planned: of its vehicle, of R4 and R5, of its crew's hours. */
export function checkPlan(
  world: World,
  { transfer, clinical, row, wanted }: Wanted,
  reason: string | undefined,
  context: Context,
): Outside | { refused: Refusal } {
  const refused =
    vehicleTaken(row, world.activeRides, context.now, wanted) ??
    outOfService(row, wanted) ??
    vehicleFault(row, transfer, transportInput(transfer, clinical, world, row.departAt)) ??
    unfit(wanted, clinical) ??
    timeFault(row, context)
  if (refused !== null) return { refused }
  const { window } = transfer
  const outsideWindow = window !== null && !isInside(row.departAt, window)
  if (outsideWindow && reason === undefined)
    return refuse('reason.required', { facts: { why: 'window', from: window.from, until: window.until } })
  const outsideShift = shiftFault(row, wanted.hours)
  if (outsideShift !== null && reason === undefined)
    return refuse('reason.required', { facts: { why: 'shift', ...outsideShift } })
  return { outsideWindow, ...(outsideShift === null ? {} : { outsideShift: true }) }
}

function newRide(payload: Plan, transfer: Transfer, to: string, wanted: FleetVehicle): Ride {
  const departAt = new Date(payload.departAt).toISOString()
  return {
    id: payload.ride,
    rev: 0,
    transfer: transfer.id,
    vehicle: wanted.id,
    vehicleKind: wanted.kind,
    org: wanted.org,
    escorted: payload.escorted,
    from: transfer.from,
    to,
    ...(transfer.abroad == null ? {} : { abroad: transfer.abroad }),
    state: 'planned',
    since: departAt,
    departAt,
    outsideWindow: false,
    gms: payload.gms ?? null,
    crew: null,
    times: {},
    notes: [],
    checked: null,
    abortReason: null,
  }
}

/** R4's answer on one vehicle. */
export function notAllowed(row: Ride, input: TransportInput): Refusal | null {
  const { allowed, excluded } = rankVehicles(input)
  const choice = row.escorted && row.vehicleKind === 'ambulance' ? 'ambulance-escorted' : row.vehicleKind
  return allowed.includes(choice) ? null : { code: 'vehicle.not-allowed', reasons: excluded[choice] ?? [] }
}

function vehicleFault(row: Ride, transfer: Transfer, input: TransportInput): Refusal | null {
  const refused = notAllowed(row, input)
  if (refused !== null) return refused
  if (row.vehicleKind === 'ambulance' && !ravsOf(transfer).includes(row.org))
    return { code: 'vehicle.not-allowed', reasons: ['other-rav'] }
  return null
}

/** One that was underway holds its vehicle until it is free, whatever was planned. `next`: the first departure then. */
export function vehicleTaken(
  row: Ride,
  activeRides: readonly Ride[],
  now: string,
  wanted: Pick<FleetVehicle, 'hours' | 'out'> = { hours: null, out: null },
): Refusal | null {
  const other = clashWith(row, activeRides, now)
  if (other === undefined) return null
  const next = nearestDeparture(row, wanted, activeRides, now)
  return { code: 'vehicle.taken', facts: { until: later(heldUntil(other), now), next } }
}

export const outOfService = (row: Ride, wanted: FleetVehicle): Refusal | null =>
  isOut(wanted, rideSpan(row).from)
    ? { code: 'vehicle.out', facts: { until: wanted.out?.until ?? null, reason: wanted.out?.reason ?? null } }
    : null

export function unfit(wanted: FleetVehicle, clinical: Clinical): Refusal | null {
  const reasons = unfitFor(wanted, clinical)
  return reasons.length === 0 ? null : { code: 'vehicle.not-allowed', reasons }
}

/** As the fleet is when it departs: an extra team drives on its own days only. */
export const vehicleOf = (
  register: FleetLines,
  { vehicle, departAt }: Pick<Plan, 'vehicle' | 'departAt'>,
): FleetVehicle | undefined =>
  fleetNow(register, new Date(departAt).toISOString()).find(({ id }) => id === vehicle)

const timeFault = (row: Ride, { at }: Context): Refusal | null =>
  Date.parse(row.departAt) < Date.parse(at) - GRACE_MINUTES * 60_000
    ? { code: 'time.past', facts: { from: row.departAt } }
    : null

/** R5's window, with the same minutes of grace at its start; its end is not in it. */
const isInside = (departAt: string, { from, until }: Window): boolean =>
  Date.parse(departAt) >= Date.parse(from) - GRACE_MINUTES * 60_000 &&
  (until === null || Date.parse(departAt) < Date.parse(until))

// The crew steps through its ride, offline when need be; the code at the bed guards departure (rulebook, States).
import { guardRide } from '#shared/access/guard.ts'
import type { Membership } from '#shared/access/parties.ts'
import { reservationFollows } from '#shared/beds/reservation-steps.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { transferFollows } from '#shared/transfers/transfer-steps.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { type Draft, makeDraft } from '#shared/wire/draft.ts'
import { type Refusal, refuse } from '#shared/wire/refusal.ts'
import type { Ride, RideState } from './ride.ts'
import { nextStep, previousStep, type RideCommand, rideSteps, UNDO_SECONDS } from './ride-steps.ts'

export type ReadyRide = { as: Membership; ride: Ride; transfer: Transfer; draft: Draft }

export function readyRide(
  world: World,
  context: Context,
  step: RideCommand,
): ReadyRide | { refused: Refusal } {
  const { ride, transfer } = world
  const guarded = guardRide(ride, transfer, context.person, rideSteps[step])
  if ('refused' in guarded) return guarded
  if (ride === null || transfer === null) return refuse('not-found')
  return { as: guarded.as, ride, transfer, draft: makeDraft(world, context.at) }
}

const stamped = (ride: Ride, step: RideState, { at, now }: Context): Pick<Ride, 'state' | 'times'> => ({
  state: step,
  times: { ...ride.times, [step]: { at, entered: now } },
})

export function decideAccept(world: World, _: Payload<'ride.accept'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.accept')
  if ('refused' in facts) return facts
  const { ride, draft, as } = facts
  draft.ride(ride, 'ride.accepted', { ...stamped(ride, 'accepted', context), crew: context.person.id })
  return { changes: draft.changes, as }
}

/** One step along the line; departing asks for the code's last three characters, or a reason to override. */
export function decideAdvance(world: World, payload: Payload<'ride.advance'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.advance')
  if ('refused' in facts) return facts
  const { ride, transfer, draft, as } = facts
  if (nextStep(ride.state) !== payload.to) return refuse('step.refused', { facts: { state: ride.state } })
  const checked = payload.to === 'departed' ? checkCode(transfer, payload) : {}
  if ('refused' in checked) return checked

  draft.ride(ride, 'ride.advanced', { ...stamped(ride, payload.to, context), ...checked }, payload.override)
  if (payload.to === 'departed') {
    draft.transfer(transfer, transferFollows.depart)
    draft.origin(transfer, -1)
  }
  if (payload.to === 'at-destination') {
    draft.transfer(transfer, transferFollows.arrive)
    if (world.reservation !== null) draft.reservation(world.reservation, reservationFollows.occupy)
  }
  return { changes: draft.changes, as }
}

type Checked = Partial<Pick<Ride, 'checked'>>

function checkCode(
  transfer: Transfer,
  { check, override }: Payload<'ride.advance'>,
): Checked | { refused: Refusal } {
  if (check !== undefined && check.toUpperCase() === transfer.code.slice(-3)) return { checked: 'code' }
  if (override !== undefined) return { checked: 'override' }
  return refuse('code.mismatch', { facts: { why: check === undefined ? 'missing' : 'other' } })
}

/** Within ten seconds of the tap, on the same clock; takes back what the step brought about. */
export function decideUndo(world: World, payload: Payload<'ride.undo'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.undo')
  if ('refused' in facts) return facts
  const { ride, transfer, draft, as } = facts
  const back = previousStep(ride.state)
  const tapped = ride.times[ride.state]?.at
  if (ride.state !== payload.step || back === null || tapped === undefined)
    return refuse('step.refused', { facts: { state: ride.state } })
  if (Date.parse(context.at) - Date.parse(tapped) > UNDO_SECONDS * 1000) return refuse('undo.too-late')

  const { [ride.state]: _, ...times } = ride.times
  const checked = ride.state === 'departed' ? { checked: null } : {}
  const crew = ride.state === 'accepted' ? { crew: null } : {}
  draft.ride(ride, 'ride.undone', { state: back, times, ...checked, ...crew })
  if (ride.state === 'departed') {
    if (transfer.state !== 'in-transit') return refuse('step.refused', { facts: { state: transfer.state } })
    draft.transfer(transfer, transferFollows.undoDepart)
    draft.origin(transfer, 1)
  }
  if (ride.state === 'at-destination') {
    if (transfer.state !== 'arrived') return refuse('step.refused', { facts: { state: transfer.state } })
    draft.transfer(transfer, transferFollows.undoArrive)
    if (world.reservation !== null) draft.reservation(world.reservation, reservationFollows.vacate)
  }
  return { changes: draft.changes, as }
}

export function decideNote(world: World, payload: Payload<'ride.note'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.note')
  if ('refused' in facts) return facts
  const { ride, draft, as } = facts
  draft.ride(ride, 'ride.noted', { notes: [...ride.notes, { at: context.at, note: payload.note }] })
  return { changes: draft.changes, as }
}

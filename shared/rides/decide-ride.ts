// The crew steps through its ride, offline when need be; the code at the bed guards departure (rulebook, States).
import { guardRide } from '#shared/access/guard.ts'
import type { Membership } from '#shared/access/parties.ts'
import { reservationFollows } from '#shared/beds/reservation-steps.ts'
import { readCode } from '#shared/transfers/code.ts'
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
  if (payload.to === 'at-destination') arrive(world, facts)
  return { changes: draft.changes, as }
}

/** The receiver says the patient is here; the crew's own tap then finds the step taken. */
export function decideArrive(world: World, _: Payload<'ride.arrive'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.arrive')
  if ('refused' in facts) return facts
  facts.draft.ride(facts.ride, 'ride.advanced', stamped(facts.ride, 'at-destination', context))
  arrive(world, facts)
  return { changes: facts.draft.changes, as: facts.as }
}

function arrive({ reservation }: World, { transfer, draft }: ReadyRide): void {
  draft.transfer(transfer, transferFollows.arrive)
  if (reservation !== null) draft.reservation(reservation, reservationFollows.occupy)
}

type Checked = Partial<Pick<Ride, 'checked'>>

function checkCode(
  transfer: Transfer,
  { check, override }: Payload<'ride.advance'>,
): Checked | { refused: Refusal } {
  if (check !== undefined && readCode(check) === transfer.code.slice(-3)) return { checked: 'code' }
  if (override !== undefined) return { checked: 'override' }
  return refuse('code.mismatch', { facts: { why: check === undefined ? 'missing' : 'other' } })
}

/** Within ten seconds of the tap, on the same clock; takes back what the step brought about. */
export function decideUndo(world: World, payload: Payload<'ride.undo'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.undo')
  if ('refused' in facts) return facts
  const { ride, draft, as } = facts
  const back = previousStep(ride.state)
  const tapped = ride.times[ride.state]?.at
  if (ride.state !== payload.step || back === null || tapped === undefined)
    return refuse('step.refused', { facts: { state: ride.state } })
  if (Date.parse(context.at) - Date.parse(tapped) > UNDO_SECONDS * 1000) return refuse('undo.too-late')
  const stuck = beyondUndo(world, facts)
  if (stuck !== null) return refuse('step.refused', { facts: { state: stuck } })

  const { [ride.state]: _, ...times } = ride.times
  const since = ride.times[back]?.at
  draft.ride(ride, 'ride.undone', {
    state: back,
    times,
    ...(since === undefined ? {} : { since }),
    ...(ride.state === 'departed' ? { checked: null } : {}),
    ...(ride.state === 'accepted' ? { crew: null } : {}),
  })
  undoTransfer(world, facts)
  return { changes: draft.changes, as }
}

/** The state of the transfer in which the step no longer stands alone; a diversion released the bed for good. */
function beyondUndo({ reservation }: World, { ride, transfer }: ReadyRide): string | null {
  if (ride.state === 'at-destination' && reservation?.diverted) return 'diverted'
  const stands: Partial<Record<RideState, Transfer['state']>> = {
    departed: 'in-transit',
    'at-destination': 'arrived',
    'handed-over': 'arrived',
  }
  const wanted = stands[ride.state]
  return wanted === undefined || wanted === transfer.state ? null : transfer.state
}

/** What the step meant for the transfer, the beds and the origin, the other way round. */
function undoTransfer({ reservation }: World, { ride, transfer, draft }: ReadyRide): void {
  if (ride.state === 'departed') {
    draft.transfer(transfer, transferFollows.undoDepart)
    draft.origin(transfer, 1)
  }
  if (ride.state === 'at-destination') {
    const departed = ride.times.departed?.at
    draft.transfer(transfer, transferFollows.undoArrive, departed === undefined ? {} : { since: departed })
    if (reservation === null) return
    const { confirmedAt } = reservation
    draft.reservation(
      reservation,
      reservationFollows.vacate,
      confirmedAt === null ? {} : { since: confirmedAt },
    )
  }
}

export function decideNote(world: World, payload: Payload<'ride.note'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.note')
  if ('refused' in facts) return facts
  const { ride, draft, as } = facts
  draft.ride(ride, 'ride.noted', { notes: [...ride.notes, { at: context.at, note: payload.note }] })
  return { changes: draft.changes, as }
}

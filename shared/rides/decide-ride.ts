// The crew steps through its ride, offline when need be; the code at the bed guards departure (rulebook, States).
import { guardRide, legAt } from '#shared/access/guard.ts'
import type { Membership } from '#shared/access/parties.ts'
import { readCode } from '#shared/transfers/code.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { type Draft, makeDraft } from '#shared/wire/draft.ts'
import { type Refusal, refuse } from '#shared/wire/refusal.ts'
import type { Ride, RideState } from './ride.ts'
import { correctTransfer, goBack, goForth, passes, sinceOf } from './move-head.ts'
import { placeOnLine, type RideCommand, rideSteps, UNDO_SECONDS } from './ride-steps.ts'
import { headOf, withoutStep, writeStep } from './step-times.ts'

export type ReadyRide = { as: Membership; ride: Ride; transfer: Transfer; draft: Draft }

export function readyRide(
  world: World,
  context: Context,
  step: RideCommand,
): ReadyRide | { refused: Refusal } {
  const { ride, transfer } = world
  const guarded = guardRide(ride, transfer, context.person, rideSteps[step], context.at)
  if ('refused' in guarded) return guarded
  if (ride === null || transfer === null) return refuse('not-found')
  return { as: guarded.as, ride, transfer, draft: makeDraft(world, context.at) }
}

export const decideAccept = (world: World, _: Payload<'ride.accept'>, context: Context): Decision =>
  takeStep(world, context, { command: 'ride.accept', to: 'accepted' })

/**
 * A step of the line, in whatever order the phone's steps arrive. Ahead of the head it brings about what lies between;
 * behind it, it fills in its missing time. Departing asks for the code's last three characters, or a reason to override.
 */
export function decideAdvance(world: World, payload: Payload<'ride.advance'>, context: Context): Decision {
  const { check, override } = payload
  return takeStep(world, context, { command: 'ride.advance', to: payload.to, check, override })
}

/** The receiver says the patient is here, where the crew has not; when the crew tells of it too, its time counts. */
export const decideArrive = (world: World, _: Payload<'ride.arrive'>, context: Context): Decision =>
  takeStep(world, context, { command: 'ride.arrive', to: 'at-destination' })

type Step = {
  command: 'ride.accept' | 'ride.advance' | 'ride.arrive'
  to: RideState
  check?: string | undefined
  override?: string | undefined
}

function takeStep(world: World, context: Context, step: Step): Decision {
  const facts = readyRide(world, context, step.command)
  if ('refused' in facts) return facts
  const { ride, transfer, as } = facts
  const { to } = step
  const known = ride.times[to]
  const isTold =
    known === undefined ? to === ride.state : known.by !== 'receiver' || step.command === 'ride.arrive'
  if (isTold) return refuse('step.refused', { facts: { state: ride.state } })
  const checked = checkOf(ride, transfer, step)
  if ('refused' in checked) return checked

  const { times, at } = told(ride, step, context)
  const draft = makeDraft(world, at)
  const isAhead = placeOnLine(to) > placeOnLine(ride.state)
  const head = isAhead ? { state: to } : to === ride.state ? { since: at } : {}
  const isTheirs =
    ride.crew === null && as.role === 'crew' && legAt(ride, { ...as, ...context.person }, at) === undefined
  const crew = isTheirs ? { crew: context.person.id } : {}
  const data = { ...head, times, wrote: to, ...checked, ...crew }
  draft.ride(ride, rideSteps[step.command].event, data, step.override)
  if (isAhead) goForth(world, { ride, transfer, draft }, to)
  else correctTransfer({ transfer, draft }, to, at)
  return { changes: draft.changes, as, at }
}

/** The times with this step, and when it was. */
function told(ride: Ride, { command, to }: Step, context: Context): { times: Ride['times']; at: string } {
  const known = ride.times[to]
  const times = writeStep(withoutStep(ride.times, to), to, context)
  const own = times[to] ?? { at: context.at, entered: context.now }
  const by =
    known !== undefined
      ? ({ by: 'both', first: known.first ?? known.at } as const)
      : command === 'ride.arrive'
        ? ({ by: 'receiver' } as const)
        : {}
  return { times: { ...times, [to]: { ...own, ...by } }, at: own.at }
}

type Checked = Partial<Pick<Ride, 'checked'>>

/** A departure that a later step tells of stays unchecked until its own command comes. */
function checkOf(
  ride: Ride,
  transfer: Transfer,
  { to, check, override }: Step,
): Checked | { refused: Refusal } {
  const isPast = placeOnLine(to) > placeOnLine('departed')
  if (to !== 'departed') return isPast && ride.checked === null ? { checked: 'unchecked' } : {}
  if (check !== undefined && readCode(check) === transfer.code.slice(-3)) return { checked: 'code' }
  if (override !== undefined) return { checked: 'override' }
  return refuse('code.mismatch', { facts: { why: check === undefined ? 'missing' : 'other' } })
}

/** Within ten seconds of the tap, on the same clock; takes back what the step brought about. */
export function decideUndo(world: World, payload: Payload<'ride.undo'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.undo')
  if ('refused' in facts) return facts
  const { ride, transfer, draft, as } = facts
  const time = ride.times[ride.state]
  // What the receiver saw is not the crew's to take back.
  if (ride.state !== payload.step || time === undefined || time.by !== undefined)
    return refuse('step.refused', { facts: { state: ride.state } })
  const tapped = time.first ?? time.at
  if (Date.parse(context.at) - Date.parse(tapped) > UNDO_SECONDS * 1000) return refuse('undo.too-late')
  const times = withoutStep(ride.times, ride.state)
  const back = headOf(times)
  const stuck = beyondUndo(world, facts, back)
  if (stuck !== null) return refuse('step.refused', { facts: { state: stuck } })

  draft.ride(ride, 'ride.undone', {
    state: back,
    times,
    wrote: payload.step,
    ...sinceOf(times[back]?.at),
    ...(placeOnLine(back) < placeOnLine('departed') ? { checked: null } : {}),
    ...(back === 'planned' ? { crew: null } : {}),
  })
  goBack(world, { ride, transfer, draft }, back)
  return { changes: draft.changes, as }
}

/** The state of the transfer in which the step no longer stands alone; a diversion released the bed for good. */
function beyondUndo({ reservation }: World, { ride, transfer }: ReadyRide, back: RideState): string | null {
  const arrived = passes('at-destination', back, ride.state)
  if (arrived && reservation?.diverted) return 'diverted'
  const departed = passes('departed', back, ride.state)
  const wanted = arrived || ride.state === 'handed-over' ? 'arrived' : departed ? 'in-transit' : null
  return wanted === null || wanted === transfer.state ? null : transfer.state
}

export function decideNumber(world: World, payload: Payload<'ride.number'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.number')
  if ('refused' in facts) return facts
  const { ride, draft, as } = facts
  if (ride.gms === payload.gms) return refuse('step.refused', { facts: { state: ride.state } })
  draft.ride(ride, 'ride.numbered', { gms: payload.gms })
  return { changes: draft.changes, as }
}

export function decideNote(world: World, payload: Payload<'ride.note'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.note')
  if ('refused' in facts) return facts
  const { ride, draft, as } = facts
  draft.ride(ride, 'ride.noted', { notes: [...ride.notes, { at: context.at, note: payload.note }] })
  return { changes: draft.changes, as }
}

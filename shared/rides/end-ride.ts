// A ride that does not end as planned: aborted before departure, or diverted after it (rulebook, States).
import { reservationFollows } from '#shared/beds/reservation-steps.ts'
import { isTaken, newReservation } from '#shared/matching/decide-offer.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { transferFollows } from '#shared/transfers/transfer-steps.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { makeDraft } from '#shared/wire/draft.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { type ReadyRide, readyRide } from './decide-ride.ts'
import type { AbortReason, EscortRefusal, RideDecline } from './ride.ts'
import { rideSteps } from './ride-steps.ts'
import { writeStep } from './step-times.ts'

/** Frees the vehicle; the bed stays reserved and the desk plans again. */
export function decideAbort(world: World, payload: Payload<'ride.abort'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.abort')
  if ('refused' in facts) return facts
  const { ride, transfer, draft, as } = facts
  draft.ride(ride, 'ride.aborted', { state: 'aborted', abortReason: payload.reason }, payload.note)
  draft.transfer(transfer, transferFollows.unplan, { ride: null, vehicle: null })
  return { changes: draft.changes, as }
}

/** The crew does not take it: the vehicle is free, and it is the desk's turn again. */
export function decideDecline(world: World, payload: Payload<'ride.decline'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.decline')
  return 'refused' in facts ? facts : backToDesk(facts, 'ride.decline', 'not-accepted-by-crew', payload)
}

/** Begeleid vervoer: the accompanying doctor judges at the bed; the ride ends, the bed stays reserved. */
export function decideRefuseEscort(
  world: World,
  payload: Payload<'ride.refuse-escort'>,
  context: Context,
): Decision {
  const facts = readyRide(world, context, 'ride.refuse-escort')
  if ('refused' in facts) return facts
  if (!facts.ride.escorted) return refuse('step.refused', { facts: { state: 'not-escorted' } })
  return backToDesk(facts, 'ride.refuse-escort', 'escort-refused', payload)
}

function backToDesk(
  { ride, transfer, draft, as }: ReadyRide,
  step: 'ride.decline' | 'ride.refuse-escort',
  abortReason: AbortReason,
  { why, note }: { why: RideDecline | EscortRefusal; note?: string | undefined },
): Decision {
  draft.ride(ride, rideSteps[step].event, { state: 'aborted', abortReason, refusal: why }, note)
  draft.transfer(transfer, transferFollows.unplan, { ride: null, vehicle: null })
  return { changes: draft.changes, as }
}

/** Diverted on the way to a hospital abroad. */
const inTheCountry = ({ abroad }: Pick<Transfer, 'abroad'>): { abroad?: null } =>
  abroad == null ? {} : { abroad: null }

/** The patient is taken in elsewhere, even where full: the old reservation is released, a new one occupied. */
export function decideDivert(world: World, payload: Payload<'ride.divert'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.divert')
  if ('refused' in facts) return facts
  const { ride, transfer, as } = facts
  if (isTaken(world, payload.reservation)) return refuse('already-exists')
  const to = hospital(payload.hospital)
  if (to === undefined || payload.hospital === transfer.to)
    return refuse('command.invalid', { fields: [{ field: 'hospital', fault: 'enum' }] })
  const times = writeStep(ride.times, 'at-destination', context)
  const at = times['at-destination']?.at ?? context.at
  const draft = makeDraft(world, at)
  if (world.reservation !== null)
    draft.reservation(world.reservation, reservationFollows.release, { releaseReason: 'diverted' })
  draft.ride(ride, rideSteps['ride.divert'].event, {
    state: 'at-destination',
    to: to.id,
    ...inTheCountry(ride),
    times,
    wrote: 'at-destination',
  })
  draft.transfer(transfer, transferFollows.divert, {
    reservation: payload.reservation,
    to: to.id,
    toRegion: to.region,
    ...inTheCountry(transfer),
  })
  const offered = {
    reservation: payload.reservation,
    hospital: to.id,
    directed: false,
  }
  draft.arriveAt({ ...newReservation(transfer, { ...offered, at }), diverted: true }, payload.reason)
  // Who accepted at the first hospital is no longer whom to call, nor its entrance where to go in.
  const { bringTo: _, ...known } = world.contacts ?? {}
  const contacts =
    world.contacts === null ? {} : { contacts: { ...world.contacts, ...known, acceptedBy: null } }
  return { changes: draft.changes, as, at, ...contacts }
}

// A hospital answers an offer, a coordinator takes it back or accepts another time (rulebook, States; plan 4.5.1.4).
import { guardReservation } from '#shared/access/guard.ts'
import { noOffer } from '#shared/matching/decide-offer.ts'
import { later } from '#shared/rides/ride-span.ts'
import { rideWindow } from '#shared/rides/window.ts'
import type { Contacts } from '#shared/transfers/contacts.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import { specialNeeds } from '#shared/transfers/request-facts.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { transferFollows } from '#shared/transfers/transfer-steps.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decided, Decision, World } from '#shared/wire/decision.ts'
import { makeDraft } from '#shared/wire/draft.ts'
import { type Refusal, refuse } from '#shared/wire/refusal.ts'
import { bedsId } from './beds.ts'
import { freeBeds } from './capacity.ts'
import type { Reservation } from './reservation.ts'
import { reservationSteps } from './reservation-steps.ts'

type Ready = Required<Pick<Decided, 'as'>> & {
  reservation: Reservation
  transfer: Transfer
  clinical: Clinical
}

function ready(
  world: World,
  context: Context,
  step: keyof typeof reservationSteps,
): Ready | { refused: Refusal } {
  const { reservation, transfer, clinical } = world
  const guarded = guardReservation(reservation, transfer, context.person, reservationSteps[step])
  if ('refused' in guarded) return guarded
  if (reservation === null || transfer === null || clinical === null) return refuse('not-found')
  return { as: guarded.as, reservation, transfer, clinical }
}

export function decideAcknowledge(world: World, _: unknown, context: Context): Decision {
  const facts = ready(world, context, 'reservation.acknowledge')
  if ('refused' in facts) return facts
  const { transfer, reservation, as } = facts
  if (reservation.acknowledgedAt !== null) return refuse('step.refused', { facts: { state: 'acknowledged' } })
  const draft = makeDraft(world, context.at)
  draft.reservation(reservation, reservationSteps['reservation.acknowledge'], { acknowledgedAt: context.at })
  draft.changes.push({
    name: 'transfer.acknowledged',
    subject: 'transfer',
    id: transfer.id,
    data: { acknowledgedAt: context.at },
  })
  return { changes: draft.changes, as }
}

/** The bed is reserved: the last one is given once (R6), and the ride's window follows (R5). */
export function decideConfirm(
  world: World,
  payload: Payload<'reservation.confirm'>,
  context: Context,
): Decision {
  const facts = ready(world, context, 'reservation.confirm')
  if ('refused' in facts) return facts
  const refused = acceptanceFault(facts, payload)
  if (refused !== null) return { refused }
  const confirmed = confirm(world, context, facts, {
    acceptedBy: payload.acceptedBy?.role ?? null,
    needs: payload.needs,
  })
  if ('refused' in confirmed || world.contacts === null) return confirmed
  return { ...confirmed, contacts: receivedBy(world.contacts, payload) }
}

/** Yes, but from another time. The answer is complete, so the coordinator's yes can confirm it. */
export function decideCounter(
  world: World,
  payload: Payload<'reservation.counter'>,
  context: Context,
): Decision {
  const facts = ready(world, context, 'reservation.counter')
  if ('refused' in facts) return facts
  const { transfer, reservation, as } = facts
  const refused = acceptanceFault(facts, payload)
  if (refused !== null) return { refused }
  if (Date.parse(payload.from) <= Date.parse(context.at))
    return refuse('time.past', { facts: { from: payload.from } })
  const counterFrom = new Date(payload.from).toISOString()
  const draft = makeDraft(world, context.at)
  draft.reservation(reservation, reservationSteps['reservation.counter'], {
    counterFrom,
    acknowledgedAt: reservation.acknowledgedAt ?? context.at,
    acceptedBy: payload.acceptedBy?.role ?? null,
    needs: payload.needs,
  })
  draft.changes.push({
    name: 'transfer.countered',
    subject: 'transfer',
    id: transfer.id,
    data: {
      counterFrom,
      acknowledgedAt: reservation.acknowledgedAt ?? context.at,
      since: later(transfer.since, context.at),
    },
  })
  if (world.contacts === null) return { changes: draft.changes, as }
  return { changes: draft.changes, as, contacts: receivedBy(world.contacts, payload) }
}

/** Of this hospital's answer, and nothing of one that was asked before it. */
function receivedBy(
  { bringTo: _, ...contacts }: Contacts,
  { acceptedBy, place }: Pick<Payload<'reservation.confirm'>, 'acceptedBy' | 'place'>,
): Contacts {
  return { ...contacts, acceptedBy: acceptedBy ?? null, ...(place === undefined ? {} : { bringTo: place }) }
}

export function decideAcceptCounter(world: World, _: unknown, context: Context): Decision {
  const facts = ready(world, context, 'reservation.accept-counter')
  if ('refused' in facts) return facts
  const { reservation } = facts
  if (!mayAnswerFor(facts)) return refuse('role.refused')
  if (reservation.counterFrom === null) return refuse('step.refused', { facts: { state: 'not-countered' } })
  return confirm(world, context, facts, { acceptedBy: reservation.acceptedBy, needs: reservation.needs })
}

export function decideDecline(
  world: World,
  payload: Payload<'reservation.decline'>,
  context: Context,
): Decision {
  const facts = ready(world, context, 'reservation.decline')
  if ('refused' in facts) return facts
  const draft = makeDraft(world, context.at)
  draft.reservation(
    facts.reservation,
    reservationSteps['reservation.decline'],
    {
      declineReason: payload.reason,
    },
    payload.note,
  )
  draft.transfer(facts.transfer, transferFollows.decline, noOffer)
  return { changes: draft.changes, as: facts.as }
}

/** A referrer acts on an offer it directed itself; any other is the coordinator's. */
const mayAnswerFor = ({ as, reservation }: Ready): boolean =>
  as.role === 'rcps' || as.role === 'lcps' || reservation.directed

/** Taken back by who offered it: that hospital may be offered again. */
export function decideRetract(
  world: World,
  payload: Payload<'reservation.retract'>,
  context: Context,
): Decision {
  const facts = ready(world, context, 'reservation.retract')
  if ('refused' in facts) return facts
  if (!mayAnswerFor(facts)) return refuse('role.refused')
  const draft = makeDraft(world, context.at)
  const step = reservationSteps['reservation.retract']
  draft.reservation(facts.reservation, step, { releaseReason: 'retracted' }, payload.note)
  draft.transfer(facts.transfer, transferFollows.retract, noOffer)
  return { changes: draft.changes, as: facts.as }
}

/** IC: a bed is confirmed with who accepted medically, and every special need is ticked. */
function acceptanceFault(
  { transfer, clinical }: Ready,
  payload: Pick<Payload<'reservation.confirm'>, 'acceptedBy' | 'needs'>,
): Refusal | null {
  if (transfer.bed === 'ic' && payload.acceptedBy === undefined)
    return { code: 'confirm.accepted-by-required', fields: [{ field: 'acceptedBy', fault: 'required' }] }
  const unticked = specialNeeds(clinical).filter((need) => !payload.needs.includes(need))
  return unticked.length > 0 ? { code: 'confirm.need-unticked', reasons: unticked } : null
}

/** The last one is given once (R6). A hospital abroad files no figures: its own word is the bed. */
function bedFor(
  { beds }: World,
  { transfer, reservation }: Pick<Ready, 'transfer' | 'reservation'>,
  now: string,
): { usesBoss: boolean } | { refused: Refusal } {
  if (transfer.abroad != null) return { usesBoss: false }
  const row = beds.find(({ id }) => id === bedsId(reservation.hospital, reservation.bed))
  if (row === undefined) return refuse('bed.none-left')
  const { free, freeInclBoss } = freeBeds({ ...row, now })
  const { operational, occupied, reserved, boss } = row
  if (freeInclBoss === 0) return refuse('bed.none-left', { facts: { operational, occupied, reserved, boss } })
  if (free === 0 && transfer.kind === 'planned')
    return refuse('bed.only-boss-left', { facts: { operational, occupied, reserved, boss } })
  return { usesBoss: free === 0 }
}

function confirm(
  world: World,
  context: Context,
  { transfer, reservation, as }: Ready,
  accepted: Pick<Reservation, 'acceptedBy' | 'needs'>,
): Decision {
  const bed = bedFor(world, { transfer, reservation }, context.now)
  if ('refused' in bed) return bed
  const draft = makeDraft(world, context.at)
  draft.reservation(reservation, reservationSteps['reservation.confirm'], {
    ...accepted,
    confirmedAt: context.at,
    acknowledgedAt: reservation.acknowledgedAt ?? context.at,
    usesBoss: bed.usesBoss,
  })
  draft.transfer(transfer, transferFollows.reserve, {
    window: rideWindow({ kind: transfer.kind, matchedAt: context.at }),
    acknowledgedAt: reservation.acknowledgedAt ?? context.at,
    counterFrom: null,
  })
  return { changes: draft.changes, as }
}

// What coordinators and referrers do with a filed request: claim, verify, reject, hand over, hold, end, close.
import { guardTransfer } from '#shared/access/guard.ts'
import type { Membership } from '#shared/access/parties.ts'
import { reservationFollows } from '#shared/beds/reservation-steps.ts'
import type { ReleaseReason } from '#shared/beds/reservation.ts'
import { claimedByOther, noOffer } from '#shared/matching/decide-offer.ts'
import { matchInput } from '#shared/matching/match-facts.ts'
import { matchHospitals } from '#shared/matching/rank-hospitals.ts'
import { routeOf } from '#shared/matching/route.ts'
import { effectivePhase } from '#shared/phases/effective-phase.ts'
import { isActive } from '#shared/rides/ride.ts'
import { later } from '#shared/rides/ride-span.ts'
import { rideFollows } from '#shared/rides/ride-steps.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { type Draft, makeDraft } from '#shared/wire/draft.ts'
import { type Refusal, refuse } from '#shared/wire/refusal.ts'
import { hasDeparted, isWithPatient, type Transfer } from './transfer.ts'
import { type TransferCommand, transferSteps } from './transfer-steps.ts'

type Ready = { as: Membership; transfer: Transfer; draft: Draft }

function ready(world: World, context: Context, step: TransferCommand): Ready | { refused: Refusal } {
  const guarded = guardTransfer(world.transfer, context.person, transferSteps[step])
  if ('refused' in guarded) return guarded
  if (world.transfer === null) return refuse('not-found')
  return { as: guarded.as, transfer: world.transfer, draft: makeDraft(world, context.at) }
}

type Noted = { transfer: string; note?: string | undefined }

/** A step that moves the row and touches nothing else. */
const simple =
  (step: TransferCommand, data: (transfer: Transfer, context: Context) => Partial<Transfer> = () => ({})) =>
  (world: World, payload: Noted, context: Context): Decision => {
    const facts = ready(world, context, step)
    if ('refused' in facts) return facts
    const { transfer, draft, as } = facts
    const { event, to } = transferSteps[step]
    const after = to === 'held' ? (transfer.heldFrom ?? 'matching') : to
    draft.transfer(transfer, { event, to: after }, data(transfer, context), payload.note)
    return { changes: draft.changes, as }
  }

/** As `simple`, for what a claim by another coordinator stops. */
const unclaimedByOther =
  (decide: (world: World, payload: never, context: Context) => Decision) =>
  (world: World, payload: unknown, context: Context): Decision => {
    const decision = decide(world, payload as never, context)
    if ('refused' in decision || world.transfer === null) return decision
    const refused = claimedByOther(world.transfer, context)
    return refused === null ? decision : { refused }
  }

export const decideClaim = unclaimedByOther((world: World, _: unknown, context: Context): Decision => {
  const facts = ready(world, context, 'transfer.claim')
  if ('refused' in facts) return facts
  const claim = { person: context.person.id, role: facts.as.role, org: facts.as.org, at: context.at }
  facts.draft.transfer(facts.transfer, transferSteps['transfer.claim'], { claim })
  return { changes: facts.draft.changes, as: facts.as }
})

export function decideUnclaim(
  world: World,
  payload: Payload<'transfer.unclaim'>,
  context: Context,
): Decision {
  const decision = simple('transfer.unclaim', () => ({ claim: null }))(world, payload, context)
  if ('refused' in decision || world.transfer?.claim != null) return decision
  return refuse('step.refused', { facts: { state: 'unclaimed' } })
}

export const decideVerify = unclaimedByOther(simple('transfer.verify'))
export const decideHold = simple('transfer.hold', ({ state }) => ({ heldFrom: state }))
export const decideResume = simple('transfer.resume', () => ({ heldFrom: null }))

export function decideReject(world: World, payload: Payload<'transfer.reject'>, context: Context): Decision {
  return unclaimedByOther(simple('transfer.reject', () => ({ endReason: payload.reason, claim: null })))(
    world,
    payload,
    context,
  )
}

/** With no regional bed the LCPS takes over; with one, handing over needs a note (plan 4.5.1.5). */
export const decideHandOver = unclaimedByOther(
  (world: World, payload: Payload<'transfer.hand-over'>, context: Context): Decision => {
    const facts = ready(world, context, 'transfer.hand-over')
    if ('refused' in facts) return facts
    const { transfer, draft, as } = facts
    if (transfer.level === 'national') return refuse('step.refused', { facts: { state: 'handed-over' } })
    const phase = effectivePhase({ region: transfer.fromRegion, at: context.now, register: world.phases })
    const ground = transfer.ground === null ? {} : { ground: transfer.ground }
    if (!routeOf({ kind: transfer.kind, ...ground, phase }).search.includes('national'))
      return refuse('nation.closed', { facts: { phase } })
    if (world.clinical !== null && payload.note === undefined) {
      const match = matchHospitals(matchInput(transfer, world.clinical, world, context.now))
      if (match.level === 'region' && match.candidates.length > 0)
        return refuse('reason.required', { facts: { why: 'regional-beds', count: match.candidates.length } })
    }
    draft.transfer(
      transfer,
      transferSteps['transfer.hand-over'],
      {
        level: 'national',
        claim: null,
        since: later(transfer.since, context.at),
        waitingSince: later(transfer.since, context.at),
      },
      payload.note,
    )
    return { changes: draft.changes, as }
  },
)

/** Back to the RCPS, with the reason in its note; the LCPS is no longer a party. */
export const decideHandBack = unclaimedByOther(
  (world: World, payload: Payload<'transfer.hand-back'>, context: Context): Decision => {
    const facts = ready(world, context, 'transfer.hand-back')
    if ('refused' in facts) return facts
    const { transfer, draft, as } = facts
    if (transfer.level === 'region') return refuse('step.refused', { facts: { state: 'not-handed-over' } })
    const since = later(transfer.since, context.at)
    const unnamed = transfer.wish == null ? {} : { wish: null }
    const data = { level: 'region', claim: null, since, waitingSince: since, ...unnamed } as const
    draft.transfer(transfer, transferSteps['transfer.hand-back'], data, payload.note)
    return { changes: draft.changes, as }
  },
)

const END_RELEASES = {
  'transfer.withdraw': 'withdrawn',
  'transfer.solve-elsewhere': 'solved-elsewhere',
  'transfer.decease': 'deceased',
} as const satisfies Partial<Record<TransferCommand, ReleaseReason>>

type Ending = { transfer: string; reason?: string | undefined; note?: string | undefined }

/** Ends the transfer and frees what it held: the reserved or occupied bed, the vehicle. */
const ending =
  (step: keyof typeof END_RELEASES) =>
  (world: World, payload: Ending, context: Context): Decision => {
    const facts = ready(world, context, step)
    if ('refused' in facts) return facts
    const { transfer, draft, as } = facts
    const { reservation, ride } = world
    if (step === 'transfer.decease' && !isWithPatient(as.role, transfer)) return refuse('role.refused')
    // A bed in which somebody died is free, at whichever end the patient was.
    if (step === 'transfer.decease' && !hasDeparted(transfer)) draft.origin(transfer, -1)
    // An offer that nobody confirmed ends with the transfer, and so do that side's rights.
    const offer = reservation?.state === 'offered' ? noOffer : {}
    draft.transfer(
      transfer,
      transferSteps[step],
      { endReason: payload.reason ?? null, claim: null, ...offer },
      payload.note,
    )
    if (reservation !== null && reservation.id === transfer.reservation) {
      const follow =
        reservation.state === 'occupied' ? reservationFollows.discharge : reservationFollows.release
      draft.reservation(reservation, follow, { releaseReason: END_RELEASES[step] })
    }
    if (ride !== null && isActive(ride))
      draft.ride(ride, rideFollows.end.event, { state: rideFollows.end.to, abortReason: 'transfer-ended' })
    return { changes: draft.changes, as }
  }

export const decideWithdraw = ending('transfer.withdraw')
export const decideSolveElsewhere = ending('transfer.solve-elsewhere')
export const decideDecease = ending('transfer.decease')

/** Closing is an act of its own, after the patient was handed over (rulebook, States). */
export function decideClose(world: World, payload: Payload<'transfer.close'>, context: Context): Decision {
  const state = world.ride?.state
  const decision = simple('transfer.close')(world, payload, context)
  if ('refused' in decision || state === undefined || state === 'handed-over' || state === 'available')
    return decision
  return refuse('step.refused', { facts: { state: `ride-${state}` } })
}

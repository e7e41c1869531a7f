// Offers: a coordinator chooses a hospital that R8 proposes, a referrer directs a specialist or return request.
import { ABROAD, abroadStops, isBeyondAgreed, partnerOf } from '#shared/abroad/offer-abroad.ts'
import { type PlaceAbroad, placeOf } from '#shared/abroad/place-abroad.ts'
import { guardTransfer } from '#shared/access/guard.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import type { Phase } from '#shared/terms.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import { isStable } from '#shared/transfers/request-facts.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { transferFollows, transferSteps } from '#shared/transfers/transfer-steps.ts'
import { desksFor } from '#shared/transport/desks.ts'
import { fleetCounts } from '#shared/transport/fleet-counts.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { type Draft, makeDraft } from '#shared/wire/draft.ts'
import { type Refusal, refuse } from '#shared/wire/refusal.ts'
import { checkEligibility } from './eligibility.ts'
import { matchInput } from './match-facts.ts'
import { type Match, matchHospitals } from './rank-hospitals.ts'

/**
 * A coordinator's offer. Never an excluded hospital (R8); one that is not the first, or a patient who does not
 * meet R3, only with a reason (plan 4.2; "the rule proposes; a coordinator chooses").
 */
export function decideOffer(world: World, payload: Payload<'transfer.offer'>, context: Context): Decision {
  const { transfer, clinical } = world
  const guarded = guardTransfer(transfer, context.person, transferSteps['transfer.offer'])
  if ('refused' in guarded) return guarded
  if (transfer === null || clinical === null) return refuse('not-found')
  if (isTaken(world, payload.reservation)) return refuse('already-exists')
  const claimed = claimedByOther(transfer, context)
  if (claimed !== null) return { refused: claimed }

  const match = matchHospitals(matchInput(transfer, clinical, world, context.now))
  if (match.error !== undefined) return refuse('nation.closed')
  const chosen = chosenPlace(world, transfer, payload.hospital, match, context.now)
  if ('refused' in chosen) return chosen
  if (payload.reason === undefined) {
    const first = match.candidates[0]?.hospital ?? null
    // Abroad comes after every hospital here.
    if (chosen.abroad === undefined ? first !== payload.hospital : first !== null)
      return refuse('reason.required', { facts: { why: 'not-first', first } })
    const partner = partnerOf(world, payload.hospital)
    if (partner !== undefined && isBeyondAgreed(partner, world.heldAbroad ?? 0))
      return refuse('reason.required', { facts: { why: 'beyond-agreed', agreed: partner.icBeds } })
    const { eligible, notMet, missing } = eligibilityOfTransfer(transfer, clinical, world, context.now)
    if (!eligible || missing.length > 0)
      return refuse('reason.required', { reasons: [...notMet, ...missing], facts: { why: 'eligibility' } })
  }
  const draft = makeDraft(world, context.at)
  const { role, org } = guarded.as
  const claim = transfer.claim ?? { person: context.person.id, role, org, at: context.at }
  offer(
    draft,
    { ...transfer, claim },
    clinical,
    {
      reservation: payload.reservation,
      hospital: payload.hospital,
      directed: false,
      at: context.at,
      ...chosen,
    },
    payload.reason,
  )
  return { changes: draft.changes, as: guarded.as }
}

/** One of R8's candidates, or a hospital abroad that may be asked now. */
function chosenPlace(
  world: World,
  transfer: Transfer,
  to: string,
  match: Match,
  now: string,
): { abroad?: PlaceAbroad } | { refused: Refusal } {
  const partner = hospital(to) === undefined ? partnerOf(world, to) : undefined
  if (partner === undefined && hospital(to) === undefined)
    return refuse('command.invalid', { fields: [{ field: 'hospital', fault: 'enum' }] })
  const reasons = partner ? abroadStops(transfer, to, world, now) : (match.excluded[to] ?? [])
  if (reasons.length > 0) return refuse('hospital.excluded', { reasons })
  if (match.level === 'national' && transfer.level === 'region') return refuse('hand-over.first')
  return partner === undefined ? {} : { abroad: placeOf(partner) }
}

/** A referrer's own offer of a specialist-care or return request, in every phase. */
export function decideDirect(world: World, payload: Payload<'transfer.direct'>, context: Context): Decision {
  const { transfer, clinical } = world
  const guarded = guardTransfer(transfer, context.person, transferSteps['transfer.direct'])
  if ('refused' in guarded) return guarded
  if (transfer === null || clinical === null) return refuse('not-found')
  if (transfer.purpose !== 'specialist-care' && transfer.purpose !== 'return') return refuse('role.refused')
  const draft = makeDraft(world, context.at)
  const refused = directedOffer(
    draft,
    world,
    transfer,
    clinical,
    payload.reservation,
    payload.hospital,
    context,
  )
  return refused === null ? { changes: draft.changes, as: guarded.as } : { refused }
}

/** What even a named hospital cannot be asked; whether it has a bed is its own to say. */
const DIRECTED_STOPS = ['origin', 'no-such-beds', 'declined-earlier']

export function directedOffer(
  draft: Draft,
  world: World,
  transfer: Transfer,
  clinical: Clinical,
  reservation: string,
  to: string,
  { at, now }: Context,
): Refusal | null {
  if (isTaken(world, reservation)) return { code: 'already-exists' }
  const { excluded } = matchHospitals(matchInput({ ...transfer, level: 'region' }, clinical, world, now))
  const reasons = (excluded[to] ?? []).filter((reason) => DIRECTED_STOPS.includes(reason))
  if (reasons.length > 0) return { code: 'hospital.excluded', reasons }
  offer(draft, transfer, clinical, { reservation, hospital: to, directed: true, at })
  return null
}

/** A new reservation under the id of an earlier one would overwrite that hospital's answer. */
export const isTaken = ({ reservations }: World, reservation: string): boolean =>
  reservations.some(({ id }) => id === reservation)

type Made = { reservation: string; hospital: string; directed: boolean; at: string; abroad?: PlaceAbroad }

/** Opens the reservation and makes the hospital, its RCPS and the transport desks parties. */
export function offer(draft: Draft, transfer: Transfer, clinical: Clinical, made: Made, note?: string): void {
  const row = newReservation(transfer, made)
  draft.transfer(transfer, transferFollows.offerDirected, {
    claim: transfer.claim,
    ...offeredTo(transfer, clinical, row),
    ...(made.abroad ? { abroad: made.abroad } : {}),
  })
  draft.first('reservation.offered', 'reservation', row, note)
}

/** The part of the transfer's row that says to whom it is offered. */
export const offeredTo = (
  transfer: Transfer,
  clinical: Clinical,
  row: Reservation,
): Pick<Transfer, 'reservation' | 'to' | 'toRegion' | 'desks' | 'acknowledgedAt' | 'counterFrom'> => ({
  reservation: row.id,
  to: row.hospital,
  toRegion: row.region,
  desks: desksFor(transfer, row.hospital, clinical),
  acknowledgedAt: null,
  counterFrom: null,
})

/** The same part when no offer is open: the other side is no party any more. */
export const noOffer = {
  reservation: null,
  to: null,
  toRegion: null,
  desks: [],
  abroad: null,
  acknowledgedAt: null,
  counterFrom: null,
} satisfies Partial<Transfer>

export function newReservation(transfer: Transfer, made: Made): Reservation {
  return {
    id: made.reservation,
    rev: 0,
    transfer: transfer.id,
    hospital: made.hospital,
    region: hospital(made.hospital)?.region ?? ABROAD,
    bed: transfer.bed,
    state: 'offered',
    since: made.at,
    offeredAt: made.at,
    directed: made.directed,
    acknowledgedAt: null,
    confirmedAt: null,
    usesBoss: false,
    counterFrom: null,
    acceptedBy: null,
    needs: [],
    declineReason: null,
    releaseReason: null,
    diverted: false,
  }
}

/** R3 on this request, with the ambulance+ that exist free now. */
export const eligibilityOfTransfer = (transfer: Transfer, clinical: Clinical, world: World, now: string) =>
  eligibilityIn(matchInput(transfer, clinical, world, now).phase, transfer, clinical)

/** The same where the phase is known. */
export const eligibilityIn = (
  phase: Phase,
  { bed, purpose }: Pick<Transfer, 'bed' | 'purpose'>,
  clinical: Clinical,
) =>
  checkEligibility({
    bed,
    purpose,
    admissionReason: clinical.admissionReason,
    phase,
    frail: clinical.frail,
    geriatricianConsulted: clinical.geriatricianConsulted,
    stable: isStable(clinical),
    familyInformed: clinical.familyInformed,
    hfno: clinical.support === 'hfno',
    ambulancePlus: fleetCounts()['ambulance-plus'] ?? 0,
  })

/** Another coordinator's claim, as a refusal that says whose. */
export const claimedByOther = (transfer: Transfer, context: Context): Refusal | null =>
  transfer.claim !== null && transfer.claim.person !== context.person.id
    ? {
        code: 'claim.taken',
        facts: { role: transfer.claim.role, org: transfer.claim.org, at: transfer.claim.at },
      }
    : null

// The receiving region's RCPS moves a national offer to another hospital of its region, with a reason (plan 4.2).
import { guardReservation } from '#shared/access/guard.ts'
import { isTaken, newReservation, offeredTo } from '#shared/matching/decide-offer.ts'
import { matchInput } from '#shared/matching/match-facts.ts'
import { matchHospitals } from '#shared/matching/rank-hospitals.ts'
import { later } from '#shared/rides/ride-span.ts'
import { transferFollows } from '#shared/transfers/transfer-steps.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { makeDraft } from '#shared/wire/draft.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { reservationSteps } from './reservation-steps.ts'

export function decideMove(world: World, payload: Payload<'reservation.move'>, context: Context): Decision {
  const { reservation, transfer, clinical } = world
  const guarded = guardReservation(
    reservation,
    transfer,
    context.person,
    reservationSteps['reservation.move'],
  )
  if ('refused' in guarded) return guarded
  if (reservation === null || transfer === null || clinical === null) return refuse('not-found')
  if (transfer.level !== 'national' || reservation.directed) return refuse('role.refused')
  if (isTaken(world, payload.to)) return refuse('already-exists')
  const { excluded } = matchHospitals(matchInput(transfer, clinical, world, context.now))
  const reasons = excluded[payload.hospital]
  if (reasons !== undefined) return refuse('hospital.excluded', { reasons })

  const row = newReservation(transfer, {
    reservation: payload.to,
    hospital: payload.hospital,
    directed: false,
    at: context.at,
  })
  if (row.region !== reservation.region || row.hospital === reservation.hospital)
    return refuse('hospital.excluded', { reasons: ['other-region'] })
  const draft = makeDraft(world, context.at)
  draft.reservation(reservation, reservationSteps['reservation.move'], { releaseReason: 'moved' })
  draft.transfer(transfer, transferFollows.moveOffer, {
    since: later(transfer.since, context.at),
    ...offeredTo(transfer, clinical, row),
  })
  draft.first('reservation.offered', 'reservation', row, payload.reason)
  return { changes: draft.changes, as: guarded.as }
}

// An offer that nobody answered or took up, however far its alert went, expires: the request is matched again
// (docs/decisions/012). Performed by the server's timers.
import { guardReservation } from '#shared/access/guard.ts'
import { isSystem } from '#shared/access/parties.ts'
import { dueAct, isDue } from '#shared/alerts/due.ts'
import { noOffer } from '#shared/matching/decide-offer.ts'
import { transferFollows } from '#shared/transfers/transfer-steps.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { makeDraft } from '#shared/wire/draft.ts'
import { BY_SYSTEM } from '#shared/wire/event.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { reservationSteps } from './reservation-steps.ts'

export function decideExpire(world: World, _: unknown, { person, now, at }: Context): Decision {
  const { reservation, transfer, alert } = world
  const step = reservationSteps['reservation.expire']
  if (!isSystem(person)) {
    const guarded = guardReservation(reservation, transfer, person, step)
    return 'refused' in guarded ? guarded : refuse('role.refused')
  }
  if (reservation === null || transfer === null) return refuse('not-found')
  if (!step.from.some((state) => state === reservation.state))
    return refuse('step.refused', { facts: { state: reservation.state } })
  const isUnanswered =
    alert !== null && alert.reservation === reservation.id && dueAct(alert) === 'expire' && isDue(alert, now)
  if (!isUnanswered) return refuse('step.refused', { facts: { state: 'alert-not-due' } })
  const draft = makeDraft(world, at)
  draft.reservation(reservation, step)
  draft.transfer(transfer, transferFollows.expire, noOffer)
  return { changes: draft.changes, as: BY_SYSTEM }
}

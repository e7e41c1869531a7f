import type { Reservation } from '#shared/beds/reservation.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { PlanRow } from '#shared/wire/plans.ts'
import type { Refusal } from '#shared/wire/refusal.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import type { State } from '#web/parts/state-mark.tsx'
import { actedProblem } from '#web/pieces/acted-problem.ts'
import { actorOrg } from '#web/pieces/rcps-name.ts'
import { term } from '#web/pieces/term.ts'

/** What is known on this phone of one row: read by its table. */
export type PlanRowFacts = {
  transfer: Transfer | null | undefined
  /** The one that this plan's offer made. */
  reservation: Reservation | undefined
  /** This person's own offer on its way. */
  sent: { state: 'waiting' | 'sending' | 'received' | 'refused'; refusal: Refusal | null } | undefined
  /** Why it went nowhere here and now. */
  stopped: { refused?: Refusal | undefined; failed?: 'storage' | 'session' | undefined } | undefined
  /** Who looks: another coordinator's claim stops an offer. */
  person: string
}

export type PlanOutcome = { state: State; label: string; note?: string | undefined; mayOffer: boolean }

/** How far the offer of one assignment is, and whether it can be made. */
export function outcomeOf(row: PlanRow, facts: PlanRowFacts): PlanOutcome {
  const { transfer, reservation, sent, stopped } = facts
  if (reservation !== undefined) return ofReservation(reservation)
  if (sent?.state === 'waiting' || sent?.state === 'sending')
    return { state: 'waiting', label: t('plan.row.queued'), mayOffer: false }
  if (sent?.state === 'refused' || stopped !== undefined) {
    const why = actedProblem({
      refused: sent?.refusal ?? stopped?.refused,
      failed: stopped?.failed,
    })
    return { state: 'stopped', label: t('plan.row.refused'), note: why, mayOffer: false }
  }
  if (transfer === undefined) return { state: 'waiting', label: t('common.loading'), mayOffer: false }
  if (transfer === null || transfer.state !== 'matching' || transfer.level !== 'national')
    return {
      state: 'stopped',
      label: t('plan.row.gone'),
      note: transfer === null ? undefined : term('state', transfer.state),
      mayOffer: false,
    }
  return readiness(row, transfer, facts.person)
}

function readiness(row: PlanRow, { claim }: Transfer, person: string): PlanOutcome {
  if (claim !== null && claim.person !== person)
    return {
      state: 'stopped',
      label: t('plan.row.claimed'),
      note: `${actorOrg(claim.role, claim.org)}, ${clock(claim.at)}`,
      mayOffer: false,
    }
  if (row.unmet.length > 0) {
    const unmet = row.unmet.map((code) => {
      const word = term('not-met', code)
      return word === code ? term('missing', code) : word
    })
    return { state: 'old', label: t('plan.row.unmet'), note: unmet.join(', '), mayOffer: false }
  }
  return { state: 'acts', label: t(`plan.change.${row.change}`), mayOffer: true }
}

function ofReservation({ state, declineReason, releaseReason }: Reservation): PlanOutcome {
  const label = term('reservation', state)
  if (state === 'offered') return { state: 'waiting', label: t('plan.row.offered'), mayOffer: false }
  if (state === 'confirmed' || state === 'occupied') return { state: 'done', label, mayOffer: false }
  const note =
    declineReason !== null
      ? term('decline', declineReason)
      : releaseReason !== null
        ? term('release', releaseReason)
        : undefined
  return { state: 'stopped', label, note, mayOffer: false }
}

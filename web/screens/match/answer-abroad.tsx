import { type JSX, Show } from 'solid-js'

import { destinationsAbroad } from '#shared/abroad/partner-row.ts'
import { guardReservation } from '#shared/access/guard.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import { reservationSteps } from '#shared/beds/reservation-steps.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { t } from '#web/i18n/t.ts'
import { PartnerLine } from '#web/pieces/abroad/partner-line.tsx'
import { createRegister } from '#web/state/register.ts'
import { me, session } from '#web/state/session.ts'

import type { Acting } from '#web/screens/create-acting.ts'
import { AnswerForm } from '#web/screens/offer/answer.tsx'

type Props = {
  transfer: Transfer
  reservation: Reservation
  clinical: Clinical | undefined
  acting: Acting
  /** The way back. */
  beside: JSX.Element
}

/** The LCPS calls the hospital abroad and records what it says. */
export function AnswerAbroad(props: Props) {
  const partners = createRegister('partner')
  const contact = () =>
    destinationsAbroad(partners() ?? []).find(({ id }) => id === props.reservation.hospital)?.contact ?? null
  const may = () =>
    !(
      'refused' in
      guardReservation(props.reservation, props.transfer, me(), reservationSteps['reservation.confirm'])
    )
  return (
    <Show when={may()}>
      <div class="match-abroad">
        <p>{t('abroad.answer.text')}</p>
        <PartnerLine contact={contact()} demo={session()?.demo !== false} />
      </div>
      <AnswerForm
        reservation={props.reservation}
        transfer={props.transfer}
        clinical={props.clinical}
        acting={props.acting}
        recorded
        beside={props.beside}
      />
    </Show>
  )
}

import { createSignal, Show } from 'solid-js'

import { guardReservation } from '#shared/access/guard.ts'
import type { ReservationCommand } from '#shared/beds/reservation-steps.ts'
import { reservationSteps } from '#shared/beds/reservation-steps.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { ActionBar } from '#web/parts/action-bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { Section } from '#web/parts/section.tsx'
import { OfferProgress } from '#web/pieces/beds/offer-progress.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { noteOf, ReasonDialog, type Said } from '#web/pieces/reason-dialog.tsx'
import { createDraft } from '#web/state/drafts.ts'
import { now } from '#web/state/now.ts'
import { createReservation } from '#web/state/reservations.ts'
import { hasRole, me } from '#web/state/session.ts'

import type { Acting } from '#web/screens/create-acting.ts'
import { AnswerAbroad } from './answer-abroad.tsx'
import { EarlierAnswers } from './earlier-answers.tsx'

type Props = { transfer: Transfer; clinical: Clinical | undefined; acting: Acting }

/** The hospital has it: what it said so far, its other time to accept, the offer to take back. */
export function Offered(props: Props) {
  const reservation = createReservation(() => props.transfer.reservation)
  return <Show when={reservation()}>{(row) => <Answer {...props} reservation={row()} />}</Show>
}

function Answer(props: Props & { reservation: Reservation }) {
  const [retracting, setRetracting] = createSignal(false)
  const [said, setSaid, clear] = createDraft<Said<string>>(`retract:${props.reservation.id}`)
  const id = () => props.reservation.id
  const may = (step: ReservationCommand) =>
    !('refused' in guardReservation(props.reservation, props.transfer, me(), reservationSteps[step]))
  /** A referrer acts on an offer it directed itself; any other is the coordinator's. */
  const mayAnswerFor = () => props.reservation.directed || hasRole('rcps', 'lcps')
  const mayRetract = () => may('reservation.retract') && mayAnswerFor()
  const accept = () => props.acting.run('reservation.accept-counter', { reservation: id() })
  async function retract(): Promise<void> {
    const payload = { reservation: id(), ...noteOf(said() ?? { note: '' }) }
    if (await props.acting.run('reservation.retract', payload)) await clear()
    setRetracting(false)
  }
  const counter = () =>
    may('reservation.accept-counter') && mayAnswerFor() ? props.reservation.counterFrom : null
  const Retract = () => (
    <Show when={mayRetract()}>
      <Button onClick={() => setRetracting(true)}>{t('matching.offered.retract')}</Button>
    </Show>
  )
  return (
    <div class="match-detail__step">
      <Section title={t('matching.offered.title', { hospital: hospitalName(props.reservation.hospital) })}>
        <Show
          when={props.transfer.abroad}
          fallback={
            <OfferProgress reservation={props.reservation} readyFrom={props.transfer.readyFrom} now={now()} />
          }
        >
          <AnswerAbroad {...props} beside={<Retract />} />
        </Show>
      </Section>
      <EarlierAnswers transfer={props.transfer.id} />
      <Show when={!props.transfer.abroad && (counter() !== null || mayRetract())}>
        <ActionBar>
          <Show when={counter()}>
            {(from) => (
              <Button
                variant="primary"
                busy={props.acting.busy() || props.acting.isUnderWay('reservation.accept-counter')}
                onClick={() => void accept()}
              >
                {t('matching.offered.accept', { time: moment(from(), now()) })}
              </Button>
            )}
          </Show>
          <Retract />
        </ActionBar>
      </Show>
      <ReasonDialog
        open={retracting()}
        title={t('matching.retract.title', { hospital: hospitalName(props.reservation.hospital) })}
        noteLabel={t('matching.retract.note')}
        value={said() ?? { note: '' }}
        onChange={setSaid}
        submit={t('matching.retract.submit')}
        danger
        busy={props.acting.busy()}
        onSubmit={() => void retract()}
        onClose={() => setRetracting(false)}
      >
        <p>{t('matching.retract.text')}</p>
      </ReasonDialog>
    </div>
  )
}

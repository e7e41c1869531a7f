import { createEffect, createSignal, type JSX, on, Show } from 'solid-js'

import { guardReservation } from '#shared/access/guard.ts'
import { bedsId } from '#shared/beds/beds.ts'
import { DECLINE_REASONS, type DeclineReason, type Reservation } from '#shared/beds/reservation.ts'
import { type ReservationCommand, reservationSteps } from '#shared/beds/reservation-steps.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import { specialNeeds } from '#shared/transfers/request-facts.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { ActionBar } from '#web/parts/action-bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Section } from '#web/parts/section.tsx'
import {
  acceptanceOf,
  type AnswerFault,
  answerFaults,
  emptyAnswer,
  type OfferAnswer,
} from '#web/pieces/beds/offer-answer.ts'
import { OfferAnswerForm } from '#web/pieces/beds/offer-answer-form.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { noteOf, ReasonDialog, type Said } from '#web/pieces/reason-dialog.tsx'
import { term } from '#web/pieces/term.ts'
import { createDraft } from '#web/state/drafts.ts'
import { now } from '#web/state/now.ts'
import { me } from '#web/state/session.ts'

import type { Acting } from '#web/screens/create-acting.ts'
import { OwnBedsBeside } from './own-beds-beside.tsx'

type Props = {
  reservation: Reservation
  transfer: Transfer
  clinical: Clinical | undefined
  acting: Acting
  /** What a hospital abroad said by phone, in whose place the LCPS records it. */
  recorded?: true
  /** Beside the answers: the offer to take back. */
  beside?: JSX.Element
}

const ANSWERS = ['reservation.confirm', 'reservation.counter', 'reservation.decline'] as const

/** First the receipt, then the answer: a bed, a bed from another time, or no with its reason. */
export function Answer(props: Props) {
  const id = () => props.reservation.id
  const may = (step: ReservationCommand) =>
    !('refused' in guardReservation(props.reservation, props.transfer, me(), reservationSteps[step]))
  const isSeen = () => props.reservation.acknowledgedAt !== null
  const acknowledge = () => props.acting.run('reservation.acknowledge', { reservation: id() })
  return (
    <div class="match-detail__step">
      <OwnBedsBeside
        beds={bedsId(props.reservation.hospital, props.reservation.bed)}
        kind={props.transfer.kind}
      />
      <Show
        when={isSeen()}
        fallback={
          <Show when={may('reservation.acknowledge')}>
            <p class="offer-detail__text">{t('matching.offers.acknowledgeText')}</p>
            <ActionBar>
              <Button variant="primary" busy={props.acting.busy()} onClick={() => void acknowledge()}>
                {t('matching.offers.acknowledge')}
              </Button>
              <Decline {...props} />
            </ActionBar>
          </Show>
        }
      >
        <Show when={may('reservation.confirm')}>
          <Show
            when={!props.acting.isUnderWay(...ANSWERS)}
            fallback={
              <Section title={t('matching.answer.title')}>
                <p>{t('matching.answer.underWay')}</p>
              </Section>
            }
          >
            <AnswerForm {...props} />
          </Show>
        </Show>
      </Show>
    </div>
  )
}

type Kept = { role: string; phone: string; place?: string }

/** The answer itself: a bed, a bed from another time, or no. */
export function AnswerForm(props: Props) {
  /** Kept until the offer is over: a bed lost to a colleague does not cost what was typed. */
  const [kept, keep] = createDraft<OfferAnswer>(`answer:${props.reservation.id}`)
  /** Who accepts is the same for a whole shift: typed once. */
  const [line, keepLine] = createDraft<Kept>(`accepts:${props.reservation.hospital}`)
  const [tried, setTried] = createSignal(false)
  const answer = (): OfferAnswer => kept() ?? { ...emptyAnswer, ...line() }
  const needs = () => (props.clinical ? specialNeeds(props.clinical) : [])
  const faults = (): AnswerFault[] => answerFaults(answer(), props.transfer, needs(), now())
  const later = () => (answer().when === 'later' ? answer().from : undefined)
  createEffect(
    on(
      () => props.reservation.counterFrom,
      () => setTried(false),
      { defer: true },
    ),
  )

  async function send(): Promise<void> {
    setTried(true)
    if (faults().length > 0 || props.clinical === undefined) return
    const from = later()
    const yes = { reservation: props.reservation.id, ...acceptanceOf(answer(), props.transfer, needs()) }
    const queued =
      from === undefined
        ? await props.acting.run('reservation.confirm', yes)
        : await props.acting.run('reservation.counter', { ...yes, from })
    if (!queued) return
    if (yes.acceptedBy)
      keepLine({ ...yes.acceptedBy, ...(yes.place === undefined ? {} : { place: yes.place }) })
    announce(t('matching.answer.queued'))
    setTried(false)
  }
  return (
    <Section
      title={
        props.recorded
          ? t('abroad.answer.title', { place: hospitalName(props.reservation.hospital) })
          : t('matching.answer.title')
      }
    >
      <Show when={props.reservation.counterFrom}>
        {(from) => <p>{t('matching.answer.countered', { time: moment(from(), now()) })}</p>}
      </Show>
      <OfferAnswerForm
        transfer={props.transfer}
        needs={needs()}
        value={answer()}
        onChange={keep}
        faults={tried() ? faults() : []}
        now={now()}
      />
      <ActionBar>
        <Button
          variant="primary"
          busy={props.acting.busy()}
          disabled={props.clinical === undefined}
          onClick={() => void send()}
        >
          {later() === undefined
            ? t(props.recorded ? 'abroad.answer.yes' : 'matching.answer.confirm')
            : t('matching.answer.counter', { time: moment(later() ?? now(), now()) })}
        </Button>
        <Decline {...props} />
        {props.beside}
      </ActionBar>
    </Section>
  )
}

function Decline(props: Props) {
  const [open, setOpen] = createSignal(false)
  const [said, setSaid, clear] = createDraft<Said<DeclineReason>>(`decline:${props.reservation.id}`)
  async function decline(): Promise<void> {
    const { reason, note } = said() ?? { note: '' }
    if (reason === undefined) return
    const payload = { reservation: props.reservation.id, reason, ...noteOf({ note }) }
    if (await props.acting.run('reservation.decline', payload)) await clear()
    setOpen(false)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t(props.recorded ? 'abroad.answer.no' : 'matching.decline.open')}
      </Button>
      <ReasonDialog
        open={open()}
        title={t('matching.decline.title')}
        reasonLabel={t('matching.decline.reason')}
        reasons={DECLINE_REASONS.map((value) => ({ value, label: term('decline', value) }))}
        noteLabel={t('matching.decline.note')}
        value={said() ?? { note: '' }}
        onChange={setSaid}
        submit={t('matching.decline.submit')}
        danger
        busy={props.acting.busy()}
        onSubmit={() => void decline()}
        onClose={() => setOpen(false)}
      >
        <p>{t('matching.decline.text')}</p>
      </ReasonDialog>
    </>
  )
}

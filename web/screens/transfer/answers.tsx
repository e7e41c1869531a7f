import { For, Show } from 'solid-js'

import type { Reservation, ReservationState } from '#shared/beds/reservation.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Section } from '#web/parts/section.tsx'
import { type State, StateMark } from '#web/parts/state-mark.tsx'
import { answerWords } from '#web/pieces/beds/answer-words.ts'
import { hospitalName } from '#web/pieces/place-name.ts'
import { now } from '#web/state/now.ts'
import { createReservations } from '#web/state/reservations.ts'

const LOOKS: Record<ReservationState, State> = {
  offered: 'waiting',
  confirmed: 'done',
  occupied: 'done',
  released: 'stopped',
  declined: 'stopped',
  expired: 'old',
}

/** Every hospital that was asked and what it said; the latest first. */
export function Answers(props: { transfer: string }) {
  const rows = createReservations((row) => row.transfer === props.transfer)
  const latest = () => (rows() ?? []).toSorted((a, b) => b.since.localeCompare(a.since))
  return (
    <Show when={latest().length > 0}>
      <Section title={t('transfers.answers.title')} side={latest().length}>
        <ul class="transfer-answers">
          <For each={latest()}>{(row) => <Answer row={row} />}</For>
        </ul>
      </Section>
    </Show>
  )
}

function Answer(props: { row: Reservation }) {
  const remarks = () => {
    const { directed, counterFrom, acceptedBy, usesBoss, diverted } = props.row
    return [
      directed && t('transfers.answers.directed'),
      counterFrom && t('transfers.counter.from', { time: moment(counterFrom, now()) }),
      acceptedBy && t('transfers.answers.acceptedBy', { role: acceptedBy }),
      usesBoss && t('transfers.answers.boss'),
      diverted && t('transfers.answers.diverted'),
    ].filter(Boolean)
  }
  return (
    <li class="transfer-answers__row">
      <strong>{hospitalName(props.row.hospital)}</strong>
      <time class="transfer-answers__time">{moment(props.row.since, now())}</time>
      <StateMark
        state={LOOKS[props.row.state]}
        label={answerWords(props.row)}
        note={remarks().join(' · ') || undefined}
      />
    </li>
  )
}

import { For, Show } from 'solid-js'

import { isLive } from '#shared/beds/reservation.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Section } from '#web/parts/section.tsx'
import { answerWords } from '#web/pieces/beds/answer-words.ts'
import { hospitalName } from '#web/pieces/place-name.ts'
import { now } from '#web/state/now.ts'
import { createReservations } from '#web/state/reservations.ts'

/** Which hospitals were asked before for this patient, and what they said. */
export function EarlierAnswers(props: { transfer: string }) {
  const ended = createReservations((row) => row.transfer === props.transfer && !isLive(row))
  const latest = () => (ended() ?? []).toSorted((a, b) => b.since.localeCompare(a.since))
  return (
    <Show when={latest().length > 0}>
      <Section title={t('matching.earlier')} side={latest().length}>
        <ul class="earlier-answers">
          <For each={latest()}>
            {(row) => (
              <li class="earlier-answers__row">
                <span>{hospitalName(row.hospital)}</span>
                <span>{answerWords(row)}</span>
                <time class="earlier-answers__time">{moment(row.since, now())}</time>
              </li>
            )}
          </For>
        </ul>
      </Section>
    </Show>
  )
}

import { For, Show } from 'solid-js'

import type { MatchView } from '#shared/wire/reads.ts'
import { t } from '#web/i18n/t.ts'
import { StateMark } from '#web/parts/state-mark.tsx'
import { term } from '#web/pieces/term.ts'

import './match-criteria.css'

/** R3 beside a request: what it does not meet and what is still missing. It never refuses; it asks for a reason. */
export function MatchCriteria(props: { eligibility: MatchView['eligibility'] }) {
  const unmet = () => [
    ...props.eligibility.notMet.map((code) => t('matching.criteria.notMet', { what: term('not-met', code) })),
    ...props.eligibility.missing.map((code) =>
      t('matching.criteria.missing', { what: term('missing', code) }),
    ),
  ]
  return (
    <Show
      when={unmet().length > 0}
      fallback={
        <StateMark state="done" label={t('matching.criteria.met')} note={t('matching.criteria.rule')} />
      }
    >
      <div class="match-criteria">
        <StateMark state="stopped" label={t('matching.criteria.unmet')} note={t('matching.criteria.rule')} />
        <ul class="match-criteria__list">
          <For each={unmet()}>{(line) => <li>{line}</li>}</For>
        </ul>
        <p class="match-criteria__text">{t('matching.criteria.text')}</p>
      </div>
    </Show>
  )
}

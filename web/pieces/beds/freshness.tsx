import { Show } from 'solid-js'

import type { Beds } from '#shared/beds/beds.ts'
import { freeBeds } from '#shared/beds/capacity.ts'
import { age } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { StateMark } from '#web/parts/state-mark.tsx'
import { term } from '#web/pieces/term.ts'

import './freshness.css'

type Props = {
  beds: Beds
  /** ISO, the server's clock. */
  now: string
}

/** "bijgewerkt 6 min geleden door LPZ"; with the mark of what is old once over four hours (R6). */
export function Freshness(props: Props) {
  const old = () => freeBeds({ ...props.beds, now: props.now }).freshness
  const words = () =>
    t('beds.updated', {
      age: age(props.beds.reportedAt, props.now),
      source: term('source', props.beds.source),
    })
  return (
    <span class="freshness">
      <Show when={old() !== 'fresh'} fallback={words()}>
        <StateMark state="old" label={term('freshness', old())} note={words()} />
      </Show>
    </span>
  )
}

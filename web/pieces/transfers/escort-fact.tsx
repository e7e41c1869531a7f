import { Show } from 'solid-js'

import type { Clinical } from '#shared/transfers/request.ts'
import { t } from '#web/i18n/t.ts'
import { hospitalName } from '#web/pieces/place-name.ts'

import { escortWords } from './escort-words.ts'

import './escort-fact.css'

/** Begeleid vervoer: who escorts, and by which criteria. Nothing where it was not indicated. */
export function EscortFact(props: { clinical: Clinical; from: string }) {
  return (
    <Show when={props.clinical.escort}>
      {(escort) => (
        <p class="escort-fact">
          <strong>{t('transport.escorted', { from: hospitalName(props.from) })}</strong>{' '}
          {escortWords(escort())}
        </p>
      )}
    </Show>
  )
}

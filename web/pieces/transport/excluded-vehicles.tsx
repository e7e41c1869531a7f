import { For, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { term } from '#web/pieces/term.ts'

import './vehicle-choice.css'

/** Which vehicles may not carry this patient, and every reason in words (R4). */
export function ExcludedVehicles(props: { excluded: Readonly<Record<string, readonly string[]>> }) {
  const rows = () => Object.entries(props.excluded)
  return (
    <Show when={rows().length > 0}>
      <h3 class="vehicle-choice__kind">{t('transport.excluded')}</h3>
      <dl class="vehicle-choice__excluded">
        <For each={rows()}>
          {([choice, reasons]) => (
            <div class="vehicle-choice__not">
              <dt>{term('vehicle', choice)}</dt>
              <dd>{reasons.map((reason) => term('transport', reason)).join('; ')}</dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  )
}

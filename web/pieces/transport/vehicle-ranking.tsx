import { For, Show } from 'solid-js'

import type { TransportView } from '#shared/wire/reads.ts'
import { t } from '#web/i18n/t.ts'
import { term } from '#web/pieces/term.ts'

import { ExcludedVehicles } from './excluded-vehicles.tsx'

import './vehicle-choice.css'

/** R4 in words: what may carry this patient, best first, and what may not. */
export function VehicleRanking(props: { view: Pick<TransportView, 'allowed' | 'excluded'> }) {
  return (
    <>
      <Show
        when={props.view.allowed.length > 0}
        fallback={<p class="vehicle-choice__none">{t('transport.noneAllowed')}</p>}
      >
        <ol>
          <For each={props.view.allowed}>
            {(choice, index) => (
              <li class="vehicle-choice__kind">
                <strong>{term('vehicle', choice)}</strong>
                <Show when={index() === 0}>
                  <span class="vehicle-choice__first">{t('transport.firstChoice')}</span>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <ExcludedVehicles excluded={props.view.excluded} />
    </>
  )
}

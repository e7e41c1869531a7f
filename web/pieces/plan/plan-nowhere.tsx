import { For, Show } from 'solid-js'

import { showCode } from '#shared/transfers/transfer.ts'
import type { PlanRow } from '#shared/wire/plans.ts'
import { t } from '#web/i18n/t.ts'
import { StateMark } from '#web/parts/state-mark.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'

import { stopCounts, whyNowhere } from './plan-words.ts'

import './plan-table.css'

/** Requests that the plan finds no bed for, each with what stops every hospital. */
export function PlanNowhere(props: { rows: readonly PlanRow[] }) {
  return (
    <For each={props.rows}>
      {(row) => (
        <div class="plan-nowhere">
          <div class="plan-nowhere__head">
            <a class="plan-table__code" href={`/matchen/${row.transfer}`}>
              {showCode(row.code)}
            </a>
            <span class="plan-nowhere__from">
              {term('kind', row.kind)} · {hospitalName(row.from)}
            </span>
            <Show when={row.change === 'dropped'}>
              <StateMark
                state="stopped"
                label={t('plan.change.dropped')}
                note={t('plan.was', { hospital: hospitalName(row.was ?? '') })}
              />
            </Show>
          </div>
          <p>{whyNowhere(row)}</p>
          <p class="plan-nowhere__counts">{stopCounts(row)}</p>
        </div>
      )}
    </For>
  )
}

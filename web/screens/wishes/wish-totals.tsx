import { For } from 'solid-js'

import type { Seen } from '#shared/wishes/progress.ts'
import { t } from '#web/i18n/t.ts'

const PARTS = ['wanted', 'named', 'underWay', 'done'] as const

/** The day in four figures. */
export function WishTotals(props: { total: Seen['total'] }) {
  return (
    <dl class="wish-totals">
      <For each={PARTS.filter((part) => props.total[part] !== null)}>
        {(part) => (
          <div>
            <dt>{t(`wishes.${part}`)}</dt>
            <dd>{props.total[part]}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}

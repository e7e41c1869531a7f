import { Show } from 'solid-js'

import type { NamedInPlan } from '#shared/wishes/named-in-plan.ts'
import { t } from '#web/i18n/t.ts'

/** What the plan makes of the wanted movements: it does not follow them, and says what that comes to. */
export function PlanWishes(props: { found: NamedInPlan }) {
  return (
    <p class="plan-wishes">
      {t('plan.wishes.text')}
      <Show when={props.found.named > 0}>
        {' '}
        {t('plan.wishes.named', {
          count: props.found.named,
          same: props.found.asWanted,
          other: props.found.elsewhere.size,
          none: props.found.nowhere,
        })}
      </Show>
    </p>
  )
}

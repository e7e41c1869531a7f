import { Match, Show, Switch } from 'solid-js'

import type { PlanJob } from '#shared/wire/plans.ts'
import { t } from '#web/i18n/t.ts'
import { Notice } from '#web/parts/notice.tsx'
import { refusalText } from '#web/pieces/refusal-text.ts'
import type { Trouble } from '#web/state/opened.ts'

/** Why there is no new plan: what happened, that the last one stands, what to do. */
export function PlanEnded(props: {
  job: PlanJob | undefined
  trouble: Trouble | undefined
  hasLast: boolean
}) {
  const kept = () => t(props.hasLast ? 'plan.failed.kept' : 'plan.failed.none')
  return (
    <Switch>
      <Match when={props.trouble}>
        {(trouble) => (
          <Notice kind="stop" title={t('plan.failed.asked')} live="polite">
            <Refused trouble={trouble()} /> {kept()}
          </Notice>
        )}
      </Match>
      <Match when={props.job?.state === 'failed'}>
        <Notice kind="stop" title={t(`plan.failed.${props.job?.failure ?? 'solver-stopped'}`)} live="polite">
          {kept()} {t('plan.failed.again')}
        </Notice>
      </Match>
      <Match when={props.job?.state === 'cancelled'}>
        <Notice kind="info" title={t('plan.cancelled')} live="polite">
          {kept()}
        </Notice>
      </Match>
    </Switch>
  )
}

function Refused(props: { trouble: Trouble }) {
  return (
    <Show when={'refused' in props.trouble && props.trouble.refused} fallback={t('plan.failed.offline')}>
      {(refused) => refusalText(refused())}
    </Show>
  )
}

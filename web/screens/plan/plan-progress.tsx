import { createMemo, Show } from 'solid-js'

import type { PlanJob } from '#shared/wire/plans.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { createSecond } from '#web/state/now.ts'

/** A plan being made: where it is, for how long, and the way out. */
export function PlanProgress(props: { job: PlanJob; onCancel: () => void }) {
  const second = createSecond()
  const elapsed = createMemo(() =>
    Math.max(0, Math.round((Date.parse(second()) - Date.parse(props.job.started ?? props.job.asked)) / 1000)),
  )
  const label = () =>
    props.job.state === 'queued'
      ? t('plan.job.queued', { count: props.job.ahead })
      : t(`plan.job.${props.job.stage ?? 'matching'}`)
  return (
    <div class="plan-progress" role="status">
      <StateMark state="moving" label={label()} note={t('plan.job.elapsed', { seconds: elapsed() })} />
      <Show when={props.job.whatIf !== null}>
        <span class="plan-progress__what">{t('plan.whatIf')}</span>
      </Show>
      <Button variant="secondary" onClick={props.onCancel}>
        {t('plan.job.cancel')}
      </Button>
    </div>
  )
}

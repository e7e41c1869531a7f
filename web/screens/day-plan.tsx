import { useSearchParams } from '@solidjs/router'
import { createEffect, Show } from 'solid-js'

import type { Bed } from '#shared/terms.ts'
import type { PlanDesk } from '#shared/wire/plans.ts'
import { oneDecimal } from '#web/i18n/one-decimal.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { LevelTabs } from '#web/pieces/level-tabs.tsx'
import { PlanFiguresLine } from '#web/pieces/plan/plan-figures-line.tsx'
import { now } from '#web/state/now.ts'
import { createPlanDesk, createPlanning } from '#web/state/plans.ts'

import { PlanEnded } from './plan/plan-ended.tsx'
import { PlanProgress } from './plan/plan-progress.tsx'
import { PlanResult } from './plan/plan-result.tsx'
import { WhatIfPlan } from './plan/what-if.tsx'

import './day-plan.css'

/** The day's movements all at once (R9): asked for, proven, compared, and carried out as offers. */
export default function DayPlan() {
  const [params] = useSearchParams<{ bed: string }>()
  const level = (): Bed => (params.bed === 'ward' ? 'ward' : 'ic')
  return (
    <div class="plan-screen">
      <PageHead title={t('app.title.dayPlan')} />
      <LevelTabs level={level()} hrefOf={(bed) => `/dagplan?bed=${bed}`} />
      <Show when={level()} keyed>
        {(bed) => <Level bed={bed} />}
      </Show>
    </div>
  )
}

function Level(props: { bed: Bed }) {
  const desk = createPlanDesk(() => props.bed)
  const planning = createPlanning(() => desk.refresh())
  // One that was asked for before this screen was opened is followed on.
  createEffect(() => {
    const [job] = desk.data()?.jobs.filter(({ whatIf }) => whatIf === null) ?? []
    if (job !== undefined && !planning.isBusy()) planning.resume(job)
  })
  const running = () => (planning.isBusy() ? planning.job() : undefined)
  const last = () => desk.data()?.last ?? undefined
  return (
    <Show
      when={desk.data()}
      fallback={<Missing failed={desk.error() !== undefined} onRetry={desk.refresh} />}
    >
      {(found) => (
        <>
          <Show when={desk.error()}>
            <Notice kind="warn" title={t('plan.stale')}>
              {t('plan.stale.text')}
            </Notice>
          </Show>
          <ToPlan desk={found()} />
          <Show
            when={running()}
            fallback={
              <div class="plan-screen__ask">
                <Button
                  variant={last() === undefined ? 'primary' : 'secondary'}
                  busy={planning.isBusy()}
                  disabled={found().requests === 0}
                  onClick={() => planning.start(props.bed)}
                >
                  {t(last() === undefined ? 'plan.make' : 'plan.again')}
                </Button>
              </div>
            }
          >
            {(job) => <PlanProgress job={job()} onCancel={planning.cancel} />}
          </Show>
          <PlanEnded job={planning.job()} trouble={planning.trouble()} hasLast={last() !== undefined} />
          <Show when={last()}>{(plan) => <PlanResult plan={plan()} />}</Show>
          <Show when={last()}>{(plan) => <WhatIfPlan plan={plan()} />}</Show>
        </>
      )}
    </Show>
  )
}

/** What waits for a plan, and on which figures it would rest. */
function ToPlan(props: { desk: PlanDesk }) {
  const planned = () => props.desk.requests - props.desk.urgent
  return (
    <Show
      when={props.desk.requests > 0}
      fallback={
        <Empty kind="nothing" title={t('plan.nothing')}>
          <p>{t('plan.nothing.text')}</p>
        </Empty>
      }
    >
      <div class="plan-screen__to-plan">
        <p class="plan-screen__count">
          {t('plan.requests', { count: props.desk.requests })}{' '}
          <span>{t('plan.requests.kinds', { urgent: props.desk.urgent, planned: planned() })}</span>
        </p>
        <PlanFiguresLine figures={props.desk.figures} now={now()} />
        <Show when={props.desk.figures.phase !== '3'}>
          <p class="plan-screen__deviation">
            {t('plan.deviation', { patients: oneDecimal(props.desk.deviation) })}
          </p>
        </Show>
      </div>
    </Show>
  )
}

function Missing(props: { failed: boolean; onRetry: () => void }) {
  return (
    <Show when={props.failed} fallback={<Loading />}>
      <Empty
        kind="failed"
        title={t('plan.desk.failed')}
        action={<Button onClick={props.onRetry}>{t('common.retry')}</Button>}
      >
        <p>{t('plan.desk.failedText')}</p>
      </Empty>
    </Show>
  )
}

import { Show } from 'solid-js'

import type { PlanFigures } from '#shared/wire/plans.ts'
import { age, clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'

/** The figures a plan rests on, with their age, in two quiet lines. */
export function PlanFiguresLine(props: { figures: PlanFigures; now: string }) {
  const more = () =>
    [
      props.figures.stopped > 0 && t('plan.figures.stopped', { count: props.figures.stopped }),
      props.figures.expired > 0 && t('plan.figures.expired', { count: props.figures.expired }),
      props.figures.stale > 0 && t('plan.figures.stale', { count: props.figures.stale }),
      props.figures.offers > 0 && t('plan.figures.offers', { count: props.figures.offers }),
      props.figures.exempt.length > 0 && t('plan.figures.exempt', { count: props.figures.exempt.length }),
    ].filter(Boolean)
  return (
    <div class="plan-figures">
      <p>
        {t('plan.figures.beds', {
          free: props.figures.free,
          boss: props.figures.freeInclBoss - props.figures.free,
          hospitals: props.figures.hospitals,
        })}
        {' · '}
        {t('plan.figures.at', { phase: props.figures.phase, time: clock(props.figures.at) })}
        <Show when={props.figures.oldest}>
          {(oldest) => <> · {t('plan.figures.oldest', { age: age(oldest(), props.now) })}</>}
        </Show>
      </p>
      <Show when={more().length > 0}>
        <p>{more().join(' · ')}</p>
      </Show>
    </div>
  )
}

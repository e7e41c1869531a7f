import { Show } from 'solid-js'

import type { BedsSum } from '#shared/beds/sum-beds.ts'

import { age } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { StateMark } from '#web/parts/state-mark.tsx'

import './bed-figures.css'
import './beds-total.css'

/** A region's or the nation's beds in one line: what is free, and what it is made of. */
export function BedsTotal(props: { sum: BedsSum; now: string }) {
  return (
    <div class="beds-total">
      <span class="free-beds">
        <span class="free-beds__count">{props.sum.free}</span>
        <span class="free-beds__words">
          <span>{t('beds.free')}</span>
          <Show when={props.sum.freeInclBoss !== props.sum.free}>
            <span class="free-beds__boss">{t('beds.freeWithBoss', { count: props.sum.freeInclBoss })}</span>
          </Show>
        </span>
      </span>
      <p class="beds-total__words">
        {t('beds.free.sum', {
          operational: props.sum.operational,
          occupied: props.sum.occupied,
          reserved: props.sum.reserved,
          boss: props.sum.boss,
        })}
        <br />
        {t('beds.table.count', { count: props.sum.hospitals })} ·{' '}
        {t('beds.total.oldest', { age: age(props.sum.reportedAt, props.now) })}
      </p>
      <Show when={props.sum.stops > 0}>
        <StateMark state="stopped" label={t('beds.table.stops', { count: props.sum.stops })} />
      </Show>
    </div>
  )
}

import { createEffect, createMemo, on, Show } from 'solid-js'

import { dayOf } from '#shared/calendar-day.ts'
import { awaitsPlan } from '#shared/matching/plan-facts.ts'
import { namedInPlan } from '#shared/wishes/named-in-plan.ts'
import type { PlanView } from '#shared/wire/plans.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Facts } from '#web/parts/facts.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { Section } from '#web/parts/section.tsx'
import { PlanFiguresLine } from '#web/pieces/plan/plan-figures-line.tsx'
import { PlanNowhere } from '#web/pieces/plan/plan-nowhere.tsx'
import { PlanShares } from '#web/pieces/plan/plan-shares.tsx'
import { PlanTable } from '#web/pieces/plan/plan-table.tsx'
import { PlanWishes } from '#web/pieces/plan/plan-wishes.tsx'
import { achieved } from '#web/pieces/plan/plan-words.ts'
import { now } from '#web/state/now.ts'
import { createPlanRows } from '#web/state/plans.ts'
import { createTransfers } from '#web/state/transfers.ts'

import { AcceptBar } from './accept-bar.tsx'
import { createAccepting } from './create-accepting.ts'

/** The last proven plan: what it achieves, who goes where and why, who goes nowhere. */
export function PlanResult(props: { plan: PlanView }) {
  const read = createPlanRows()
  createEffect(on(() => props.plan.id, read.load))
  const rows = () => read.rows() ?? []
  const placed = createMemo(() => rows().filter(({ hospital }) => hospital !== null))
  const nowhere = createMemo(() => rows().filter(({ hospital }) => hospital === null))
  const accepting = createAccepting(placed)
  const transfers = createTransfers()
  const named = createMemo(() => {
    const wishes = new Map((transfers() ?? []).map(({ id, wish }) => [id, wish]))
    return namedInPlan(rows(), (id) => wishes.get(id), dayOf(props.plan.figures.at))
  })
  return (
    <Section title={t('plan.result', { time: clock(props.plan.figures.at) })} side={changesOf(props.plan)}>
      <Facts big facts={achieved(props.plan)} />
      <Moved
        plan={props.plan}
        known={rows().map(({ transfer }) => transfer)}
        loaded={read.rows() !== undefined}
      />
      <Show
        when={read.rows()}
        fallback={
          <RowsMissing failed={read.trouble() !== undefined} onRetry={() => read.load(props.plan.id)} />
        }
      >
        <PlanWishes found={named()} />
        <Show when={placed().length > 0}>
          <PlanTable
            rows={placed()}
            wanted={({ transfer }) => named().elsewhere.get(transfer)}
            outcome={accepting.outcome}
            chosen={accepting.isChosen}
            onChoose={(row, isOn) => accepting.choose([row], isOn)}
          />
        </Show>
        <Show when={nowhere().length > 0}>
          <Section title={t('plan.nowhere', { count: nowhere().length })}>
            <PlanNowhere rows={nowhere()} />
          </Section>
        </Show>
        <Disclosure label={t('plan.ground')} note={t('plan.ground.note')}>
          <PlanFiguresLine figures={props.plan.figures} now={now()} />
          <Show when={props.plan.shares.length > 0}>
            <PlanShares shares={props.plan.shares} />
          </Show>
        </Disclosure>
        <AcceptBar plan={props.plan} rows={placed()} accepting={accepting} />
      </Show>
    </Section>
  )
}

function RowsMissing(props: { failed: boolean; onRetry: () => void }) {
  return (
    <Show when={props.failed} fallback={<Loading />}>
      <Empty
        kind="failed"
        title={t('plan.rows.failed')}
        action={<Button onClick={props.onRetry}>{t('common.retry')}</Button>}
      />
    </Show>
  )
}

/** "2 verplaatst · 1 vervallen · 9 gelijk", against the plan before. */
function changesOf({ earlier, changes }: PlanView): string {
  if (earlier === null) return ''
  return (['new', 'moved', 'dropped', 'same'] as const)
    .filter((change) => changes[change] > 0)
    .map((change) => `${changes[change]} ${t(`plan.change.${change}`).toLowerCase()}`)
    .join(' · ')
}

/** What moved since: the plan knows nothing of it until it is made anew. */
function Moved(props: { plan: PlanView; known: readonly string[]; loaded: boolean }) {
  const transfers = createTransfers()
  const fresh = createMemo(
    () =>
      (transfers() ?? []).filter((row) => awaitsPlan(row, props.plan.bed) && !props.known.includes(row.id))
        .length,
  )
  return (
    <Show when={props.loaded && fresh() > 0}>
      <Notice kind="warn" title={t('plan.fresh', { count: fresh() })} live="polite">
        {t('plan.fresh.text')}
      </Notice>
    </Show>
  )
}

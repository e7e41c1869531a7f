import { createEffect, createSignal, For, Show } from 'solid-js'

import type { WhatIf, WhatIfBeds } from '#shared/matching/plan-facts.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { groups } from '#shared/reference/regions.ts'
import { PHASES, type Phase } from '#shared/terms.ts'
import type { PlanView } from '#shared/wire/plans.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Checks } from '#web/parts/checks.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Select } from '#web/parts/select.tsx'
import { hospitalName, regionName } from '#web/pieces/place-name.ts'
import { createPlanning } from '#web/state/plans.ts'
import { createBeds } from '#web/state/beds.ts'

import { Compared } from './compared.tsx'
import { PlanEnded } from './plan-ended.tsx'
import { PlanProgress } from './plan-progress.tsx'
import { WishLine } from './wish-line.tsx'

/** "What if": another phase, exemptions, beds, shown beside the plan of now. It touches nothing. */
export function WhatIfPlan(props: { plan: PlanView }) {
  const [asked, setAsked] = createSignal<WhatIf>({})
  const planning = createPlanning(() => undefined)
  const isEmpty = () => Object.values(asked()).every((value) => value === undefined)
  const running = () => (planning.isBusy() ? planning.job() : undefined)
  const other = () => (planning.plan()?.earlier?.id === props.plan.id ? planning.plan() : undefined)
  const change = (part: WhatIf) => setAsked((before) => ({ ...before, ...part }))
  return (
    <Disclosure label={t('plan.whatIf')} note={t('plan.whatIf.note')}>
      <div class="plan-what-if">
        <Wishes asked={asked()} plan={props.plan} onChange={change} />
        <Show
          when={running()}
          fallback={
            <div class="plan-screen__ask">
              <Button
                disabled={isEmpty()}
                busy={planning.isBusy()}
                onClick={() => planning.start(props.plan.bed, asked())}
              >
                {t('plan.whatIf.ask')}
              </Button>
            </div>
          }
        >
          {(job) => <PlanProgress job={job()} onCancel={planning.cancel} />}
        </Show>
        <PlanEnded job={planning.job()} trouble={planning.trouble()} hasLast />
        <Show when={other()}>{(plan) => <Compared real={props.plan} other={plan()} />}</Show>
      </div>
    </Disclosure>
  )
}

type WishesProps = { asked: WhatIf; plan: PlanView; onChange: (part: WhatIf) => void }

function Wishes(props: WishesProps) {
  const beds = createBeds()
  const [picked, setPicked] = createSignal<string>()
  createEffect(() => {
    const id = picked()
    if (id === undefined) return
    props.onChange({ beds: [...(props.asked.beds ?? []), { hospital: id, change: 1 }] })
    setPicked(undefined)
  })
  const isWished = (id: string) => (props.asked.beds ?? []).some((one) => one.hospital === id)
  const choices = () =>
    (beds() ?? [])
      .filter(({ bed, hospital: id }) => bed === props.plan.bed && !isWished(id))
      .map(({ hospital: id }) => ({
        value: id,
        label: `${hospitalName(id)} (${regionName(hospital(id)?.region ?? '')})`,
      }))
      .sort((a, b) => a.label.localeCompare(b.label))
  const setWish = (wish: WhatIfBeds, to: WhatIfBeds | undefined) => {
    const rest = (props.asked.beds ?? []).flatMap((one) =>
      one.hospital === wish.hospital ? (to === undefined ? [] : [to]) : [one],
    )
    props.onChange({ beds: rest.length === 0 ? undefined : rest })
  }
  return (
    <Fields>
      <Select<Phase | 'now'>
        label={t('plan.whatIf.phase')}
        placeholder={t('plan.whatIf.asNow', { phase: props.plan.figures.phase })}
        options={[
          { value: 'now', label: t('plan.whatIf.asNow', { phase: props.plan.figures.phase }) },
          ...PHASES.map((phase) => ({ value: phase, label: phase })),
        ]}
        value={props.asked.phase ?? 'now'}
        onChange={(phase) => props.onChange({ phase: phase === 'now' ? undefined : phase })}
      />
      <Checks
        label={t('plan.whatIf.exempt')}
        hint={t('plan.whatIf.exemptHint')}
        options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        value={props.asked.exempt ?? props.plan.figures.exempt}
        onChange={(exempt) => props.onChange({ exempt })}
      />
      <Select
        label={t('plan.whatIf.beds')}
        placeholder={t('plan.whatIf.choose')}
        options={choices()}
        value={picked()}
        onChange={setPicked}
      />
      <For each={(props.asked.beds ?? []).map((one) => one.hospital)}>
        {(id) => (
          <Show when={(props.asked.beds ?? []).find((one) => one.hospital === id)}>
            {(wish) => <WishLine wish={wish()} onChange={(to) => setWish(wish(), to)} />}
          </Show>
        )}
      </For>
    </Fields>
  )
}

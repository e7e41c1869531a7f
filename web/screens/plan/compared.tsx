import { createEffect, createMemo, For, on, Show } from 'solid-js'

import { showCode } from '#shared/transfers/transfer.ts'
import type { PlanRow, PlanView } from '#shared/wire/plans.ts'
import { kilometres } from '#web/i18n/format.ts'
import { oneDecimal } from '#web/i18n/one-decimal.ts'
import { t } from '#web/i18n/t.ts'
import { DataTable } from '#web/parts/data-table.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { createPlanRows } from '#web/state/plans.ts'

type Line = { key: string; head: string; of: (plan: PlanView) => string }

/** Two plans side by side, and everyone who would go elsewhere. */
export function Compared(props: { real: PlanView; other: PlanView }) {
  const read = createPlanRows()
  createEffect(on(() => props.other.id, read.load))
  const changed = createMemo(() =>
    (read.rows() ?? []).filter(({ change }) => change !== 'same' && change !== 'waiting'),
  )
  return (
    <>
      <DataTable
        caption={t('plan.compared')}
        rows={lines()}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', head: t('plan.compared.what'), cell: ({ head }) => head, lead: true },
          { key: 'real', head: t('plan.compared.real'), cell: ({ of }) => of(props.real), end: true },
          { key: 'other', head: t('plan.compared.other'), cell: ({ of }) => of(props.other), end: true },
        ]}
      />
      <Show when={read.rows()} fallback={<Loading />}>
        <Show when={changed().length > 0} fallback={<p>{t('plan.compared.same')}</p>}>
          <ul class="plan-screen__ways">
            <For each={changed()}>{(row) => <li>{changeText(row)}</li>}</For>
          </ul>
        </Show>
      </Show>
    </>
  )
}

function changeText({ code, was, hospital, change }: PlanRow): string {
  const name = (id: string | null) => (id === null ? t('plan.compared.nowhere') : hospitalName(id))
  return t('plan.compared.change', {
    change: t(`plan.change.${change}`),
    code: showCode(code),
    from: name(was),
    to: name(hospital),
  })
}

const lines = (): Line[] => [
  {
    key: 'placed',
    head: t('plan.sum.placed'),
    of: ({ objective, requests }) => t('plan.sum.of', { count: objective.placed, all: requests }),
  },
  {
    key: 'urgent',
    head: t('plan.compared.urgent'),
    of: ({ objective, urgent }) => t('plan.sum.of', { count: objective.urgentPlaced, all: urgent }),
  },
  {
    key: 'deviation',
    head: t('plan.sum.deviation'),
    of: ({ objective, figures }) => (figures.phase === '3' ? '–' : oneDecimal(objective.deviation)),
  },
  { key: 'distance', head: t('plan.sum.distance'), of: ({ objective }) => kilometres(objective.distanceKm) },
]

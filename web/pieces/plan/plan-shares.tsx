import type { PlanShare } from '#shared/wire/plans.ts'
import { oneDecimal } from '#web/i18n/one-decimal.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { groupName } from '#web/pieces/matching/match-rule.tsx'

/** What the plan makes of the groups' shares (R7): before, after, and the exact share between them. */
export function PlanShares(props: { shares: readonly PlanShare[] }) {
  return (
    <DataTable
      caption={t('plan.shares')}
      rows={props.shares}
      rowKey={(row) => row.group}
      columns={columns()}
    />
  )
}

/** "+3,2", "−1,4": above or below the share. */
const gap = (patients: number, exact: number): string => {
  const by = patients - exact
  return by > 0 ? `+${oneDecimal(by)}` : oneDecimal(by).replace('-', '−')
}

const columns = (): Column<PlanShare>[] => [
  { key: 'group', head: t('plan.share.group'), cell: (row) => groupName(row.group), lead: true },
  { key: 'exact', head: t('plan.share.exact'), cell: (row) => oneDecimal(row.exact), end: true },
  { key: 'before', head: t('plan.share.before'), cell: (row) => row.before, end: true },
  { key: 'after', head: t('plan.share.after'), cell: (row) => row.after, end: true },
  {
    key: 'gapBefore',
    head: t('plan.share.gapBefore'),
    cell: (row) => gap(row.before, row.exact),
    end: true,
    phone: 'hidden',
  },
  {
    key: 'gapAfter',
    head: t('plan.share.gapAfter'),
    cell: (row) => gap(row.after, row.exact),
    end: true,
    phone: 'hidden',
  },
]

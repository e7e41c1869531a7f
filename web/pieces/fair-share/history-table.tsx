import { groups } from '#shared/reference/regions.ts'
import type { CountedGap, ShareHistoryView } from '#shared/wire/shares.ts'
import { shortDay } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { term } from '#web/pieces/term.ts'

import './history-table.css'

type Row = ShareHistoryView['days'][number]

/** "+14", "−3", "0"; "< 5" where it is withheld, "–" where the group took no part. */
export function signed(gap: CountedGap | undefined): string {
  if (gap === undefined) return '–'
  if (gap.present === null || gap.target === null) return '–'
  const over = gap.present - gap.target
  if (over === 0) return '0'
  return over > 0 ? `+${over}` : `−${-over}`
}

/** A row a day, a column a group: how far from its share, in patients. */
export function HistoryTable(props: { bed: string; days: readonly Row[] }) {
  const columns = (): Column<Row>[] => [
    {
      key: 'day',
      head: t('shares.history.day'),
      lead: true,
      cell: (row) => shortDay(`${row.day}T12:00:00Z`),
    },
    ...groups.map(({ id, name }) => ({
      key: id,
      head: name,
      end: true,
      cell: (row: Row) => signed(row.groups.find(({ group }) => group === id)),
    })),
  ]
  return (
    <div class="history-table">
      <DataTable
        caption={t('shares.history.caption', { bed: term('bed', props.bed) })}
        showCaption
        columns={columns()}
        rows={props.days}
        rowKey={(row) => row.day}
      />
    </div>
  )
}

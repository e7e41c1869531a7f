import { regions } from '#shared/reference/regions.ts'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'

import { type PhaseStory, phaseStory } from './phase-story.ts'

import './phase-table.css'

type Row = { id: string; code: string; name: string; story: PhaseStory }

/** The eleven regions: the phase now, whose decision it is, since when, and what is announced. */
export function PhaseTable(props: { register: readonly PhaseEntry[]; now: string }) {
  const rows = (): Row[] =>
    regions.map(({ id, code, name }) => ({
      id,
      code,
      name,
      story: phaseStory(id, props.register, props.now),
    }))
  const columns = (): Column<Row>[] => [
    {
      key: 'region',
      head: t('phases.column.region'),
      lead: true,
      cell: (row) => (
        <>
          {row.name} <span class="phase-table__code">{row.code}</span>
        </>
      ),
    },
    {
      key: 'phase',
      head: t('phases.column.phase'),
      phone: 'plain',
      cell: (row) => <strong class="phase-table__phase">{row.story.phase}</strong>,
    },
    {
      key: 'source',
      head: t('phases.column.source'),
      cell: (row) => t(`phases.source.${row.story.source}`),
    },
    {
      key: 'since',
      head: t('phases.column.since'),
      cell: (row) => (row.story.since ? moment(row.story.since, props.now) : t('common.unknown')),
    },
    {
      key: 'next',
      head: t('phases.column.next'),
      cell: (row) =>
        row.story.next ? (
          t('phases.next', { phase: row.story.next.phase, at: moment(row.story.next.at, props.now) })
        ) : (
          <span class="phase-table__none">{t('phases.nothingNext')}</span>
        ),
    },
  ]
  return (
    <div class="phase-table">
      <DataTable caption={t('phases.regions')} columns={columns()} rows={rows()} rowKey={(row) => row.id} />
    </div>
  )
}

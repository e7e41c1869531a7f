import { Show } from 'solid-js'

import type { CountedHospital } from '#shared/wire/shares.ts'
import { number } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Age } from '#web/parts/age.tsx'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { sourceWord } from '#web/pieces/beds/freshness.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'

import { ShareGap } from './share-gap.tsx'
import { byDeficit, countWords, reachOf } from './share-words.ts'

import './share-table.css'

type Props = { bed: string; rows: readonly CountedHospital[]; now: string }

const STALE_MS = 240 * 60_000

/** The hospitals of a region around their shares, furthest under first. */
export function HospitalTable(props: Props) {
  const reach = () => reachOf(props.rows)
  const otherwise = (row: CountedHospital) => {
    if (row.operational === null) return t('shares.noFigures')
    return t(row.part === 0 ? 'shares.noPart' : 'shares.withheld')
  }
  const columns = (): Column<CountedHospital>[] => [
    {
      key: 'hospital',
      head: t('shares.hospital'),
      lead: true,
      cell: (row) => hospitalName(row.hospital),
    },
    {
      key: 'gap',
      head: t('shares.gap'),
      phone: 'plain',
      cell: (row) => <ShareGap {...row} reach={reach()} otherwise={otherwise(row)} />,
    },
    { key: 'present', head: t('shares.present'), cell: (row) => countWords(row.present), end: true },
    { key: 'target', head: t('shares.target'), cell: (row) => row.target ?? '–', end: true },
    { key: 'part', head: t('shares.part'), cell: (row) => number(row.part), end: true },
    { key: 'free', head: t('shares.free'), cell: (row) => row.free ?? '–', end: true },
    { key: 'occupied', head: t('shares.occupied'), cell: (row) => row.occupied ?? '–', end: true },
    { key: 'operational', head: t('shares.operational'), cell: (row) => row.operational ?? '–', end: true },
    {
      key: 'updated',
      head: t('shares.updated'),
      cell: (row) =>
        row.reportedAt === null ? (
          '–'
        ) : (
          <span class="share-table__told">
            <Age at={row.reportedAt} now={Date.parse(props.now)} limit={STALE_MS} />{' '}
            <Show when={row.source}>
              {(source) => (
                <span class="share-table__source">{sourceWord({ source: source(), feed: row.feed })}</span>
              )}
            </Show>
          </span>
        ),
    },
  ]
  return (
    <div class="share-table share-table--hospitals">
      <DataTable
        caption={t('shares.caption.region', { bed: term('bed', props.bed) })}
        columns={columns()}
        rows={byDeficit(props.rows)}
        rowKey={(row) => row.hospital}
      />
    </div>
  )
}

import { For, Show } from 'solid-js'

import { reportCsv } from '#shared/reports/csv.ts'
import { BEDS } from '#shared/terms.ts'
import type { ReportView, ShareLine } from '#shared/wire/reports.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Section } from '#web/parts/section.tsx'
import { BarChart } from '#web/pieces/charts/bar-chart.tsx'
import { ChartFigure } from '#web/pieces/charts/chart-figure.tsx'
import { term } from '#web/pieces/term.ts'

import { CsvButton } from './csv-button.tsx'
import { count, dayName, gap } from './report-words.ts'

import './reports.css'

/** R7: who has how many patients against what by the key. */
export function SharePart(props: { report: ReportView }) {
  const lines = (bed: string) =>
    props.report.share
      .filter((line) => line.bed === bed)
      .toSorted((a, b) => (a.deficit ?? 0) - (b.deficit ?? 0))
  return (
    <Show when={props.report.share.length > 0}>
      <Section
        title={t('reports.part.share')}
        side={
          <CsvButton
            table={t('reports.part.share')}
            file={`share-${props.report.until}.csv`}
            text={() => reportCsv(props.report, 'share')}
          />
        }
      >
        <div class="reports__pair">
          <For each={BEDS}>
            {(bed) => (
              <ChartFigure
                title={t('reports.chart.share', { level: term('bed', bed) })}
                unit={t('reports.chart.shareUnit')}
                source={t('reports.chart.shareSource', { day: dayName(props.report.bedsDay ?? '') })}
                table={
                  <DataTable
                    caption={t('reports.chart.share', { level: term('bed', bed) })}
                    columns={columns()}
                    rows={lines(bed)}
                    rowKey={({ group }) => group}
                  />
                }
              >
                <BarChart
                  label={t('reports.chart.shareLabel', { level: term('bed', bed) })}
                  rows={lines(bed).map((line) => ({
                    name: groupName(line.group),
                    value: line.present ?? 0,
                    mark: line.target ?? undefined,
                    words: `${t('reports.chart.shareWords', { present: count(line.present), target: count(line.target) })}  ${gap(line.deficit === null ? null : -line.deficit)}`,
                  }))}
                />
              </ChartFigure>
            )}
          </For>
        </div>
      </Section>
    </Show>
  )
}

const groupName = (group: string): string => group.toUpperCase().replace('-', ' + ')

const columns = (): Column<ShareLine>[] => [
  { key: 'group', head: t('reports.column.group'), cell: ({ group }) => groupName(group), lead: true },
  { key: 'present', head: t('reports.column.present'), cell: ({ present }) => count(present), end: true },
  { key: 'target', head: t('reports.column.target'), cell: ({ target }) => count(target), end: true },
  {
    key: 'gap',
    head: t('reports.column.gap'),
    cell: ({ deficit }) => gap(deficit === null ? null : -deficit),
    end: true,
  },
]

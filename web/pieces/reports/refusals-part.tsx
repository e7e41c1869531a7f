import { Show } from 'solid-js'

import { reportCsv } from '#shared/reports/csv.ts'
import type { RefusalLine, ReportView } from '#shared/wire/reports.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Section } from '#web/parts/section.tsx'
import { BarChart } from '#web/pieces/charts/bar-chart.tsx'
import { ChartFigure } from '#web/pieces/charts/chart-figure.tsx'
import { term } from '#web/pieces/term.ts'

import { CsvButton } from './csv-button.tsx'
import { areaName, count, reasonName, spanName } from './report-words.ts'

import './reports.css'

/** Who said no, and why. */
export function RefusalsPart(props: { report: ReportView }) {
  return (
    <Section
      title={t('reports.part.refusals')}
      side={
        <CsvButton
          table={t('reports.part.refusals')}
          file={`refusals-${props.report.until}.csv`}
          text={() => reportCsv(props.report, 'refusals')}
        />
      }
    >
      <Show
        when={props.report.refusals.length > 0}
        fallback={<p class="reports__none">{t('reports.refusals.none')}</p>}
      >
        <div class="reports__pair">
          <ChartFigure
            title={t('reports.chart.refusals')}
            unit={t('reports.chart.refusalsUnit')}
            source={t('reports.chart.waitsSource', {
              place: areaName(props.report.place),
              span: spanName(props.report),
            })}
          >
            <BarChart
              label={t('reports.chart.refusalsLabel')}
              nameWidth={176}
              rows={reasons(props.report.refusals).map(([reason, sum]) => ({
                name: reasonName(reason),
                value: sum,
                words: count(sum),
              }))}
            />
          </ChartFigure>
          <DataTable
            caption={t('reports.part.refusals')}
            columns={columns()}
            rows={props.report.refusals}
            rowKey={({ bed, kind, reason }) => `${bed} ${kind} ${reason}`}
          />
        </div>
      </Show>
    </Section>
  )
}

/** IC and ward together, as far as they are told. */
function reasons(lines: readonly RefusalLine[]): [string, number][] {
  const sums = new Map<string, number>()
  for (const line of lines)
    if (line.count !== null) sums.set(line.reason, (sums.get(line.reason) ?? 0) + line.count)
  return [...sums].sort((a, b) => b[1] - a[1])
}

const columns = (): Column<RefusalLine>[] => [
  { key: 'reason', head: t('reports.column.reason'), cell: ({ reason }) => reasonName(reason), lead: true },
  { key: 'kind', head: t('reports.column.kind'), cell: ({ kind }) => t(`reports.kind.${kind}`) },
  { key: 'bed', head: t('reports.column.level'), cell: ({ bed }) => term('bed', bed) },
  { key: 'count', head: t('reports.column.count'), cell: (line) => count(line.count), end: true },
]

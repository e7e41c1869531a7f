import { For, Show } from 'solid-js'

import { STEPS } from '#shared/reports/fact.ts'
import { reportCsv } from '#shared/reports/csv.ts'
import { BEDS, type Bed } from '#shared/terms.ts'
import type { ReportView, WaitLine } from '#shared/wire/reports.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Section } from '#web/parts/section.tsx'
import { BarChart } from '#web/pieces/charts/bar-chart.tsx'
import { ChartFigure } from '#web/pieces/charts/chart-figure.tsx'
import { term } from '#web/pieces/term.ts'

import { CsvButton } from './csv-button.tsx'
import { areaName, count, spanName, wait } from './report-words.ts'

import './reports.css'

/** How long people waited in each step, by track. */
export function WaitsPart(props: { report: ReportView }) {
  return (
    <Section
      title={t('reports.part.waits')}
      side={
        <CsvButton
          table={t('reports.part.waits')}
          file={`waits-${props.report.until}.csv`}
          text={() => reportCsv(props.report, 'waits')}
        />
      }
    >
      <Show
        when={props.report.waits.length > 0}
        fallback={<p class="reports__none">{t('reports.waits.none')}</p>}
      >
        <div class="reports__pair">
          <For each={BEDS}>{(bed) => <Steps report={props.report} bed={bed} />}</For>
        </div>
        <Show when={props.report.waits.some(({ rough }) => rough)}>
          <p class="chart__source">{t('reports.waits.rough')}</p>
        </Show>
      </Show>
    </Section>
  )
}

function Steps(props: { report: ReportView; bed: Bed }) {
  const lines = () => props.report.waits.filter(({ bed }) => bed === props.bed)
  const together = () =>
    STEPS.flatMap((step) => lines().filter((line) => line.step === step && line.track === 'all')).filter(
      ({ median }) => median !== null,
    )
  const level = () => term('bed', props.bed)
  return (
    <Show when={lines().length > 0}>
      <ChartFigure
        title={t('reports.chart.waits', { level: level() })}
        unit={t('reports.chart.waitsUnit')}
        source={t('reports.chart.waitsSource', {
          place: areaName(props.report.place),
          span: spanName(props.report),
        })}
        table={
          <DataTable
            caption={t('reports.chart.waits', { level: level() })}
            columns={columns()}
            rows={lines()}
            rowKey={({ step, track }) => `${step} ${track}`}
          />
        }
      >
        <BarChart
          label={t('reports.chart.waitsLabel', { level: level() })}
          nameWidth={176}
          rows={together().map(({ step, median, p90, rough }) => ({
            name: t(`reports.step.${step}`),
            value: median ?? 0,
            tail: p90 ?? undefined,
            words: `${wait(median, rough)} · ${wait(p90)}`,
          }))}
        />
      </ChartFigure>
    </Show>
  )
}

const columns = (): Column<WaitLine>[] => [
  { key: 'step', head: t('reports.column.step'), cell: ({ step }) => t(`reports.step.${step}`), lead: true },
  { key: 'track', head: t('reports.column.track'), cell: ({ track }) => t(`reports.track.${track}`) },
  { key: 'count', head: t('reports.column.count'), cell: (line) => count(line.count), end: true },
  {
    key: 'median',
    head: t('reports.column.median'),
    cell: ({ median, rough }) => wait(median, rough),
    end: true,
  },
  { key: 'p90', head: t('reports.column.p90'), cell: ({ p90, rough }) => wait(p90, rough), end: true },
]

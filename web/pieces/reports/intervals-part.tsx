import { For, Show } from 'solid-js'

import { groupsCsv } from '#shared/reports/ride-csv.ts'
import { INTERVALS, type Interval } from '#shared/reports/ride-intervals.ts'
import {
  type IntervalLine,
  RIDE_GROUPINGS,
  type RideGrouping,
  type RideReport,
} from '#shared/wire/ride-report.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Section } from '#web/parts/section.tsx'
import { BarChart } from '#web/pieces/charts/bar-chart.tsx'
import { ChartFigure } from '#web/pieces/charts/chart-figure.tsx'

import { CsvButton } from './csv-button.tsx'
import { groupName, intervalName, minutes } from './interval-words.ts'
import { areaName, count, spanName, wait } from './report-words.ts'

import './reports.css'
import './intervals-part.css'

type Props = { report: RideReport }
const GROUPED = RIDE_GROUPINGS.filter((by) => by !== 'all')

/** Every part of the way from the request to the free vehicle: together, and by what tells rides apart. */
export function IntervalsPart(props: Props) {
  const together = () => props.report.lines.filter((line) => line.by === 'all' && line.median !== null)
  const most = () => Math.max(0, ...together().map((line) => line.count ?? 0))
  return (
    <Section
      title={t('reports.rides.chart')}
      side={
        <CsvButton
          table={t('reports.rides.groupsCsv')}
          file={`ride-intervals-${props.report.until}.csv`}
          text={() => groupsCsv(props.report)}
        />
      }
    >
      <Show when={together().length > 0}>
        <ChartFigure
          title={t('reports.rides.chart')}
          unit={t('reports.chart.waitsUnit')}
          source={t('reports.chart.waitsSource', {
            place: areaName(props.report.place),
            span: spanName(props.report),
          })}
        >
          <BarChart
            label={t('reports.rides.chartLabel', { count: count(most()) })}
            nameWidth={176}
            rows={together().map(({ interval, median, p90 }) => ({
              name: intervalName(interval),
              value: median ?? 0,
              tail: p90 ?? undefined,
              words: `${wait(median)} · ${wait(p90)}`,
            }))}
          />
        </ChartFigure>
      </Show>
      <p class="chart__source">{t('reports.rides.unit')}</p>
      <For each={GROUPED}>{(by) => <Grouped report={props.report} by={by} />}</For>
    </Section>
  )
}

type Row = { key: string; of: Partial<Record<Interval, IntervalLine>> }

function Grouped(props: Props & { by: Exclude<RideGrouping, 'all'> }) {
  /** Parts that nobody went through have no column. */
  const shown = () =>
    INTERVALS.filter((interval) => props.report.lines.some((line) => line.interval === interval))
  const rows = (): Row[] => {
    const lines = props.report.lines.filter(({ by }) => by === props.by)
    return [...new Set(lines.map(({ key }) => key))].map((key) => ({
      key,
      of: Object.fromEntries(
        lines.filter((line) => line.key === key).map((line) => [line.interval, line]),
      ) as Row['of'],
    }))
  }
  return (
    <Show when={rows().length > 0}>
      <div class="intervals-part">
        <DataTable
          caption={t(`reports.rides.${props.by}`)}
          showCaption
          columns={columns(props.by, shown())}
          rows={rows()}
          rowKey={({ key }) => key}
        />
      </div>
    </Show>
  )
}

const HEAD = {
  track: 'reports.column.track',
  region: 'reports.column.region',
  vehicle: 'reports.rides.vehicleHead',
  delay: 'reports.column.reason',
} as const

const columns = (by: Exclude<RideGrouping, 'all'>, shown: readonly Interval[]): Column<Row>[] => [
  { key: 'key', head: t(HEAD[by]), cell: ({ key }) => groupName(by, key), lead: true },
  ...shown.map(
    (interval): Column<Row> => ({
      key: interval,
      head: intervalName(interval),
      cell: ({ of }) => <Took line={of[interval]} />,
      end: true,
    }),
  ),
]

/** Median and ninth of ten, with of how many: never one without the other. */
function Took(props: { line: IntervalLine | undefined }) {
  return (
    <Show when={props.line?.median != null && props.line} fallback="–">
      {(line) => (
        <>
          {minutes(line().median)} · {minutes(line().p90)}{' '}
          <span class="intervals-part__n">{t('reports.rides.n', { count: count(line().count) })}</span>
        </>
      )}
    </Show>
  )
}

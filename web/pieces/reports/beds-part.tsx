import { For, Show } from 'solid-js'

import { reportCsv } from '#shared/reports/csv.ts'
import { BEDS, type Bed } from '#shared/terms.ts'
import type { BedLine, ReportView, SeriesLine } from '#shared/wire/reports.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Section } from '#web/parts/section.tsx'
import { ChartFigure } from '#web/pieces/charts/chart-figure.tsx'
import { LineChart } from '#web/pieces/charts/line-chart.tsx'
import { term } from '#web/pieces/term.ts'

import { CsvButton } from './csv-button.tsx'
import { areaName, count, dayName, dayShort, part } from './report-words.ts'

import './reports.css'

/** Beds of the place in four weeks, and of every region at the end of the period. */
export function BedsPart(props: { report: ReportView }) {
  const asOf = () => {
    const { bedsAt, bedsDay, until, at } = props.report
    if (bedsAt === null || bedsDay === null) return t('reports.noBeds')
    return bedsDay === until && bedsAt === at
      ? t('reports.bedsNow', { at: clock(bedsAt) })
      : t('reports.bedsAt', { day: dayName(bedsDay), time: clock(bedsAt) })
  }
  return (
    <Section
      title={t('reports.part.beds')}
      side={
        <>
          {asOf()}{' '}
          <CsvButton
            table={t('reports.part.beds')}
            file={`beds-${props.report.until}.csv`}
            text={() => reportCsv(props.report, 'beds')}
          />
        </>
      }
    >
      <div class="reports__pair">
        <For each={BEDS}>{(bed) => <Occupancy report={props.report} bed={bed} />}</For>
      </div>
      <Show when={props.report.beds.length > 0} fallback={<p>{t('reports.noBeds')}</p>}>
        <For each={BEDS}>
          {(bed) => (
            <DataTable
              caption={`${t('reports.part.beds')}, ${term('bed', bed)}`}
              showCaption
              columns={columns()}
              rows={props.report.beds.filter((line) => line.bed === bed && line.hospitals > 0)}
              rowKey={({ place }) => place}
            />
          )}
        </For>
      </Show>
    </Section>
  )
}

const columns = (): Column<BedLine>[] => [
  { key: 'place', head: t('reports.column.place'), cell: ({ place }) => areaName(place), lead: true },
  figure('operational', t('reports.column.operational'), ({ operational }) => count(operational)),
  figure('occupied', t('reports.column.occupied'), ({ occupied }) => count(occupied)),
  figure('part', t('reports.column.part'), ({ occupied, operational }) => part(occupied, operational)),
  figure('crisis', t('reports.column.crisis'), ({ crisis }) => count(crisis)),
  figure('reserved', t('reports.column.reserved'), ({ reserved }) => count(reserved), 'hidden'),
  figure('boss', t('reports.column.boss'), ({ boss }) => count(boss), 'hidden'),
  figure('free', t('reports.column.free'), ({ free }) => <strong>{count(free)}</strong>),
]

const figure = <Row,>(
  key: string,
  head: string,
  cell: Column<Row>['cell'],
  phone?: Column<Row>['phone'],
): Column<Row> => ({ key, head, cell, end: true, phone })

function Occupancy(props: { report: ReportView; bed: Bed }) {
  const lines = () => props.report.series.filter(({ bed }) => bed === props.bed)
  const last = () => lines().at(-1)
  const level = () => term('bed', props.bed)
  return (
    <Show when={last()}>
      {(end) => (
        <ChartFigure
          title={t('reports.chart.beds', { level: level() })}
          unit={t('reports.chart.bedsUnit')}
          source={t('reports.chart.bedsSource', {
            place: areaName(props.report.place),
            day: dayName(end().day),
          })}
          table={<SeriesTable lines={lines()} caption={t('reports.chart.beds', { level: level() })} />}
        >
          <LineChart
            label={t('reports.chart.bedsLabel', {
              level: level(),
              occupied: count(end().occupied),
              operational: count(end().operational),
              day: dayName(end().day),
              before: count(lines()[0]?.occupied ?? null),
            })}
            days={lines().map(({ day }) => dayShort(day))}
            series={[
              {
                label: t('reports.chart.operational', { count: count(end().operational) }),
                values: lines().map(({ operational }) => operational),
                look: 'limit',
              },
              {
                label: t('reports.chart.occupied', { count: count(end().occupied) }),
                values: lines().map(({ occupied }) => occupied),
                look: 'main',
              },
              {
                label: t('reports.chart.crisis', { count: count(end().crisis) }),
                values: lines().map(({ crisis }) => crisis),
                look: 'second',
              },
            ]}
          />
        </ChartFigure>
      )}
    </Show>
  )
}

function SeriesTable(props: { lines: readonly SeriesLine[]; caption: string }) {
  const own = (): Column<SeriesLine>[] => [
    { key: 'day', head: t('reports.column.day'), cell: ({ day }) => dayName(day), lead: true },
    figure('operational', t('reports.column.operational'), ({ operational }) => count(operational)),
    figure('occupied', t('reports.column.occupied'), ({ occupied }) => count(occupied)),
    figure('crisis', t('reports.column.crisis'), ({ crisis }) => count(crisis)),
    figure('free', t('reports.column.free'), ({ free }) => count(free)),
  ]
  return <DataTable caption={props.caption} columns={own()} rows={props.lines} rowKey={({ day }) => day} />
}

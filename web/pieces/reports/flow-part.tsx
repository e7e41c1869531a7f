import { For, Show } from 'solid-js'

import { NATION } from '#shared/reports/beds-day.ts'
import { reportCsv } from '#shared/reports/csv.ts'
import { BEDS, type Bed } from '#shared/terms.ts'
import type { FlowLine, MovementLine, ReportView } from '#shared/wire/reports.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Section } from '#web/parts/section.tsx'
import { BarChart } from '#web/pieces/charts/bar-chart.tsx'
import { ChartFigure } from '#web/pieces/charts/chart-figure.tsx'
import { regionName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'

import { CsvButton } from './csv-button.tsx'
import { areaName, count, spanName } from './report-words.ts'

import './reports.css'

const BUSIEST = 8

/** Requests and transfers: per area, per track, and from region to region. */
export function FlowPart(props: { report: ReportView }) {
  const csv = (table: 'flow' | 'movements') => () => reportCsv(props.report, table)
  return (
    <Section
      title={t('reports.part.flow')}
      side={
        <>
          {spanName(props.report)}{' '}
          <CsvButton
            table={t('reports.part.flow')}
            file={`flow-${props.report.until}.csv`}
            text={csv('flow')}
          />
        </>
      }
    >
      <div class="reports__pair">
        <For each={BEDS}>{(bed) => <Pairs report={props.report} bed={bed} />}</For>
      </div>
      <div class="reports__pair">
        <For each={BEDS}>
          {(bed) => (
            <DataTable
              caption={t('reports.flow.byPlace', { level: term('bed', bed) })}
              showCaption
              columns={columns({
                key: 'place',
                head: t('reports.column.place'),
                cell: ({ place }) => areaName(place),
                lead: true,
              })}
              rows={props.report.flow.filter((line) => line.bed === bed && line.track === 'all')}
              rowKey={({ place }) => place}
            />
          )}
        </For>
        <For each={BEDS}>
          {(bed) => (
            <DataTable
              caption={t('reports.flow.byTrack', { level: `${term('bed', bed)}, ${areaName(trackPlace())}` })}
              showCaption
              columns={columns({
                key: 'track',
                head: t('reports.column.track'),
                cell: ({ track }) => t(`reports.track.${track}`),
                lead: true,
              })}
              rows={props.report.flow.filter((line) => line.bed === bed && line.place === trackPlace())}
              rowKey={({ track }) => track}
            />
          )}
        </For>
      </div>
      <Disclosure label={t('reports.flow.pairs')} note={count(props.report.movements.length)}>
        <CsvButton
          table={t('reports.flow.pairs')}
          file={`movements-${props.report.until}.csv`}
          text={csv('movements')}
        />
        <DataTable
          caption={t('reports.flow.pairs')}
          columns={pairColumns()}
          rows={props.report.movements}
          rowKey={({ bed, from, to }) => `${bed} ${from} ${to}`}
        />
      </Disclosure>
    </Section>
  )

  /** Tracks of a region are not told to everybody. */
  function trackPlace(): string {
    return props.report.seen === 'groups' ? NATION : props.report.place
  }
}

function Pairs(props: { report: ReportView; bed: Bed }) {
  const rows = () =>
    props.report.movements
      .filter((line) => line.bed === props.bed && line.count !== null)
      .slice(0, BUSIEST)
      .map((line) => ({
        name: `${regionName(line.from)} → ${regionName(line.to)}`,
        value: line.count ?? 0,
        words: count(line.count),
      }))
  const level = () => term('bed', props.bed)
  return (
    <ChartFigure
      title={t('reports.chart.pairs', { level: level() })}
      unit={t('reports.chart.pairsUnit')}
      source={t('reports.chart.waitsSource', {
        place: areaName(props.report.place),
        span: spanName(props.report),
      })}
    >
      <Show when={rows().length > 0} fallback={<p class="reports__none">{t('reports.flow.none')}</p>}>
        <BarChart label={t('reports.chart.pairsLabel', { level: level() })} rows={rows()} nameWidth={168} />
      </Show>
    </ChartFigure>
  )
}

const columns = (lead: Column<FlowLine>): Column<FlowLine>[] => [
  lead,
  { key: 'filed', head: t('reports.column.filed'), cell: ({ filed }) => count(filed), end: true },
  { key: 'moved', head: t('reports.column.moved'), cell: ({ moved }) => count(moved), end: true },
  { key: 'arrived', head: t('reports.column.arrived'), cell: ({ arrived }) => count(arrived), end: true },
  { key: 'ended', head: t('reports.column.ended'), cell: ({ ended }) => count(ended), end: true },
]

const pairColumns = (): Column<MovementLine>[] => [
  { key: 'from', head: t('reports.column.from'), cell: ({ from }) => regionName(from), lead: true },
  { key: 'to', head: t('reports.column.to'), cell: ({ to }) => regionName(to) },
  { key: 'bed', head: t('reports.column.level'), cell: ({ bed }) => term('bed', bed) },
  { key: 'count', head: t('reports.column.count'), cell: (line) => count(line.count), end: true },
  { key: 'urgent', head: t('reports.column.urgent'), cell: ({ urgent }) => count(urgent), end: true },
]

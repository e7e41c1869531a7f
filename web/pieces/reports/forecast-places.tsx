import { For } from 'solid-js'

import { forecastCsv } from '#shared/reports/csv.ts'
import { BEDS } from '#shared/terms.ts'
import type { ForecastLine, ForecastView } from '#shared/wire/reports.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Section } from '#web/parts/section.tsx'
import { term } from '#web/pieces/term.ts'

import { CsvButton } from './csv-button.tsx'
import { between } from './forecast-chart.tsx'
import { areaName, count, gap } from './report-words.ts'

import './reports.css'

/** Every place seven days on, IC and ward. */
export function ForecastPlaces(props: { view: ForecastView }) {
  return (
    <For each={BEDS}>
      {(bed) => (
        <Section
          title={t('reports.forecast.places', { level: term('bed', bed) })}
          side={
            <CsvButton
              table={t('reports.forecast.title')}
              file={`prognosis-${props.view.lastDay}.csv`}
              text={() => forecastCsv(props.view)}
            />
          }
        >
          <DataTable
            caption={t('reports.forecast.places', { level: term('bed', bed) })}
            columns={columns()}
            rows={props.view.lines.filter((line) => line.bed === bed)}
            rowKey={({ place }) => place}
          />
        </Section>
      )}
    </For>
  )
}

const now = ({ series }: ForecastLine) => series.at(-1)?.count ?? null
const then = ({ days }: ForecastLine) => days?.at(-1) ?? null

const columns = (): Column<ForecastLine>[] => [
  { key: 'place', head: t('reports.column.place'), cell: ({ place }) => areaName(place), lead: true },
  { key: 'now', head: t('reports.column.nowCount'), cell: (line) => count(now(line)), end: true },
  {
    key: 'expected',
    head: t('reports.column.expected'),
    cell: (line) => <strong>{count(then(line)?.expected ?? null)}</strong>,
    end: true,
  },
  {
    key: 'change',
    head: t('reports.column.change'),
    cell: (line) => gap(change(line)),
    end: true,
  },
  { key: 'interval', head: t('reports.column.interval'), cell: (line) => interval(line), end: true },
  {
    key: 'error',
    head: t('reports.column.error'),
    cell: (line) => count(then(line)?.error ?? null),
    end: true,
  },
]

function change(line: ForecastLine): number | null {
  const [counted, day] = [now(line), then(line)]
  return counted === null || day === null ? null : day.expected - counted
}

function interval(line: ForecastLine): string {
  const day = then(line)
  if (day !== null) return between(day)
  return t(line.withheld ? 'reports.forecast.withheld' : 'reports.forecast.tooFew')
}

import { Show } from 'solid-js'

import type { ForecastDay } from '#shared/forecast/forecast-of.ts'
import type { ForecastLine, ForecastView } from '#shared/wire/reports.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { ChartFigure } from '#web/pieces/charts/chart-figure.tsx'
import { LineChart } from '#web/pieces/charts/line-chart.tsx'
import { term } from '#web/pieces/term.ts'

import { areaName, count, dayName, dayShort } from './report-words.ts'

type Props = { line: ForecastLine; view: ForecastView }

/** One level of one place: four weeks counted, seven days expected with what four in five held. */
export function ForecastChart(props: Props) {
  const name = () =>
    t('reports.forecast.chart', { place: areaName(props.line.place), level: term('bed', props.line.bed) })
  return (
    <Show
      when={props.line.days}
      fallback={
        <Empty
          kind="nothing"
          title={`${name()}: ${t(props.line.withheld ? 'reports.forecast.withheld' : 'reports.forecast.tooFew')}`}
        />
      }
    >
      {(days) => <Drawn {...props} name={name()} days={days()} />}
    </Show>
  )
}

function Drawn(props: Props & { name: string; days: readonly ForecastDay[] }) {
  const past = () => props.line.series.map(({ count: counted }) => counted)
  const blank = () => past().map(() => null)
  /** The expectation starts where counting ended. */
  const joined = (of: (day: ForecastDay) => number | null) => [
    ...blank().slice(1),
    past().at(-1) ?? null,
    ...props.days.map(of),
  ]
  const last = () => props.days.at(-1)
  const lastDay = () => props.line.series.at(-1)?.day ?? ''
  const age = () => {
    const days = props.view.daysOld ?? 0
    return days === 0 ? t('reports.forecast.ageToday') : t('reports.forecast.age', { count: days })
  }
  return (
    <ChartFigure
      title={props.name}
      unit={t('reports.forecast.unit')}
      source={t('reports.forecast.source', { day: dayName(lastDay()), age: age() })}
      table={
        <DataTable caption={props.name} columns={columns()} rows={props.days} rowKey={({ day }) => day} />
      }
    >
      <LineChart
        label={t('reports.forecast.label', {
          place: areaName(props.line.place),
          level: term('bed', props.line.bed),
          count: count(past().at(-1) ?? null),
          day: dayName(lastDay()),
          expected: count(last()?.expected ?? null),
          low: count(last()?.low ?? null),
          high: count(last()?.high ?? null),
        })}
        days={[...props.line.series, ...props.days].map(({ day }) => dayShort(day))}
        today={{ at: past().length - 1, word: t('reports.forecast.today') }}
        band={{ low: joined(({ low }) => low), high: joined(({ high }) => high) }}
        series={[
          {
            label: '',
            values: [...past(), ...props.days.map(() => null)],
            look: 'main',
          },
          {
            label: t('reports.forecast.then', { count: count(last()?.expected ?? null) }),
            values: joined(({ expected }) => expected),
            look: 'expected',
          },
        ]}
      />
    </ChartFigure>
  )
}

const columns = (): Column<ForecastDay>[] => [
  { key: 'day', head: t('reports.column.day'), cell: ({ day }) => dayName(day), lead: true },
  { key: 'expected', head: t('reports.column.expected'), cell: (day) => count(day.expected), end: true },
  { key: 'interval', head: t('reports.column.interval'), cell: (day) => between(day), end: true },
]

/** 305 tot 375 */
export const between = ({ low, high }: Pick<ForecastDay, 'low' | 'high'>): string =>
  low === null || high === null
    ? t('reports.forecast.noInterval')
    : t('reports.forecast.between', { low: count(low), high: count(high) })

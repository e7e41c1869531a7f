import { Show } from 'solid-js'

import { ridesCsv } from '#shared/reports/ride-csv.ts'
import { INTERVALS, type Interval } from '#shared/reports/ride-intervals.ts'
import type { RideLine, RideReport } from '#shared/wire/ride-report.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Section } from '#web/parts/section.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'

import { CsvButton } from './csv-button.tsx'
import { delayName, incidentName, intervalName, minutes } from './interval-words.ts'
import { dayShort } from './report-words.ts'

import './reports.css'
import './intervals-part.css'

/** Ride by ride, for who coordinates: where from and to, and where its time went. */
export function RidesPart(props: { report: RideReport }) {
  const shown = () =>
    INTERVALS.filter((interval) => props.report.rides.some(({ minutes: took }) => took[interval] !== null))
  return (
    <Section
      title={t('reports.rides.each')}
      side={
        <CsvButton
          table={t('reports.rides.eachCsv')}
          file={`rides-${props.report.until}.csv`}
          text={() => ridesCsv(props.report)}
        />
      }
    >
      <p class="chart__source">{t('reports.rides.eachUnit')}</p>
      <div class="intervals-part">
        <DataTable
          caption={t('reports.rides.each')}
          columns={columns(shown())}
          rows={props.report.rides}
          rowKey={({ ride }) => ride}
        />
      </div>
    </Section>
  )
}

const columns = (shown: readonly Interval[]): Column<RideLine>[] => [
  {
    key: 'route',
    head: t('reports.rides.route'),
    cell: (line) => (
      <>
        {hospitalName(line.from)} → {hospitalName(line.to)}{' '}
        <span class="intervals-part__n">
          {[line.day === null ? '' : dayShort(line.day), term('vehicle', line.vehicleKind)]
            .concat(t(`reports.track.${line.track}`))
            .filter(Boolean)
            .join(' · ')}
        </span>
      </>
    ),
    lead: true,
  },
  ...shown.map(
    (interval): Column<RideLine> => ({
      key: interval,
      head: intervalName(interval),
      cell: (line) => minutes(line.minutes[interval]),
      end: true,
    }),
  ),
  {
    key: 'met',
    head: t('reports.rides.met'),
    cell: (line) => (
      <Show when={line.delays.length + line.incidents.length > 0} fallback="–">
        {[...line.delays.map(delayName), ...line.incidents.map(incidentName)].join(' · ')}
      </Show>
    ),
  },
]

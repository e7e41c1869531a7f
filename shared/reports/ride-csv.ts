// The intervals as files: a line per group and part, or a line per ride. Columns: docs/reports.md. Called by the report's
// page of rides.
import type { RideReport } from '#shared/wire/ride-report.ts'
import { csvText } from './csv.ts'
import { INTERVALS } from './ride-intervals.ts'

export const groupsCsv = ({ from, until, place, lines }: RideReport): string =>
  csvText(
    ['from_day', 'until_day', 'place', 'by', 'key', 'part', 'count', 'median_minutes', 'p90_minutes'],
    lines.map(({ by, key, interval, count, median, p90 }) => [
      ...[from, until, place, by, key, interval],
      ...[count, median, p90],
    ]),
  )

export const ridesCsv = ({ rides }: RideReport): string =>
  csvText(
    [
      ...['arrival_day', 'ride', 'track', 'from', 'to', 'from_region', 'to_region', 'vehicle_kind'],
      ...INTERVALS.map((name) => `${name}_minutes`),
      ...['delays', 'incidents'],
    ],
    rides.map((line) => [
      ...[line.day, line.ride, line.track, line.from, line.to, line.fromRegion, line.toRegion],
      line.vehicleKind,
      ...INTERVALS.map((name) => line.minutes[name]),
      ...[line.delays.join(' '), line.incidents.join(' ')],
    ]),
  )

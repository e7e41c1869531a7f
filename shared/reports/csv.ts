// A table of the report as CSV, its columns as docs/reports.md names them. Called by the report and prognosis screens.
import type { ForecastView, ReportView } from '#shared/wire/reports.ts'

export const CSV_TABLES = ['beds', 'series', 'share', 'flow', 'movements', 'waits', 'refusals'] as const
export type CsvTable = (typeof CSV_TABLES)[number]

type Cell = string | number | boolean | null
type Lines = readonly (readonly Cell[])[]

/** Excel in Dutch opens it as a table: mark, semicolons, CRLF. */
export const csvText = (heads: readonly string[], lines: Lines): string =>
  `\uFEFF${[heads, ...lines].map((line) => line.map(cellText).join(';')).join('\r\n')}\r\n`

/** A text that a spreadsheet would take for a formula gets an apostrophe. */
function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

type Columns = { heads: string; lines: (view: ReportView) => Lines }

const TABLES: Record<CsvTable, Columns> = {
  beds: {
    heads:
      'day place bed operational occupied crisis reserved boss free free_incl_boss addable_24h hospitals intake_stops oldest_report',
    lines: ({ bedsDay, beds }) =>
      beds.map((line) => [
        ...[bedsDay, line.place, line.bed, line.operational, line.occupied, line.crisis],
        ...[line.reserved, line.boss, line.free, line.freeInclBoss, line.addable24h],
        ...[line.hospitals, line.stops, line.reportedAt],
      ]),
  },
  series: {
    heads: 'day place bed operational occupied crisis free',
    lines: ({ place, series }) =>
      series.map(({ day, bed, operational, occupied, crisis, free }) => [
        ...[day, place, bed, operational, occupied, crisis, free],
      ]),
  },
  share: {
    heads: 'day bed group present target deficit',
    lines: ({ bedsDay, share }) =>
      share.map(({ bed, group, present, target, deficit }) => [
        ...[bedsDay, bed, group, present, target, deficit],
      ]),
  },
  flow: {
    heads: 'from_day until_day place bed track filed moved arrived ended',
    lines: ({ from, until, flow }) =>
      flow.map(({ place, bed, track, filed, moved, arrived, ended }) => [
        ...[from, until, place, bed, track, filed, moved, arrived, ended],
      ]),
  },
  movements: {
    heads: 'from_day until_day bed from_region to_region count urgent',
    lines: ({ from, until, movements }) =>
      movements.map((line) => [from, until, line.bed, line.from, line.to, line.count, line.urgent]),
  },
  waits: {
    heads: 'from_day until_day place bed track step count median_minutes p90_minutes rough',
    lines: ({ from, until, waits }) =>
      waits.map(({ place, bed, track, step, count, median, p90, rough }) => [
        ...[from, until, place, bed, track, step, count, median, p90, rough],
      ]),
  },
  refusals: {
    heads: 'from_day until_day place bed kind reason count',
    lines: ({ from, until, refusals }) =>
      refusals.map(({ place, bed, kind, reason, count }) => [from, until, place, bed, kind, reason, count]),
  },
}

export const reportCsv = (view: ReportView, table: CsvTable): string =>
  csvText(TABLES[table].heads.split(' '), TABLES[table].lines(view))

export const forecastCsv = ({ lines }: ForecastView): string =>
  csvText(
    ['place', 'bed', 'day', 'days_ahead', 'expected', 'low', 'high', 'mean_error', 'covered'],
    lines.flatMap(({ place, bed, days }) =>
      (days ?? []).map((day) => [
        ...[place, bed, day.day, day.ahead, day.expected],
        ...[day.low, day.high, day.error, day.covered],
      ]),
    ),
  )

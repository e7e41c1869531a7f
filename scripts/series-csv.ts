// Reads a file of daily figures: a `date` column and whole or decimal counts. Used by `backtest` and `replay`.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

export type SeriesRow = { date: string; counts: Record<string, number> }

/** A file that cannot be read as asked: one line that names line and column. Scripts print it and exit 2. */
export class BadFile extends Error {}

const DAY_MS = 86_400_000
/** A hole longer than this is no hole but another file. */
const LONGEST_GAP_DAYS = 31

/**
 * Every day from the first to the last date, in order. A day or figure that is missing holds the one before it; a
 * column may begin later than the file and counts 0 until then. Throws BadFile.
 */
export function readSeries(path: string, columns: readonly string[]): SeriesRow[] {
  const days: SeriesRow[] = []
  for (const [index, record] of records(path, columns).entries()) {
    const line = index + 2
    const date = dateOf(record.date, line)
    const before = days.at(-1)
    if (before !== undefined) fill(days, before, date, line)
    const held = days.at(-1)?.counts
    const counts = Object.fromEntries(
      columns.map((column) => [column, countOf(record[column] ?? '', line, column) ?? held?.[column] ?? 0]),
    )
    days.push({ date, counts })
  }
  if (days.length === 0) throw new BadFile(`${path}: no days`)
  return days
}

function records(path: string, columns: readonly string[]): Record<string, string>[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new BadFile(`${path}: cannot be read`)
  }
  if (text.includes('\uFFFD')) throw new BadFile(`${path}: not UTF-8`)
  let rows: Record<string, string>[]
  try {
    rows = parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true })
  } catch (fault) {
    throw new BadFile(`${path}: ${fault instanceof Error ? fault.message : fault}`)
  }
  for (const column of ['date', ...columns])
    if (rows[0] !== undefined && !(column in rows[0])) throw new BadFile(`line 1: ${column}: no such column`)
  return rows
}

function dateOf(text: string | undefined, line: number): string {
  const date = new Date(`${text}T00:00:00Z`)
  if (
    !/^\d{4}-\d\d-\d\d$/.test(text ?? '') ||
    Number.isNaN(date.getTime()) ||
    isoDay(date.getTime()) !== text
  )
    throw new BadFile(`line ${line}: date: not a day as 2021-01-31`)
  return isoDay(date.getTime())
}

function countOf(text: string, line: number, column: string): number | undefined {
  if (text === '') return undefined
  const count = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text) || count > 1_000_000)
    throw new BadFile(`line ${line}: ${column}: not a count from 0 to 1 000 000`)
  return count
}

/** Days between the last one and `date` hold the last one's figures. */
function fill(days: SeriesRow[], before: SeriesRow, date: string, line: number): void {
  const from = Date.parse(before.date)
  const gap = (Date.parse(date) - from) / DAY_MS
  if (gap < 1) throw new BadFile(`line ${line}: date: not after ${before.date}`)
  if (gap > LONGEST_GAP_DAYS) throw new BadFile(`line ${line}: date: ${gap} days after ${before.date}`)
  for (let day = 1; day < gap; day += 1)
    days.push({ date: isoDay(from + day * DAY_MS), counts: { ...before.counts } })
}

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

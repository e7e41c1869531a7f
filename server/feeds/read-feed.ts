// From the bytes of a file or a post to lines of cells: CSV in whatever encoding and with whatever separator a
// spreadsheet wrote, or JSON. Called by server/feeds/receive.ts.
import { setImmediate as breathe } from 'node:timers/promises'
import type { FeedLine } from '#shared/beds/feed-line.ts'
import {
  FEED_COLUMNS,
  FEED_REQUIRED,
  FEED_ROWS,
  type FeedColumn,
  type FeedFileFault,
} from '#shared/wire/capacity-feed.ts'
import { readCsvLines } from '#server/csv-lines.ts'

export type FeedRead = { encoding: string } & ({ lines: FeedLine[] } | { file: FeedFileFault })

export async function readFeedCsv(bytes: Uint8Array): Promise<FeedRead> {
  const { text, encoding } = textOf(bytes)
  if (text.includes('\0')) return { encoding, file: 'encoding' }
  return { encoding, ...(await readCsvLines(text, { most: FEED_ROWS, columnsOf, cellsOf })) }
}

/** `{"observations": [{…}, …]}`; a line is the place in the list, from one. */
export async function readFeedJson(bytes: Uint8Array): Promise<FeedRead> {
  const { text, encoding } = textOf(bytes)
  const list = listOf(text)
  if (list === null) return { encoding, file: 'json' }
  if (list.length === 0) return { encoding, file: 'empty' }
  if (list.length > FEED_ROWS) return { encoding, file: 'too-many' }
  await breathe()
  return { encoding, lines: list.map((one, at) => ({ line: at + 1, cells: asCells(one) })) }
}

function listOf(text: string): unknown[] | null {
  try {
    const body: unknown = JSON.parse(text)
    const list: unknown =
      typeof body === 'object' && body !== null && 'observations' in body ? body.observations : null
    return Array.isArray(list) ? list : null
  } catch {
    return null
  }
}

/** An unknown field is as wrong as a column too many. */
function asCells(one: unknown): FeedLine['cells'] {
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return null
  return Object.keys(one).every(isColumn) ? one : null
}

const isColumn = (name: string): name is FeedColumn => FEED_COLUMNS.some((column) => column === name)

/** UTF-8, UTF-16 with its mark, or else what Windows wrote here before: beds are told in plain letters and digits. */
function textOf(bytes: Uint8Array): { text: string; encoding: string } {
  const [first, second] = bytes
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), encoding: marked }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
}

/** Columns of a file's own, beside ours, are passed over. */
function columnsOf(record: readonly string[]): (FeedColumn | null)[] | null {
  const names = record.map(
    (name) => FEED_COLUMNS.find((column) => column.toLowerCase() === name.toLowerCase()) ?? null,
  )
  const isOurs = FEED_REQUIRED.every((column) => names.includes(column))
  return isOurs && new Set(names.filter(Boolean)).size === names.filter(Boolean).length ? names : null
}

function cellsOf(columns: readonly (FeedColumn | null)[], record: readonly string[]): FeedLine['cells'] {
  if (record.length !== columns.length) return null
  const cells: Partial<Record<FeedColumn, string>> = {}
  for (const [at, column] of columns.entries()) if (column !== null) cells[column] = record[at] ?? ''
  return cells
}

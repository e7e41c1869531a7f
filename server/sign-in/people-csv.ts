// Reads the bytes of an administrator's file into lines, as far as it is a file of ours. Called by import-people.ts.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, type Info, parse } from 'csv-parse'
import type { FileLine } from '#shared/access/people-file.ts'
import {
  type FileFault,
  PEOPLE_COLUMNS,
  PEOPLE_FILE_ROWS,
  type PeopleColumn,
} from '#shared/wire/people-file.ts'

/** Characters in one line; a quote that is never closed ends here. */
const LINE_MAX = 4096
/** How much is parsed before others get their turn. */
const PIECE = 64 * 1024

type Read = { lines: FileLine[] } | { file: FileFault }
type Row = { record: string[]; info: Info }

export async function readPeopleCsv(bytes: Uint8Array): Promise<Read> {
  const text = textOf(bytes)
  if (text === null) return { file: 'encoding' }
  const parser = parse({
    delimiter: delimiterOf(text),
    info: true,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LINE_MAX,
    to: PEOPLE_FILE_ROWS + 2,
  })
  const lines: FileLine[] = []
  let columns: PeopleColumn[] | null = null
  try {
    await pipeline(Readable.from(piecesOf(text)), parser, async (records: AsyncIterable<Row>) => {
      for await (const { record, info } of records) {
        if (columns !== null) lines.push({ line: info.lines, cells: cellsOf(columns, record) })
        else columns = columnsOf(record)
        if (columns === null) throw new Stop('columns')
        if (lines.length > PEOPLE_FILE_ROWS) throw new Stop('too-many')
      }
    })
  } catch (error) {
    if (error instanceof Stop) return { file: error.file }
    if (error instanceof CsvError) return { file: 'quotes' }
    throw error
  }
  return lines.length === 0 ? { file: 'empty' } : { lines }
}

class Stop extends Error {
  readonly file: FileFault
  constructor(file: FileFault) {
    super(file)
    this.file = file
  }
}

/** Null unless it is UTF-8; UTF-16 of plain letters is, with noughts between them. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE)
}

/** As the first line has it: spreadsheets here write semicolons, others commas. */
function delimiterOf(text: string): string {
  const [first = ''] = text.slice(0, LINE_MAX).split(/\r?\n/, 1)
  return [';', '\t', ','].find((sign) => first.includes(sign)) ?? ';'
}

function columnsOf(record: readonly string[]): PeopleColumn[] | null {
  const names = record.map((name) => name.toLowerCase())
  const found = PEOPLE_COLUMNS.filter((column) => names.includes(column))
  const isOurs = found.length === PEOPLE_COLUMNS.length && names.length === found.length
  return isOurs ? (names as PeopleColumn[]) : null
}

function cellsOf(columns: readonly PeopleColumn[], record: readonly string[]): FileLine['cells'] {
  if (record.length !== columns.length) return null
  const cells = { provider: '', key: '', label: '', organisation: '', role: '', deputy: '' }
  for (const [at, column] of columns.entries()) cells[column] = record[at] ?? ''
  return cells
}

// Reads the bytes of an administrator's file into lines, as far as it is a file of ours. Called by import-people.ts.
import type { FileLine } from '#shared/access/people-file.ts'
import {
  type FileFault,
  PEOPLE_COLUMNS,
  PEOPLE_FILE_ROWS,
  type PeopleColumn,
} from '#shared/wire/people-file.ts'
import { readCsvLines } from '#server/csv-lines.ts'

type Read = { lines: FileLine[] } | { file: FileFault }

export async function readPeopleCsv(bytes: Uint8Array): Promise<Read> {
  const text = textOf(bytes)
  if (text === null) return { file: 'encoding' }
  return readCsvLines(text, { most: PEOPLE_FILE_ROWS, columnsOf, cellsOf })
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

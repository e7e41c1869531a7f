// A spreadsheet's text to lines of cells: whatever separator it wrote, quotes and all, in pieces so that others get their
// turn. Called by server/feeds/read-feed.ts and server/sign-in/people-csv.ts, which know their columns.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, type Info, parse } from 'csv-parse'

/** Characters in one line; a quote that is never closed ends here. */
const LINE_MAX = 4096
/** How much is parsed before others get their turn. */
const PIECE = 64 * 1024

export type CsvFault = 'columns' | 'too-many' | 'quotes' | 'empty'
type Row = { record: string[]; info: Info }
type Shape<C, L> = {
  /** More than so many lines are refused. */
  most: number
  /** The head's columns; null: it is no file of ours. */
  columnsOf(head: readonly string[]): C | null
  cellsOf(columns: C, record: readonly string[]): L
}

/** `line`: in the file, from one. */
export async function readCsvLines<C, L>(
  text: string,
  { most, columnsOf, cellsOf }: Shape<C, L>,
): Promise<{ lines: { line: number; cells: L }[] } | { file: CsvFault }> {
  const parser = parse({
    delimiter: delimiterOf(text),
    info: true,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LINE_MAX,
    to: most + 2,
  })
  const lines: { line: number; cells: L }[] = []
  let columns: C | null = null
  try {
    await pipeline(Readable.from(piecesOf(text)), parser, async (records: AsyncIterable<Row>) => {
      for await (const { record, info } of records) {
        if (columns !== null) lines.push({ line: info.lines, cells: cellsOf(columns, record) })
        else columns = columnsOf(record)
        if (columns === null) throw new Stop('columns')
        if (lines.length > most) throw new Stop('too-many')
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
  readonly file: CsvFault
  constructor(file: CsvFault) {
    super(file)
    this.file = file
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

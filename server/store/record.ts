// The record in the database: lines are added, never changed (triggers say so); the sealer chains them afterwards.
// Used by the hinge, the reads, the stream and the jobs of server/record.
import { type Selectable, sql } from 'kysely'
import type { Act } from '#shared/record/act.ts'
import type { Line } from '#shared/record/told.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { fixedRows } from './fixed.ts'
import { flag } from './save-row.ts'
import type { Db } from './store.ts'
import type { Tables } from './tables.ts'

/** In the order in which they are hashed. */
export const COLUMNS = [
  'id',
  'at',
  'event',
  'action',
  'outcome',
  'reason',
  'person',
  'role',
  'org',
  'behalf',
  'session',
  'subject',
  'subject_id',
  'transfer',
  'code',
  'codes',
  'request',
  'address',
  'basis',
  'emergency',
  'once',
] as const satisfies readonly (keyof RecordRow)[]
export type RecordRow = Selectable<Tables['record_lines']>

/** Bound values in one statement stay far below what either database takes. */
const CHUNK = 200

const inserted = fixedRows((db, lines: ReturnType<typeof columnsOf>[]) =>
  db
    .insertInto('record_lines')
    .values(lines)
    .onConflict((conflict) => conflict.column('once').where('once', 'is not', null).doNothing()),
)

/** What was recorded once under its name stays as it is. */
export async function saveActs(db: Db, acts: readonly Act[]): Promise<void> {
  for (let at = 0; at < acts.length; at += CHUNK)
    await inserted(db, acts.slice(at, at + CHUNK).map(columnsOf))
}

export const saveAct = (db: Db, act: Act): Promise<void> => saveActs(db, [act])

function columnsOf({ subjectId, codes, emergency, ...act }: Act) {
  return {
    ...act,
    subject_id: subjectId,
    codes: codes === null ? null : JSON.stringify(codes),
    emergency: flag(emergency),
  }
}

/** At most so many lines of one transfer are told at once. */
export const RECORD_PAGE = 500

/** A phone may write that it filed a little later than the server heard of it. */
const CLOCKS_MS = 300_000

type ToldLine = Omit<Line, 'emergency'> & { id: number; emergency: number }
const TOLD = ['id', 'at', 'event', 'outcome', 'role', 'org', 'behalf', 'basis', 'emergency'] as const

/** What was done with one transfer, and the lists in which its code was read; the latest, oldest first. */
export async function recordOf(db: Db, { id, code, submittedAt }: Transfer): Promise<Line[]> {
  const own = await db
    .selectFrom('record_lines')
    .select(TOLD)
    .where('transfer', '=', id)
    .orderBy('id', 'desc')
    .limit(RECORD_PAGE)
    .execute()
  const lists = await db
    .selectFrom('record_lines')
    .select(TOLD)
    // As its index says it, literally: a bound value would not find it.
    .where(sql<boolean>`event = 'list.read'`)
    .where('at', '>=', new Date(Date.parse(submittedAt) - CLOCKS_MS).toISOString())
    .where('codes', 'like', `%"${code}"%`)
    .orderBy('id', 'desc')
    .limit(RECORD_PAGE)
    .execute()
  return ([...own, ...lists] as ToldLine[])
    .sort((a, b) => (a.at === b.at ? a.id - b.id : a.at < b.at ? -1 : 1))
    .slice(-RECORD_PAGE)
    .map(({ id: _, ...line }): Line => ({ ...line, emergency: line.emergency === 1 }))
}

/** Lines of these days after a number, oldest first. */
export const linesFrom = (
  db: Db,
  { after, from, until }: { after: number; from: string; until: string },
  limit: number,
): Promise<RecordRow[]> =>
  db
    .selectFrom('record_lines')
    .select(COLUMNS)
    .where('id', '>', after)
    .where('at', '>=', from)
    .where('at', '<=', until)
    .orderBy('id')
    .limit(limit)
    .execute()

import { applyEvent, type News, type RowTable, SUBJECTS, TABLE_OF } from '#shared/wire/event.ts'
import type { Snapshot } from '#shared/wire/reads.ts'
import { type LocalDb, rowTables } from './local-db.ts'
import { isObject } from './request.ts'
import { ROW_TABLES } from './row-tables.ts'

type AnyRow = { id: string; rev: number }

/** Of a shape this client knows; perhaps of a thing that only a later version shows. */
export function isReadable(body: unknown): body is News {
  if (!isObject(body)) return false
  const about = body.kind === 'event' ? body.event : body
  if (!isObject(about) || typeof about.subject !== 'string') return false
  if (typeof about.id !== 'string') return false
  if (body.kind === 'event') return isObject(about.data) && typeof about.rev === 'number'
  return body.kind === 'gone' || (body.kind === 'row' && isObject(about.row))
}

export const isNews = (body: unknown): body is News =>
  isReadable(body) &&
  SUBJECTS.some((subject) => subject === (body.kind === 'event' ? body.event : body).subject)

/** News in the order it came, rows and cursor in one transaction. `at`: since when the rows are the server's; null
 * while older news is still on its way. A row that is past an event stays as it is. */
export async function applyNews(
  db: LocalDb,
  news: readonly News[],
  cursor: string,
  at: string | null,
): Promise<void> {
  await db.transaction('rw', [...rowTables(db), db.meta], async () => {
    for (const item of news) await applyOne(db, item)
    await db.meta.put({ key: 'cursor', value: cursor })
    if (at !== null) await db.meta.put({ key: 'syncedAt', value: at })
  })
}

async function applyOne(db: LocalDb, news: News): Promise<void> {
  const { subject, id } = news.kind === 'event' ? news.event : news
  const table = db.table<AnyRow, string>(TABLE_OF[subject])
  if (news.kind === 'gone') {
    await table.delete(id)
    return
  }
  const known = await table.get(id)
  if (news.kind === 'event') {
    // A change of a row this phone does not have: the row itself is on its way, or the snapshot has it.
    if (known === undefined && !isWhole(news.event.data)) return
    await table.put({ ...applyEvent(known, news.event), id })
  } else if (known === undefined || known.rev <= (news.row as AnyRow).rev) {
    await table.put({ ...(news.row as AnyRow), id })
  }
}

/** A first event carries the whole row, its id included. */
const isWhole = (data: Record<string, unknown>): boolean => typeof data.id === 'string'

/** What stood in the mirror before a snapshot was asked for: id → rev, per table. */
export type Known = Record<RowTable, Map<string, number>>

export async function readKnown(db: LocalDb): Promise<Known> {
  const known: Partial<Known> = {}
  for (const name of ROW_TABLES) {
    const rows = await db.table<AnyRow>(name).toArray()
    known[name] = new Map(rows.map(({ id, rev }) => [id, rev]))
  }
  return known as Known
}

/**
 * Makes the mirror what the snapshot says. Rows that other news brought or took away while it was on its way
 * (`before` against now) are left to that news: the stream goes on from the snapshot's cursor and settles them.
 */
export async function applySnapshot(db: LocalDb, snapshot: Snapshot, before: Known): Promise<void> {
  await db.transaction('rw', [...rowTables(db), db.meta], async () => {
    const restored = (await db.meta.get('epoch'))?.value !== snapshot.epoch
    for (const name of ROW_TABLES) await settleTable(db, name, snapshot[name], restored ? null : before[name])
    await db.meta.bulkPut([
      { key: 'cursor', value: snapshot.cursor },
      { key: 'epoch', value: snapshot.epoch },
      { key: 'shape', value: MIRROR_SHAPE },
      { key: 'syncedAt', value: snapshot.at },
    ])
  })
}

/** `before` null: another epoch; what is here counts for nothing. */
async function settleTable(
  db: LocalDb,
  name: RowTable,
  rows: readonly AnyRow[],
  before: Map<string, number> | null,
): Promise<void> {
  const table = db.table<AnyRow, string>(name)
  if (before === null) {
    await table.clear()
    await table.bulkPut([...rows])
    return
  }
  const now = new Map((await table.toArray()).map(({ id, rev }) => [id, rev]))
  const sent = new Set(rows.map(({ id }) => id))
  await table.bulkPut(rows.filter(({ id, rev }) => isNewer(rev, now.get(id), before.has(id))))
  await table.bulkDelete([...now.keys()].filter((id) => !sent.has(id) && before.get(id) === now.get(id)))
}

/** Not here: new, unless it was here before and left meanwhile. Here: only forward. */
const isNewer = (rev: number, present: number | undefined, wasHere: boolean): boolean =>
  present === undefined ? !wasHere : rev >= present

/** What a mirror holds: one that an earlier version laid in may lack a table, and cannot go on from its cursor. */
const MIRROR_SHAPE = ROW_TABLES.join()

/** From where the news goes on; null where the whole has to be fetched first. */
export async function cursorOf(db: LocalDb): Promise<string | null> {
  const [shape, cursor] = await db.meta.bulkGet(['shape', 'cursor'])
  return shape?.value === MIRROR_SHAPE ? (cursor?.value ?? null) : null
}

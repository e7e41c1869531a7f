// The sources that may send bed figures by themselves, known by the hash of their token. Used by server/http/feeds.ts
// and the administrator's list of them.
import type { Feed } from '#shared/wire/capacity-feed.ts'
import type { Tables } from './tables.ts'
import type { Db } from './store.ts'

type Row = Tables['feeds']

const feedOf = ({ id, name, scope, created, last_at, last_rows }: Row): Feed => ({
  id,
  name,
  scope,
  created,
  lastAt: last_at,
  lastRows: last_rows,
})

export async function feedByToken(db: Db, hash: string): Promise<Feed | null> {
  const row = await db
    .selectFrom('feeds')
    .selectAll()
    .where('token_hash', '=', hash)
    .where('ended', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : feedOf(row)
}

export async function allFeeds(db: Db): Promise<Feed[]> {
  const rows = await db.selectFrom('feeds').selectAll().where('ended', 'is', null).orderBy('name').execute()
  return rows.map(feedOf)
}

type Made = Pick<Row, 'id' | 'name' | 'scope' | 'token_hash' | 'created' | 'created_by'>

export async function addFeed(db: Db, made: Made): Promise<void> {
  await db
    .insertInto('feeds')
    .values({ ...made, last_at: null, last_rows: null, ended: null })
    .execute()
}

/** False: there is no such feed any more. */
export async function endFeed(db: Db, id: string, at: string): Promise<boolean> {
  const done = await db
    .updateTable('feeds')
    .set({ ended: at })
    .where('id', '=', id)
    .where('ended', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function markFeed(db: Db, id: string, at: string, rows: number): Promise<void> {
  await db.updateTable('feeds').set({ last_at: at, last_rows: rows }).where('id', '=', id).execute()
}

// What changed between two places of the log for one viewer: each row once, as it is now. Used by live.ts for a viewer
// that was away.
import { sql } from 'kysely'
import { type Key, sharesKey } from '#shared/access/audience.ts'
import { SUBJECTS, type Subject, TABLE_OF } from '#shared/wire/event.ts'
import type { Shift } from './audience.ts'
import type { Db } from './store.ts'

export type Changed = {
  /** `row`: JSON, as stored. */
  rows: { subject: Subject; id: string; row: string }[]
  /** Seen before, not any more. */
  gone: { subject: Subject; id: string }[]
}

type Range = { after: number; until: number }
/** Bound values in one statement. */
const CHUNK = 500

/** Rows may be newer than `until`: the events that made them so come later and find them there. */
export async function changedIn(db: Db, keys: readonly Key[], range: Range): Promise<Changed> {
  const rows: Changed['rows'] = []
  for (const subject of SUBJECTS)
    rows.push(
      ...(await visible(
        db,
        subject,
        keys,
        sql`select subject_id from events
          where subject = ${subject} and seq > ${range.after} and seq <= ${range.until}`,
      )),
    )
  const moved = await movedSight(db, keys, range, new Set(rows.map(({ subject, id }) => `${subject} ${id}`)))
  for (const subject of SUBJECTS) {
    const ids = moved.filter((one) => one.subject === subject).map(({ id }) => id)
    for (let at = 0; at < ids.length; at += CHUNK)
      rows.push(...(await visible(db, subject, keys, sql.join(ids.slice(at, at + CHUNK)))))
  }
  const seen = new Set(rows.map(({ subject, id }) => `${subject} ${id}`))
  const gone = moved
    .filter(({ saw, subject, id }) => saw && !seen.has(`${subject} ${id}`))
    .map(({ subject, id }) => ({ subject, id }))
  return { rows, gone }
}

async function visible(
  db: Db,
  subject: Subject,
  keys: readonly Key[],
  ids: ReturnType<typeof sql>,
): Promise<Changed['rows']> {
  const { rows } = await sql<{ id: string; row: string }>`
    select own.id, own.row from ${sql.table(TABLE_OF[subject])} as own
    where own.id in (${ids}) and exists (
      select 1 from audience
      where audience.subject = ${subject} and audience.id = own.id
        and audience.key in (${sql.join(keys)}))`.execute(db)
  return rows.map(({ id, row }) => ({ subject, id, row }))
}

/** Rows that came into or went out of this viewer's sight on the way, those already known to be seen left out. */
async function movedSight(
  db: Db,
  keys: readonly Key[],
  { after, until }: Range,
  seen: ReadonlySet<string>,
): Promise<{ subject: Subject; id: string; saw: boolean }[]> {
  const found = await db
    .selectFrom('events')
    .select('shifts')
    .where('seq', '>', after)
    .where('seq', '<=', until)
    // As the index says it, literally: a bound value would not find it.
    .where(sql<boolean>`shifts <> '[]'`)
    .execute()
  const moved = new Map<string, { subject: Subject; id: string; saw: boolean }>()
  for (const { subject, id, before, after: then } of found.flatMap(
    (row) => JSON.parse(row.shifts) as Shift[],
  )) {
    const at = `${subject} ${id}`
    const saw = sharesKey(keys, before)
    if (seen.has(at) || saw === sharesKey(keys, then)) continue
    moved.set(at, { subject, id, saw: saw || moved.get(at)?.saw === true })
  }
  return [...moved.values()]
}

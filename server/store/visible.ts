// The rows a viewer may see, by the keys of the audience table. Used by the snapshot.
import { type RawBuilder, sql } from 'kysely'
import type { Key } from '#shared/access/audience.ts'
import { type RowTable, type Subject, TABLE_OF } from '#shared/wire/event.ts'
import type { Db } from './store.ts'
import { recentIds } from './transfers.ts'

/** Open transfers, those that ended after `since`, and what hangs on them; every bed figure, phase and
 * line of the register that is not over. */
export async function visibleRows<R>(
  db: Db,
  subject: Subject,
  keys: readonly Key[],
  since: string,
): Promise<R[]> {
  const table = TABLE_OF[subject]
  const { rows } = await sql<{ row: string }>`
    select own.row from ${sql.table(table)} as own
    where ${isRecent(table, since)} and exists (
      select 1 from audience
      where audience.subject = ${subject} and audience.id = own.id
        and audience.key in (${sql.join(keys)}))`.execute(db)
  return rows.map(({ row }) => JSON.parse(row) as R)
}

function isRecent(table: RowTable, since: string): RawBuilder<unknown> {
  if (table === 'transfers') return sql`own.id in (${recentIds(since)})`
  if (table === 'beds' || table === 'phases') return sql`1 = 1`
  if (table === 'alerts') return sql`own.open = 1`
  if (table === 'register') return sql`own.live = 1`
  return sql`own.transfer in (${recentIds(since)})`
}

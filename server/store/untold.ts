// Rows of which devices are still to be told, each by one server only. Used by server/push/pusher.ts, through the files of
// the rows themselves.
import type { Kysely } from 'kysely'
import { parsed } from './load-row.ts'
import type { Db } from './store.ts'

type Columns = { id: string; rev: number; untold: number; row: string }
type Table = 'alerts' | 'beds' | 'register'

/** `list`: rows nobody was told of yet. `take`: true for the one server that may tell of this revision. */
export function untoldIn<R extends { id: string; rev: number }>(table: Table) {
  const of = (db: Db) => db as unknown as Kysely<Record<Table, Columns>>
  return {
    async list(db: Db, limit: number): Promise<R[]> {
      const rows = await of(db).selectFrom(table).select('row').where('untold', '=', 1).limit(limit).execute()
      return rows.map(parsed<R>)
    },
    async take(db: Db, { id, rev }: R): Promise<boolean> {
      const taken = await of(db)
        .updateTable(table)
        .set({ untold: 0 })
        .where('id', '=', id)
        .where('rev', '=', rev)
        .where('untold', '=', 1)
        .executeTakeFirst()
      return taken.numUpdatedRows === 1n
    },
  }
}

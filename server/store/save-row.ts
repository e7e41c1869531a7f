// Writes a row under the revision it was decided on, and says aloud when somebody else wrote it since. Used by the saves in
// this folder.
import type { Kysely } from 'kysely'
import { fixed } from './fixed.ts'
import { type Db, RowMoved, type Tx } from './store.ts'
import type { Tables } from './tables.ts'

type Columns = { id: string; rev: number; row: string }

/** The tables that keep their rows whole as JSON, with the columns they are found by. */
type Revised = {
  [T in keyof Tables]: Tables[T] extends { id: string; rev: number; row: string } ? T : never
}[keyof Tables]

/**
 * How rows of one table are saved. `before`: the revision that was read, 0 for a new row. `born`: columns that stay as they
 * were written first; their indexes are left alone. Throws RowMoved, which the hinge answers by deciding again.
 */
export function saver<C extends Columns>(table: Revised, born: readonly (keyof C)[]) {
  const of = (db: Db) => db as unknown as Kysely<Record<Revised, Columns>>
  const insert = fixed((db, columns: Columns) => of(db).insertInto(table).values(columns))
  const update = fixed((db, { before, ...columns }: Columns & { before: number }) =>
    of(db)
      .updateTable(table)
      .set(moving(columns, ['id', ...born] as string[]))
      .where('id', '=', columns.id)
      .where('rev', '=', before),
  )
  return async ({ db }: Tx, columns: C, before: number): Promise<void> => {
    if (before === 0) await insert(db, columns)
    else expectOne((await update(db, { ...columns, before })).numAffectedRows)
  }
}

const moving = (columns: Columns, still: readonly string[]): Partial<Columns> =>
  Object.fromEntries(Object.entries(columns).filter(([name]) => !still.includes(name)))

/** Throws RowMoved where an update hit no row. */
export function expectOne(updated: bigint | undefined): void {
  if (updated !== 1n) throw new RowMoved('the row moved on')
}

export const flag = (value: boolean): 0 | 1 => (value ? 1 : 0)

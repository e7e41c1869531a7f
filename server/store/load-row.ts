// Reads rows that are kept whole as JSON, as every command asks for them. Used by the loads in this folder.
import type { Kysely } from 'kysely'
import { fixed, fixedRows } from './fixed.ts'
import type { Db, Tx } from './store.ts'
import type { Tables } from './tables.ts'

type Columns = { id: string; transfer: string; row: string }
type KeptWhole = {
  [T in keyof Tables]: Tables[T] extends { id: string; row: string } ? T : never
}[keyof Tables]
type OfTransfer = {
  [T in KeptWhole]: Tables[T] extends { transfer: string } ? T : never
}[KeptWhole]

const of = (db: Db) => db as unknown as Kysely<Record<KeptWhole, Columns>>
/** As it was written. */
export const parsed = <R>({ row }: { row: string }): R => JSON.parse(row) as R

/** The row with an id; null: there is none. */
export function byId<R>(table: KeptWhole) {
  const found = fixed((db, { id }: { id: string }) =>
    of(db).selectFrom(table).select('row').where('id', '=', id),
  )
  return async (db: Db, id: string): Promise<R | null> => {
    const [row] = (await found(db, { id })).rows
    return row === undefined ? null : parsed<R>(row)
  }
}

/** Every row of a transfer, in no order. */
export function ofTransfer<R>(table: OfTransfer) {
  const found = fixed((db, { transfer }: { transfer: string }) =>
    of(db).selectFrom(table).select('row').where('transfer', '=', transfer),
  )
  return async (db: Db, transfer: string): Promise<R[]> =>
    (await found(db, { transfer })).rows.map((row) => parsed<R>(row))
}

/** Those of these ids that there are, locked in the order of their ids, so that two decisions never wait for each other. */
export function lockedById<R>(table: KeptWhole) {
  const found = fixedRows((db, rows: { id: string }[], lock) =>
    lock(
      db
        .selectFrom(table)
        .select('row')
        .where(
          'id',
          'in',
          rows.map(({ id }) => id),
        )
        .orderBy('id'),
    ),
  )
  return async ({ db, lock }: Tx, ids: readonly string[]): Promise<R[]> => {
    if (ids.length === 0) return []
    const rows = ids.map((id) => ({ id }))
    return (await found(db, rows, lock)).rows.map((row) => parsed<R>(row))
  }
}

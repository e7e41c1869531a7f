// Public halves of passkeys, and what each was last seen to do. Used by server/sign-in/passkeys.ts.
import type { Db, Tx } from './store.ts'
import type { Tables } from './tables.ts'

export type PasskeyRow = Tables['passkeys']

export async function savePasskey({ db }: Tx, row: PasskeyRow): Promise<void> {
  await db.insertInto('passkeys').values(row).execute()
}

export async function loadPasskey(db: Db, id: string): Promise<PasskeyRow | null> {
  return (await db.selectFrom('passkeys').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

export const passkeysOf = (db: Db, person: string): Promise<PasskeyRow[]> =>
  db
    .selectFrom('passkeys')
    .selectAll()
    .where('person', '=', person)
    .orderBy('created')
    .orderBy('id')
    .execute()

/** False when the counter moved meanwhile: the same answer was used twice. */
export async function usePasskey(db: Db, row: PasskeyRow, counter: number, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('passkeys')
    .set({ counter, last_used: now })
    .where('id', '=', row.id)
    .where('counter', '=', row.counter)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deletePasskey({ db }: Tx, id: string): Promise<void> {
  await db.deleteFrom('passkeys').where('id', '=', id).execute()
}

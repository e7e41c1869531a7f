// What one database is known by: its epoch (new with a new database, and after a backup was put back) and the secret
// its cursors are made with. Read at start; the epoch also by everyone who gives or takes a cursor.
import { fixed } from './fixed.ts'
import type { Db, Store } from './store.ts'

export type Meta = { epoch: string; secret: Buffer }

/** Creates both on first use; two servers that start at once agree on the first that committed. */
export async function loadMeta({ query }: Store, random: (bytes: number) => Buffer): Promise<Meta> {
  for (const [name, bytes] of [
    ['epoch', 16],
    ['secret', 32],
  ] as const)
    await query
      .insertInto('meta')
      .values({ name, value: random(bytes).toString('hex') })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  const rows = await query.selectFrom('meta').selectAll().execute()
  const value = (name: string) => rows.find((row) => row.name === name)?.value ?? ''
  return { epoch: value('epoch'), secret: Buffer.from(value('secret'), 'hex') }
}

const named = fixed((db, { name }: { name: string }) =>
  db.selectFrom('meta').select('value').where('name', '=', name),
)

export async function loadEpoch(db: Db): Promise<string> {
  const [row] = (await named(db, { name: 'epoch' })).rows
  if (row === undefined) throw new Error('the database has no epoch')
  return row.value
}

/** Ends this epoch. Of several servers that find out at once one sets the next; gives the one that holds now. */
export async function renewEpoch(
  { query, notify }: Store,
  old: string,
  random: (bytes: number) => Buffer,
): Promise<string> {
  const { numUpdatedRows } = await query
    .updateTable('meta')
    .set({ value: random(16).toString('hex') })
    .where('name', '=', 'epoch')
    .where('value', '=', old)
    .executeTakeFirst()
  if (numUpdatedRows === 1n) notify()
  return loadEpoch(query)
}

// What one database is known by: its epoch (new with a new database) and the secret its cursors are made with.
// Read once at start.
import type { Store } from './store.ts'

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

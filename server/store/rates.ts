// How much was asked in which minute, counted by all servers together. Used by server/http/rate-limit.ts, which takes
// by the handful.
import type { Db } from './store.ts'

export type Taken = { name: string; window: number; handful: number; limit: number }

/** How many of this handful may be used: the limit is never passed, however many servers take at once. */
export async function takeRate(db: Db, { name, window, handful, limit }: Taken): Promise<number> {
  const row = await db
    .insertInto('rates')
    .values({ window, name, taken: handful })
    .onConflict((conflict) =>
      conflict
        .columns(['window', 'name'])
        .doUpdateSet((of) => ({ taken: of('rates.taken', '+', handful) }))
        .where('rates.taken', '<', limit),
    )
    .returning('taken')
    .executeTakeFirst()
  if (row === undefined) return 0
  return Math.max(0, Math.min(handful, limit - (row.taken - handful)))
}

export async function dropRates(db: Db, before: number): Promise<void> {
  await db.deleteFrom('rates').where('window', '<', before).execute()
}

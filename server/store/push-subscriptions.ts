// Devices that asked to be told by push, and the keys the server signs with. Used by server/push and http/push.ts.
import type { Db, Store } from './store.ts'
import type { Tables } from './tables.ts'

export type Subscription = Tables['push_subscriptions']

/** A device is one person's: whoever subscribed last. A person keeps the newest few. */
export async function saveSubscription(db: Db, row: Subscription, atMost: number): Promise<void> {
  const { id: _, endpoint: __, ...rest } = row
  await db
    .insertInto('push_subscriptions')
    .values(row)
    .onConflict((conflict) => conflict.column('endpoint').doUpdateSet(rest))
    .execute()
  const own = await db
    .selectFrom('push_subscriptions')
    .select('id')
    .where('person', '=', row.person)
    .orderBy('created', 'desc')
    .execute()
  const over = own.slice(atMost).map(({ id }) => id)
  if (over.length > 0) await db.deleteFrom('push_subscriptions').where('id', 'in', over).execute()
}

export async function deleteSubscription(db: Db, endpoint: string, person?: string): Promise<void> {
  const gone = db.deleteFrom('push_subscriptions').where('endpoint', '=', endpoint)
  await (person === undefined ? gone : gone.where('person', '=', person)).execute()
}

export async function subscribedPersons(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('push_subscriptions').select('person').distinct().execute()
  return rows.map(({ person }) => person)
}

export async function subscriptionsOf(db: Db, persons: readonly string[], limit: number) {
  if (persons.length === 0) return []
  return db
    .selectFrom('push_subscriptions')
    .selectAll()
    .where('person', 'in', persons)
    .orderBy('created', 'desc')
    .limit(limit)
    .execute()
}

export async function markReached(db: Db, id: string, at: string): Promise<void> {
  await db.updateTable('push_subscriptions').set({ last_ok: at }).where('id', '=', id).execute()
}

export type KeyPair = { publicKey: string; privateKey: string }

/** The database's own pair, made on first use; two servers that start at once agree on the first that committed. */
export async function ownKeyPair({ query }: Store, make: () => KeyPair): Promise<KeyPair> {
  await query
    .insertInto('meta')
    .values({ name: 'vapid', value: JSON.stringify(make()) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { value } = await query
    .selectFrom('meta')
    .select('value')
    .where('name', '=', 'vapid')
    .executeTakeFirstOrThrow()
  return JSON.parse(value) as KeyPair
}

// Brings a database to this version: in one transaction and under one lock, so that two servers may start at once.
// Called by open-store.ts before anything else touches the database.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Migration, migrations } from './migrations/all.ts'
import { StartError, type Store, type Tx } from './store.ts'

/** Any fixed number: it names the advisory lock that servers queue for. */
const LOCK = 7_391_044

const statementsOf = (migration: Migration, { dialect }: Store): string[] => [
  ...migration.statements,
  ...(migration[dialect] ?? []),
]
const checksumOf = (statements: readonly string[]): string =>
  createHash('sha256').update(statements.join(';\n')).digest('hex')

/** Throws a StartError with one line when a migration fails or a past one was changed. */
export async function migrate(store: Store, now: string, list = migrations): Promise<void> {
  await store.transaction(async ({ db }) => {
    if (store.dialect === 'postgres') {
      await sql`set local statement_timeout = 0`.execute(db)
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db)
    }
    await sql`create table if not exists migrations (
      name text primary key, checksum text not null, at text not null)`.execute(db)
    const rows = await db.selectFrom('migrations').select(['name', 'checksum']).execute()
    const done = new Map(rows.map(({ name, checksum }) => [name, checksum]))
    for (const migration of list) {
      const statements = statementsOf(migration, store)
      await run(db, { name: migration.name, statements }, done.get(migration.name), now)
    }
    const known = new Set(list.map(({ name }) => name))
    const newer = rows.find(({ name }) => !known.has(name))
    if (newer !== undefined)
      throw new StartError(`de database is van een nieuwere versie (migratie ${newer.name})`)
  })
}

async function run(db: Tx['db'], migration: Migration, done: string | undefined, now: string): Promise<void> {
  const checksum = checksumOf(migration.statements)
  if (done === checksum) return
  if (done !== undefined) throw new StartError(`migratie ${migration.name} is gewijzigd nadat zij liep`)
  try {
    for (const statement of migration.statements) await sql.raw(statement).execute(db)
  } catch (error) {
    throw new StartError(`migratie ${migration.name} mislukt: ${String(error)}`, { cause: error })
  }
  await db.insertInto('migrations').values({ name: migration.name, checksum, at: now }).execute()
}

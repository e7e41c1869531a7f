// Opens the store that the configuration names and brings it to this version. Called at start and by the tests.
import { migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import type { Store } from './store.ts'

export type StoreChoice = { dataDir: string; databaseUrl: string | null }

/** Throws a StartError; nothing stays open then. */
export async function openStore({ dataDir, databaseUrl }: StoreChoice, now: () => Date): Promise<Store> {
  const store = databaseUrl === null ? openSqlite(dataDir) : await openPostgres(databaseUrl)
  try {
    await migrate(store, now().toISOString())
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

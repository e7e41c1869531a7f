// Opens the store that the configuration names and brings it to this version. Called at start and by the tests.
import { migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite, openSqliteBeside } from './sqlite.ts'
import type { Store } from './store.ts'

export type StoreChoice = { dataDir: string; databaseUrl: string | null }

/** Beside a server that may be running, as it is: brings nothing to another version. Throws a StartError. */
export const openBeside = async ({ dataDir, databaseUrl }: StoreChoice): Promise<Store> =>
  databaseUrl === null ? openSqliteBeside(dataDir) : openPostgres(databaseUrl)

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

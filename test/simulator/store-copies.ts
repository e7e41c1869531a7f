// Databases in memory: one that holds the morning, made once, and a copy of it for every world. A copy is a backup too.
import Database from 'better-sqlite3'
import { migrate } from '#server/store/migrate.ts'
import { storeOn } from '#server/store/sqlite.ts'
import type { Store } from '#server/store/store.ts'
import { T0 } from '#test/support/builders.ts'
import { type Morning, tellMorning } from './cast.ts'

export type Copy = { store: Store; database: Database.Database }

export function openCopy(bytes: Buffer | null): Copy {
  const database = bytes === null ? new Database(':memory:') : new Database(bytes)
  keepStatements(database)
  return { database, store: storeOn(database, () => undefined) }
}

/** A statement is compiled once per database: a world asks the same things again and again. */
function keepStatements(database: Database.Database): void {
  const prepare = database.prepare.bind(database)
  const known = new Map<string, Database.Statement>()
  database.prepare = ((text: string) => {
    const found = known.get(text) ?? prepare(text)
    known.set(text, found)
    return found
  }) as typeof database.prepare
}

let made: Promise<{ bytes: Buffer; morning: Morning }> | undefined
export function theMorning(): Promise<{ bytes: Buffer; morning: Morning }> {
  made ??= makeMorning()
  return made
}

async function makeMorning(): Promise<{ bytes: Buffer; morning: Morning }> {
  const { database, store } = openCopy(null)
  await migrate(store, T0)
  const morning = await tellMorning(store)
  const bytes = database.serialize()
  await store.close()
  return { bytes, morning }
}

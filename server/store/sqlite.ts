// The embedded store: one better-sqlite3 connection in DATA_DIR, owned by one process.
// Opened by open-store.ts; the lock file keeps a second process out.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { FlushedDialect } from './flushed-dialect.ts'
import { asTx, GroupCommits } from './group-commit.ts'
import { LogFlush, type Sync } from './log-flush.ts'
import { codeOf, RowMoved, StartError, type Store, type StoreErrorKind } from './store.ts'
import type { Tables } from './tables.ts'

export function openSqlite(dataDir: string): Store {
  const lock = lockDirectory(dataDir)
  const database = new Database(join(dataDir, 'brancard.db'), { timeout: 5000 })
  database.pragma('journal_mode = WAL')
  // The log goes over into the database, and is flushed for it, every 40 MB: what is written often goes over once.
  database.pragma('wal_autocheckpoint = 10000')
  database.pragma('cache_size = -64000')
  return storeOn(database, () => lock.close())
}

/** Beside the server that owns it, for a script that looks. Throws a StartError when there is no database. */
export function openSqliteBeside(dataDir: string): Store {
  const path = join(dataDir, 'brancard.db')
  if (!existsSync(path)) throw new StartError(`in DATA_DIR ${dataDir} is geen database`)
  return storeOn(new Database(path, { timeout: 5000 }), () => undefined)
}

/** The store on an open database; `release` is called after it was closed, `sync` is how its log is flushed. */
export function storeOn(opened: Database.Database, release: () => void, sync?: Sync): Store {
  opened.pragma('foreign_keys = ON')
  // What a group may undo is kept beside the pages, not in a file that is made and thrown away at each command.
  opened.pragma('temp_store = MEMORY')
  const database = prepareOnce(opened)
  const log = opened.pragma('journal_mode', { simple: true }) === 'wal' ? new LogFlush(opened, sync) : null
  // The log is flushed beside this thread, by LogFlush alone: no commit does it itself.
  if (log !== null) opened.pragma('synchronous = NORMAL')
  const query = new Kysely<Tables>({ dialect: dialectOf(opened, database, log) })
  const groups = new GroupCommits({ query, database: opened, prepare: database.prepare, log })
  const listeners = new Set<() => void>()
  return {
    dialect: 'sqlite',
    query,
    transaction: (work) => groups.transaction(work),
    // Kysely's own transactions are flushed by nobody.
    reading: (work) => query.transaction().execute((db) => work(asTx(db))),
    kindOf,
    notify() {
      for (const wake of listeners) wake()
    },
    listen(wake) {
      listeners.add(wake)
      return () => listeners.delete(wake)
    },
    async close() {
      listeners.clear()
      await log?.close()
      await query.destroy()
      if (opened.open) opened.close()
      release()
    },
  }
}

function dialectOf(
  opened: Database.Database,
  database: ReturnType<typeof prepareOnce>,
  log: LogFlush | null,
): SqliteDialect {
  if (log === null) return new SqliteDialect({ database })
  return new FlushedDialect({
    database,
    isInTransaction: () => opened.inTransaction,
    isRead: (text) => database.prepare(text).readonly,
    flushed: () => log.flushed(),
  })
}

/** Statements kept; lists of bound values make ever new ones. */
const STATEMENTS = 500

/** A statement's text is read once: a command asks some fifteen of them, the same each time. */
function prepareOnce(database: Database.Database) {
  const known = new Map<string, Database.Statement>()
  return {
    prepare(text: string): Database.Statement {
      const found = known.get(text) ?? database.prepare(text)
      if (known.size >= STATEMENTS) known.clear()
      known.set(text, found)
      return found
    },
    close: () => database.close(),
  }
}

/** An exclusive SQLite lock on a file of its own: the operating system frees it when its holder dies (F28). */
function lockDirectory(dataDir: string): Database.Database {
  try {
    mkdirSync(dataDir, { recursive: true })
    const lock = new Database(join(dataDir, 'brancard.lock'), { timeout: 0 })
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('begin exclusive')
    return lock
  } catch (error) {
    if (codeOf(error) === 'SQLITE_BUSY')
      throw new StartError(`DATA_DIR ${dataDir} is al in gebruik door een andere brancard-server`)
    throw new StartError(`DATA_DIR ${dataDir} kan niet worden geopend (${codeOf(error) || String(error)})`)
  }
}

function kindOf(error: unknown): StoreErrorKind {
  if (error instanceof RowMoved) return 'conflict'
  const code = codeOf(error)
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return 'conflict'
  return code.startsWith('SQLITE_BUSY') || code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR')
    ? 'unavailable'
    : 'fault'
}

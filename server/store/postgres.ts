// The PostgreSQL store: a pool through Kysely's own dialect, and one connection that listens.
// Opened by open-store.ts when DATABASE_URL is set.
import { Kysely, PostgresDialect, type PostgresPoolClient, sql } from 'kysely'
import pg from 'pg'
import { log } from '#server/log.ts'
import { listenOn } from './postgres-listen.ts'
import { codeOf, type Db, RowMoved, StartError, type Store, type StoreErrorKind, type Tx } from './store.ts'
import type { Tables } from './tables.ts'

const INT8 = 20
const CHANNEL = 'brancard_events'

/** Event numbers stay far below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)),
}

/** The database gave no connection, or broke it while it was in use. */
class NoConnection extends Error {}

/** Throws a StartError when the database cannot be reached. */
export async function openPostgres(url: string): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: 10,
    connectionTimeoutMillis: 5000,
    idle_in_transaction_session_timeout: 30_000,
    // Waiting for a row that long is an outage, not a queue.
    statement_timeout: 15_000,
  })
  const broken = new WeakSet<pg.PoolClient>()
  pool.on('connect', (client) => client.on('error', () => broken.add(client)))
  // A connection that breaks while idle is replaced at the next use.
  pool.on('error', (error) => log.warn({ err: error }, 'an idle connection to the database broke'))
  const connect = async () => {
    try {
      return guarded(await pool.connect(), broken)
    } catch (error) {
      throw new NoConnection('no connection', { cause: error })
    }
  }
  const query = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect, end: () => pool.end(), options: {} } }),
  })
  try {
    ;(await connect()).release()
  } catch (error) {
    await pool.end()
    throw new StartError(`PostgreSQL is niet bereikbaar (${reason(error)})`, { cause: error })
  }
  const ear = listenOn(url, CHANNEL)
  const saying = new Set<Promise<unknown>>()
  return {
    dialect: 'postgres',
    query,
    transaction: (work) =>
      query.transaction().execute((db) => work({ db, lock: (select) => select.forUpdate() })),
    reading: (work) => query.connection().execute((db) => unflushed(db, work)),
    kindOf,
    notify() {
      const said = pool
        .query(`notify ${CHANNEL}`)
        .catch((error: Error) => log.warn({ err: error }, 'the other servers could not be nudged'))
        .finally(() => saying.delete(said))
      saying.add(said)
    },
    listen: ear.listen,
    async close() {
      await ear.close()
      await Promise.all(saying)
      await query.destroy()
      if (!pool.ended) await pool.end()
    },
  }
}

/** A transaction of one connection; its beginning is one trip to the database. */
async function unflushed<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  await sql.raw('begin; set local synchronous_commit = off').execute(db)
  try {
    const done = await work({ db, lock: (select) => select.forUpdate() })
    await sql.raw('commit').execute(db)
    return done
  } catch (error) {
    // On a connection that is gone there is nothing to roll back: what broke first is what is told.
    await sql
      .raw('rollback')
      .execute(db)
      .catch(() => undefined)
    throw error
  }
}

/** A connection that says which of its errors are its own end: the driver gives those no code. */
function guarded(client: pg.PoolClient, broken: WeakSet<pg.PoolClient>): PostgresPoolClient {
  const query = async (text: string, values: readonly unknown[]) => {
    try {
      return await client.query(text, [...values])
    } catch (error) {
      throw broken.has(client) ? new NoConnection('connection lost', { cause: error }) : error
    }
  }
  return {
    // Its other form takes a cursor, which nothing here uses.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy),
  }
}

const reason = (error: unknown): string =>
  error instanceof Error && error.cause !== undefined
    ? codeOf(error.cause) || String(error.cause)
    : String(error)

const CONFLICTS = ['23505', '40001', '40P01']
/** Connection lost or refused, shutting down, out of resources, cancelled. */
const AWAY = /^(08...|53...|57...|ECONN.*|EPIPE|ETIMEDOUT|ENOENT)$/

function kindOf(error: unknown): StoreErrorKind {
  if (error instanceof RowMoved) return 'conflict'
  if (error instanceof NoConnection) return 'unavailable'
  const code = codeOf(error)
  if (CONFLICTS.includes(code)) return 'conflict'
  return AWAY.test(code) ? 'unavailable' : 'fault'
}

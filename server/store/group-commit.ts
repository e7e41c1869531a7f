// Transactions that arrive together are flushed to disk together: each in a savepoint of its own, one commit for all,
// and nobody is answered before it. Used by the embedded store, whose disk can do one flush at a time.
import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import type { Db, Tx } from './store.ts'

type Waiting = {
  work: (tx: Tx) => Promise<unknown>
  resolve: (done: unknown) => void
  reject: (error: unknown) => void
}
/** So many at most: a read waits for a whole group. */
const MOST = 32

const say = (db: Db, text: string) => sql.raw(text).execute(db)

export function groupCommits(query: Db, database: Pick<Database, 'inTransaction'>) {
  const queue: Waiting[] = []
  let flushing = false

  async function flush(): Promise<void> {
    while (queue.length > 0) {
      // What has arrived on the sockets by now joins.
      await new Promise((turn) => setImmediate(turn))
      const group = queue.splice(0, MOST)
      try {
        const done = await query.connection().execute((db) => together(db, group))
        for (const [waiting, answer] of done) waiting.resolve(answer)
      } catch (error) {
        // What broke the group took along what was done in it. Who failed alone has been told.
        for (const waiting of group) waiting.reject(error)
      }
    }
    flushing = false
  }

  async function together(db: Db, group: readonly Waiting[]): Promise<Map<Waiting, unknown>> {
    const done = new Map<Waiting, unknown>()
    await say(db, 'begin immediate')
    try {
      for (const waiting of group) await inSavepoint(db, waiting, done)
      await say(db, 'commit')
    } catch (error) {
      if (database.inTransaction) await say(db, 'rollback')
      throw error
    }
    return done
  }

  /** Alone in failing: what it wrote goes, what the others wrote stays. */
  async function inSavepoint(db: Db, waiting: Waiting, done: Map<Waiting, unknown>): Promise<void> {
    await say(db, 'savepoint one')
    try {
      const answer = await waiting.work({ db, lock: (select) => select })
      await say(db, 'release one')
      done.set(waiting, answer)
    } catch (error) {
      // A full disk may end the whole transaction by itself.
      if (!database.inTransaction) throw error
      waiting.reject(error)
      await say(db, 'rollback to one')
      await say(db, 'release one')
    }
  }

  return <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      queue.push({ work, resolve: resolve as Waiting['resolve'], reject })
      if (flushing) return
      flushing = true
      void flush()
    })
}

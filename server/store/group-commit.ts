// Transactions that arrive together are flushed to disk together: one commit for all, and nobody is answered before it is
// on the disk. Used by the embedded store, whose disk can do one flush at a time.
import type { Database } from 'better-sqlite3'
import type { LogFlush } from './log-flush.ts'
import type { Db, Tx } from './store.ts'

type Waiting = {
  work: (tx: Tx) => Promise<unknown>
  resolve: (done: unknown) => void
  reject: (error: unknown) => void
}
/** So many at most: a read waits for a whole group. */
const MOST = 32
/** A turn in which much else is done may last. */
const TURNS = 4

type Settings = {
  query: Db
  database: Database
  /** Knows a statement's text it read before. */
  prepare: (text: string) => { run(): unknown }
  /** Null for a database in memory, which nothing is flushed of. */
  log: LogFlush | null
}

export function groupCommits({ query, database, prepare, log }: Settings) {
  const queue: Waiting[] = []
  const say = (text: string): void => void prepare(text).run()
  let isTaking = false

  /** What has arrived on the sockets joins: some turns of the loop pass, until one brings nobody new. */
  async function gathered(): Promise<Waiting[]> {
    for (let turns = 0, known = 0; turns < TURNS && known < MOST && queue.length > known; turns += 1) {
      known = queue.length
      await new Promise((turn) => setImmediate(turn))
    }
    return queue.splice(0, MOST)
  }

  async function take(): Promise<void> {
    while (queue.length > 0) {
      const group = await gathered()
      try {
        const done = await query.connection().execute((db) => together(db, group))
        // The next group is decided while this one goes to the disk.
        if (log === null) answer(done)
        else void log.flushed().then(() => answer(done), refuseAll(group))
      } catch (error) {
        // What broke the group took along what was done in it. Who failed alone has been told.
        refuseAll(group)(error)
      }
    }
    isTaking = false
  }

  /** Where one of several fails, all are done anew, each in a savepoint: those are dear, and failing is rare. */
  async function together(db: Db, group: readonly Waiting[]): Promise<Map<Waiting, unknown>> {
    let hasFailed = false
    const plainly = ({ work }: Waiting) =>
      work(asTx(db)).catch((error: unknown) => {
        hasFailed = true
        throw error
      })
    try {
      return await inOne(group, plainly)
    } catch (error) {
      if (!hasFailed || group.length === 1) throw error
      return inOne(group, (waiting) => alone(waiting, db, say, () => database.inTransaction))
    }
  }

  async function inOne(
    group: readonly Waiting[],
    perform: (waiting: Waiting) => Promise<unknown>,
  ): Promise<Map<Waiting, unknown>> {
    const done = new Map<Waiting, unknown>()
    try {
      say('begin immediate')
      for (const waiting of group) {
        const outcome = await perform(waiting)
        if (outcome !== FAILED) done.set(waiting, outcome)
      }
      say('commit')
    } catch (error) {
      if (database.inTransaction) say('rollback')
      throw error
    }
    return done
  }

  return <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      queue.push({ work, resolve: resolve as Waiting['resolve'], reject })
      if (isTaking) return
      isTaking = true
      void take()
    })
}

const FAILED = Symbol('failed')
/** One writer: nothing to lock. */
export const asTx = (db: Db): Tx => ({ db, lock: (select) => select })

/** Alone in failing: what it wrote goes, what the others wrote stays. */
async function alone(
  { work, reject }: Waiting,
  db: Db,
  say: (text: string) => void,
  isOpen: () => boolean,
): Promise<unknown> {
  say('savepoint one')
  try {
    const outcome = await work(asTx(db))
    say('release one')
    return outcome
  } catch (error) {
    // A full disk may end the whole transaction by itself.
    if (!isOpen()) throw error
    reject(error)
    say('rollback to one')
    say('release one')
    return FAILED
  }
}

function answer(done: ReadonlyMap<Waiting, unknown>): void {
  for (const [waiting, outcome] of done) waiting.resolve(outcome)
}

const refuseAll =
  (group: readonly Waiting[]) =>
  (error: unknown): void => {
    for (const waiting of group) waiting.reject(error)
  }

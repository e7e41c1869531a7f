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

export class GroupCommits {
  private readonly settings: Settings
  private readonly queue: Waiting[] = []
  private isTaking = false

  constructor(settings: Settings) {
    this.settings = settings
  }

  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ work, resolve: resolve as Waiting['resolve'], reject })
      if (this.isTaking) return
      this.isTaking = true
      void this.take()
    })
  }

  private async take(): Promise<void> {
    const { query, log } = this.settings
    while (this.queue.length > 0) {
      const group = await this.gathered()
      try {
        const done = await query.connection().execute((db) => this.together(db, group))
        // The next group is decided while this one goes to the disk.
        if (log === null) answer(done)
        else void log.flushed().then(() => answer(done), refuseAll(group))
      } catch (error) {
        // What broke the group took along what was done in it. Who failed alone has been told.
        refuseAll(group)(error)
      }
    }
    this.isTaking = false
  }

  /** What has arrived on the sockets joins: some turns of the loop pass, until one brings nobody new. */
  private async gathered(): Promise<Waiting[]> {
    const { queue } = this
    for (let turns = 0, known = 0; turns < TURNS && known < MOST && queue.length > known; turns += 1) {
      known = queue.length
      await new Promise((turn) => setImmediate(turn))
    }
    return queue.splice(0, MOST)
  }

  /** Where one of several fails, all are done anew, each in a savepoint: those are dear, and failing is rare. */
  private async together(db: Db, group: readonly Waiting[]): Promise<Map<Waiting, unknown>> {
    let hasFailed = false
    const plainly = ({ work }: Waiting) =>
      work(asTx(db)).catch((error: unknown) => {
        hasFailed = true
        throw error
      })
    try {
      return await this.inOne(group, plainly)
    } catch (error) {
      if (!hasFailed || group.length === 1) throw error
      return this.inOne(group, (waiting) => this.alone(waiting, db))
    }
  }

  private async inOne(
    group: readonly Waiting[],
    perform: (waiting: Waiting) => Promise<unknown>,
  ): Promise<Map<Waiting, unknown>> {
    const done = new Map<Waiting, unknown>()
    try {
      this.say('begin immediate')
      for (const waiting of group) {
        const outcome = await perform(waiting)
        if (outcome !== FAILED) done.set(waiting, outcome)
      }
      this.say('commit')
    } catch (error) {
      if (this.settings.database.inTransaction) this.say('rollback')
      throw error
    }
    return done
  }

  /** Alone in failing: what it wrote goes, what the others wrote stays. */
  private async alone({ work, reject }: Waiting, db: Db): Promise<unknown> {
    this.say('savepoint one')
    try {
      const outcome = await work(asTx(db))
      this.say('release one')
      return outcome
    } catch (error) {
      // A full disk may end the whole transaction by itself.
      if (!this.settings.database.inTransaction) throw error
      reject(error)
      this.say('rollback to one')
      this.say('release one')
      return FAILED
    }
  }

  private say(text: string): void {
    this.settings.prepare(text).run()
  }
}

const FAILED = Symbol('failed')
/** One writer: nothing to lock. */
export const asTx = (db: Db): Tx => ({ db, lock: (select) => select })

function answer(done: ReadonlyMap<Waiting, unknown>): void {
  for (const [waiting, outcome] of done) waiting.resolve(outcome)
}

const refuseAll =
  (group: readonly Waiting[]) =>
  (error: unknown): void => {
    for (const waiting of group) waiting.reject(error)
  }

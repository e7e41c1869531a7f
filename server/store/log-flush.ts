// Flushes the embedded store's write-ahead log beside the thread that decides, as the database would at each commit: one
// flush for all that was committed before it began, and two side by side. Used by group-commit.ts.
import { closeSync, fdatasync, openSync } from 'node:fs'
import type { Database } from 'better-sqlite3'

export type Sync = (fd: number, done: (error: Error | null) => void) => void
type Waiting = { resolve: () => void; reject: (error: Error) => void }

/** By SQLite's own name for it: the store counts as unavailable. */
class NotFlushed extends Error {
  readonly code = 'SQLITE_IOERR_FSYNC'
}

/** What is committed while one is under way need not wait for its end. */
const ABREAST = 2

export class LogFlush {
  private readonly path: string
  private readonly sync: Sync
  /** One for each flush under way: the system tells each of them of a failure, and once. None before the first flush. */
  private readonly files: number[] = []
  private readonly idle: number[] = []
  private waiting: Waiting[] = []
  private readonly running = new Set<Promise<void>>()
  private failed: NotFlushed | null = null

  constructor({ name }: Pick<Database, 'name'>, sync: Sync = fdatasync) {
    this.path = `${name}-wal`
    this.sync = sync
  }

  /** Ends when what was committed before is on the disk. */
  flushed(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject })
      if (this.running.size < ABREAST) this.run()
    })
  }

  private run(): void {
    const told = this.waiting
    this.waiting = []
    // After a failed flush the system has forgotten what it did not write: no later one makes up for it.
    if (this.failed !== null) {
      end(told, this.failed)
      return
    }
    const flush = this.flush().then(() => {
      this.running.delete(flush)
      // Whoever ended before a failure was well on the disk, whoever ends after it is not.
      end(told, this.failed)
      if (this.waiting.length > 0) this.run()
    })
    this.running.add(flush)
  }

  private flush(): Promise<void> {
    // All at the start: later there may be none to be had.
    while (this.files.length < ABREAST) this.idle.push(this.opened())
    const fd = this.idle.pop() ?? this.opened()
    return new Promise((done) => {
      this.sync(fd, (error) => {
        this.idle.push(fd)
        if (error !== null) this.failed ??= new NotFlushed(error.message, { cause: error })
        done()
      })
    })
  }

  private opened(): number {
    const fd = openSync(this.path, 'r+')
    this.files.push(fd)
    return fd
  }

  /** After the flushes that are under way. */
  async close(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running)
    for (const fd of this.files.splice(0)) closeSync(fd)
    this.idle.length = 0
  }
}

function end(told: readonly Waiting[], failed: Error | null): void {
  for (const { resolve, reject } of told) {
    if (failed === null) resolve()
    else reject(failed)
  }
}

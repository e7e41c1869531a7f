// What the rest of the server may ask of a database. sqlite.ts and postgres.ts give one each;
// main.ts opens it, the hinge, the reads and the live stream use it.
import type { Kysely, SelectQueryBuilder } from 'kysely'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>

/** One transaction. Inside it only the database is awaited. */
export type Tx = {
  db: Db
  /** Locks the rows a select gives until the commit: `for update` on PostgreSQL; SQLite has one writer. */
  lock<T extends keyof Tables, O>(query: SelectQueryBuilder<Tables, T, O>): SelectQueryBuilder<Tables, T, O>
}

/** `conflict`: somebody else came first, decide again. `unavailable`: the database does not answer now. */
export type StoreErrorKind = 'conflict' | 'unavailable' | 'fault'

export type Store = {
  dialect: 'sqlite' | 'postgres'
  /** Reads outside a transaction. */
  query: Db
  /** `work` changes nothing but the database: where another failed that was committed with it, it is done again. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * A read and its line in the record: both or neither, but nobody waits for the disk. What a crash of the machine may
   * take along is the lines of its last moments (docs/decisions/025).
   */
  reading<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  kindOf(error: unknown): StoreErrorKind
  /** Tells every server on this database that events were written. The table is the truth, this is a nudge. */
  notify(): void
  /** Calls `wake` after such a nudge; gives back how to stop. */
  listen(wake: () => void): () => void
  close(): Promise<void>
}

/** The start cannot go on; the message is the one line the operator reads. */
export class StartError extends Error {}

/** A row changed between being read and being written. Thrown by the saves, decided again by the hinge. */
export class RowMoved extends Error {}

/** The `code` of a database error; drivers give SQLSTATE or their own names. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

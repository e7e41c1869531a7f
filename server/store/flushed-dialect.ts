// The embedded store as Kysely drives it: what is written on its own, outside a group of commits, is on the disk before it
// counts as done, by the same flush (docs/decisions/016). Used by sqlite.ts.
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'

export type Flushing = {
  database: SqliteDatabase
  /** Within a transaction nothing is flushed: whoever began it does so after its commit. */
  isInTransaction: () => boolean
  isRead: (statement: string) => boolean
  flushed: () => Promise<void>
}

export class FlushedDialect extends SqliteDialect {
  readonly #flushing: Flushing
  constructor(flushing: Flushing) {
    super(flushing)
    this.#flushing = flushing
  }
  override createDriver(): Driver {
    return new FlushedDriver(this.#flushing)
  }
}

class FlushedDriver extends SqliteDriver {
  readonly #flushing: Flushing
  /** The one there is. */
  #connection: DatabaseConnection | null = null
  constructor(flushing: Flushing) {
    super(flushing)
    this.#flushing = flushing
  }
  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#connection ??= flushedAfter(await super.acquireConnection(), this.#flushing)
    return this.#connection
  }
}

const flushedAfter = (
  connection: DatabaseConnection,
  { isInTransaction, isRead, flushed }: Flushing,
): DatabaseConnection => ({
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await connection.executeQuery<R>(query)
    if (!isInTransaction() && !isRead(query.sql)) await flushed()
    return result
  },
  streamQuery: (query, size) => connection.streamQuery(query, size),
})

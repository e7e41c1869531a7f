// Statements whose text is always the same: built and compiled once per database, bound anew each time. Building anew is
// a fifth of what a command costs. Used in this folder for what every command asks.
import type { Compilable, CompiledQuery, QueryResult } from 'kysely'
import type { Db, Tx } from './store.ts'

/** Stands where a value will be bound. */
class Slot {
  readonly row: number
  readonly name: string
  constructor(row: number, name: string) {
    this.row = row
    this.name = name
  }
}

type Values = Readonly<Record<string, unknown>>
type Build<V, O> = (db: Db, values: V, lock: Tx['lock']) => Compilable<O>
/** For statements that lock nothing. */
const unlocked: Tx['lock'] = (select) => select
/** Lists longer than this are rare, and compiled each time. */
const MOST_ROWS = 8

/**
 * A statement over rows of the same columns: every value it names is bound, nothing else may depend on them. `lock` is a
 * transaction's, for a statement that always locks.
 */
export function fixedRows<V extends Values, O>(build: Build<V[], O>) {
  const known = new WeakMap<object, CompiledQuery<O>[]>()

  /** Kysely looks at no value: a slot goes through it as one. */
  const compile = (db: Db, rows: readonly V[], lock: Tx['lock']): CompiledQuery<O> =>
    build(
      db,
      rows.map(
        (row, at) => Object.fromEntries(Object.keys(row).map((name) => [name, new Slot(at, name)])) as V,
      ),
      lock,
    ).compile()

  function compiled(db: Db, rows: readonly V[], lock: Tx['lock']): CompiledQuery<O> {
    const { adapter } = db.getExecutor()
    const kept = known.get(adapter) ?? []
    known.set(adapter, kept)
    const found = kept[rows.length] ?? compile(db, rows, lock)
    if (rows.length <= MOST_ROWS) kept[rows.length] = found
    return found
  }

  return (db: Db, rows: readonly V[], lock = unlocked): Promise<QueryResult<O>> => {
    const query = compiled(db, rows, lock)
    const parameters = query.parameters.map((bound) =>
      bound instanceof Slot ? rows[bound.row]?.[bound.name] : bound,
    )
    return db.executeQuery({ ...query, parameters })
  }
}

/** The same for one set of values. */
export function fixed<V extends Values, O>(build: Build<V, O>) {
  const rows = fixedRows<V, O>((db, [values], lock) => build(db, values as V, lock))
  return (db: Db, values: V): Promise<QueryResult<O>> => rows(db, [values])
}

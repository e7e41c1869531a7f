// Statements whose text is always the same: built and compiled once per database, bound anew each time. Building anew is
// a fifth of what a command costs. Used in this folder for what every command asks.
import type { Compilable, CompiledQuery, QueryResult } from 'kysely'
import type { Db } from './store.ts'

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
type Build<V, O> = (db: Db, values: V) => Compilable<O>
/** Lists longer than this are rare, and compiled each time. */
const MOST_ROWS = 8

/** A statement over rows of the same columns: every value it names is bound, nothing else may depend on them. */
export function fixedRows<V extends Values, O>(build: Build<V[], O>) {
  const known = new WeakMap<object, CompiledQuery<O>[]>()

  /** Kysely looks at no value: a slot goes through it as one. */
  const compile = (db: Db, rows: readonly V[]): CompiledQuery<O> =>
    build(
      db,
      rows.map(
        (row, at) => Object.fromEntries(Object.keys(row).map((name) => [name, new Slot(at, name)])) as V,
      ),
    ).compile()

  function compiled(db: Db, rows: readonly V[]): CompiledQuery<O> {
    const { adapter } = db.getExecutor()
    const kept = known.get(adapter) ?? []
    known.set(adapter, kept)
    const found = kept[rows.length] ?? compile(db, rows)
    if (rows.length <= MOST_ROWS) kept[rows.length] = found
    return found
  }

  return (db: Db, rows: readonly V[]): Promise<QueryResult<O>> => {
    const query = compiled(db, rows)
    const parameters = query.parameters.map((bound) =>
      bound instanceof Slot ? rows[bound.row]?.[bound.name] : bound,
    )
    return db.executeQuery({ ...query, parameters })
  }
}

/** The same for one set of values. */
export function fixed<V extends Values, O>(build: Build<V, O>) {
  const rows = fixedRows<V, O>((db, [values]) => build(db, values as V))
  return (db: Db, values: V): Promise<QueryResult<O>> => rows(db, [values])
}

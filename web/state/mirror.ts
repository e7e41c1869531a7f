import { type Change, type RowTable, TABLE_OF } from '#shared/wire/event.ts'
import { ROW_TABLES, type Rows } from '#web/sync/row-tables.ts'

/** A row as shown. `pending`: one of my own acts on it is not yet the server's. */
export type Shown<R> = R & { pending?: true }
/** All rows in memory, id → row. */
export type Mirror = { [T in RowTable]: ReadonlyMap<string, Shown<Rows[T]>> }

/** Rows as they came, as a mirror. */
export const mirrorOf = (rows: { [T in RowTable]: readonly Rows[T][] }): Mirror => ({
  transfers: byId(rows.transfers),
  reservations: byId(rows.reservations),
  rides: byId(rows.rides),
  beds: byId(rows.beds),
  phases: byId(rows.phases),
  alerts: byId(rows.alerts),
  register: byId(rows.register),
})
const byId = <R extends { id: string }>(rows: readonly R[]): ReadonlyMap<string, R> =>
  new Map(rows.map((row) => [row.id, row]))

/** The mirror with decided changes on top; tables without a change stay the very same map. */
export function withChanges(mirror: Mirror, changes: readonly Change[]): Mirror {
  const next: Record<RowTable, ReadonlyMap<string, unknown>> = { ...mirror }
  for (const { subject, id, data } of changes) {
    const table = TABLE_OF[subject]
    const rows = new Map<string, unknown>(next[table])
    const known = rows.get(id)
    const rev = ((known as { rev: number } | undefined)?.rev ?? 0) + 1
    rows.set(id, { ...(known ?? {}), ...data, id, rev, pending: true })
    next[table] = rows
  }
  return next as Mirror
}

/** Rows by id; a row that did not change stays the very same object, so that a list redraws only what moved. */
export function keepSame<R extends { id: string; rev: number }>(
  old: ReadonlyMap<string, R> | undefined,
  rows: readonly R[],
): ReadonlyMap<string, R> {
  const next = new Map<string, R>()
  let same = old !== undefined && old.size === rows.length
  for (const row of rows) {
    const known = old?.get(row.id)
    const kept = known !== undefined && known.rev === row.rev ? known : row
    if (kept !== known) same = false
    next.set(row.id, kept)
  }
  return same && old !== undefined ? old : next
}

/** What the changed rows' revs will be, so that it can be seen when the news of them has come. */
export function expectedRevs(after: Mirror, changes: readonly Change[]): Record<string, number> {
  const expected: Record<string, number> = {}
  for (const { subject, id } of changes) {
    const table = TABLE_OF[subject]
    expected[`${table}:${id}`] = after[table].get(id)?.rev ?? 0
  }
  return expected
}

/** Whether the rows are as far as this act expects. */
export const hasArrived = (mirror: Mirror, expected: Readonly<Record<string, number>>): boolean =>
  Object.entries(expected).every(([key, rev]) => {
    const table = ROW_TABLES.find((name) => key.startsWith(`${name}:`))
    const row = table && mirror[table].get(key.slice(table.length + 1))
    return row !== undefined && row.rev >= rev
  })

import type { Change, Subject } from '#shared/wire/event.ts'
import type { Rows, RowTable } from '#web/sync/local-db.ts'

/** A row as shown. `pending`: one of my own acts on it is not yet the server's. */
export type Shown<R> = R & { pending?: true }
/** All rows in memory, id → row. */
export type Mirror = { [T in RowTable]: ReadonlyMap<string, Shown<Rows[T]>> }

export const TABLE_OF = {
  transfer: 'transfers',
  reservation: 'reservations',
  ride: 'rides',
  beds: 'beds',
  phase: 'phases',
} as const satisfies Record<Subject, RowTable>

export const emptyMirror = (): Mirror => ({
  transfers: new Map(),
  reservations: new Map(),
  rides: new Map(),
  beds: new Map(),
  phases: new Map(),
})

/** The mirror with decided changes on top; tables without a change stay the very same map. */
export function withChanges(mirror: Mirror, changes: readonly Change[]): Mirror {
  const next: Record<RowTable, ReadonlyMap<string, unknown>> = { ...mirror }
  for (const { subject, id, data } of changes) {
    const table = TABLE_OF[subject]
    const rows = new Map<string, unknown>(next[table])
    const known = rows.get(id)
    rows.set(id, { rev: 0, ...(known ?? {}), ...data, id, pending: true })
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

import { type Accessor, createMemo } from 'solid-js'

import type { DayBoard } from '#shared/wire/day-board.ts'

/** What did not change keeps its identity, so that it is not drawn anew; while `held`, nothing changes. */
export function createSameRows(board: Accessor<DayBoard>, held: Accessor<boolean>): Accessor<DayBoard> {
  return createMemo<DayBoard>((before) => {
    const next = board()
    if (before === undefined) return next
    if (held() && before.day === next.day) return before
    return {
      ...next,
      vehicles: same(before.vehicles, next.vehicles, ({ id }) => id),
      rides: same(before.rides, next.rides, ({ id }) => id),
      waiting: same(before.waiting, next.waiting, ({ transfer }) => transfer),
    }
  })
}

function same<T>(before: readonly T[], next: readonly T[], keyOf: (row: T) => string): T[] {
  const known = new Map(before.map((row) => [keyOf(row), row]))
  return next.map((row) => {
    const old = known.get(keyOf(row))
    return old !== undefined && JSON.stringify(old) === JSON.stringify(row) ? old : row
  })
}

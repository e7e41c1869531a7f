import { type Accessor, createMemo } from 'solid-js'

import type { DayBoard } from '#shared/wire/day-board.ts'

/** What did not change keeps its identity, so that it is not drawn anew; while `held`, nothing changes. */
export function createSameRows(board: Accessor<DayBoard>, held: Accessor<boolean>): Accessor<DayBoard> {
  let taken: DayBoard | undefined
  return createMemo<DayBoard>((before) => {
    const next = board()
    // Put down, a board that nothing new came for is not compared row by row.
    if (before !== undefined && (taken === next || (held() && before.day === next.day))) return before
    taken = next
    if (before === undefined) return next
    return {
      ...next,
      vehicles: same(before.vehicles, next.vehicles, ({ id }) => id),
      rides: same(before.rides, next.rides, ({ id }) => id),
      waiting: same(before.waiting, next.waiting, ({ transfer }) => transfer),
    }
  })
}

const written = new WeakMap<object, string>()

/** Each row is written out once, however many boards it stands on. */
function wordsOf(row: object): string {
  const words = written.get(row) ?? JSON.stringify(row)
  written.set(row, words)
  return words
}

function same<T extends object>(before: readonly T[], next: readonly T[], keyOf: (row: T) => string): T[] {
  const known = new Map(before.map((row) => [keyOf(row), row]))
  return next.map((row) => {
    const old = known.get(keyOf(row))
    return old !== undefined && wordsOf(old) === wordsOf(row) ? old : row
  })
}

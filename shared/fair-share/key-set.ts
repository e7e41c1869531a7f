// Keys that replace the plan's table 1 from a date, IC and ward apart (plan 1.2, 2.2.3.3). Rows of the register.
// Read wherever R7, R8 or R9 asks for keys.
import { byCodeUnit } from '#shared/code-unit-order.ts'
import type { Bed } from '#shared/terms.ts'

export const KEY_DECIDERS = ['db-lnaz', 'lcps'] as const

export type KeySet = {
  id: string
  rev: number
  list: 'key-set'
  bed: Bed
  /** Per group, above zero, at most one decimal. */
  keys: Readonly<Record<string, number>>
  from: string
  decidedBy: (typeof KEY_DECIDERS)[number]
  reason: string
  announcedAt: string
}

/** The set in force at an instant: the last that began, of two at once the last recorded. None: table 1 holds. */
export const keySetAt = (sets: readonly KeySet[], bed: Bed, at: string): KeySet | undefined =>
  sets
    .filter((row) => row.bed === bed && Date.parse(row.from) <= Date.parse(at))
    .sort(byBeginning)
    .at(-1)

/** What R7, R8 and R9 take as `keys`: nothing where table 1 holds. */
export function keysAt(
  sets: readonly KeySet[],
  bed: Bed,
  at: string,
): { keys?: Readonly<Record<string, number>> } {
  const set = keySetAt(sets, bed, at)
  return set === undefined ? {} : { keys: set.keys }
}

type Begins = { from: string; announcedAt: string; id: string }

/** Earliest first. */
export const byBeginning = (a: Begins, b: Begins): number =>
  Date.parse(a.from) - Date.parse(b.from) ||
  Date.parse(a.announcedAt) - Date.parse(b.announcedAt) ||
  byCodeUnit(a.id, b.id)

// The picture of wanted movements (PECC, plan 3.3): how many patients the LCPS wants to move today, per pair of regions
// and care level. A line of the register; publishing anew adds a version and keeps the one before.
import type { Day } from '#shared/calendar-day.ts'
import type { Bed } from '#shared/terms.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'

/** Of one region to another, patients. `proposed`: what the rule gave when it was published. */
export type WishPair = { from: string; to: string; wanted: number; proposed: number }

export type Wish = {
  id: string
  rev: number
  list: 'wish'
  day: Day
  bed: Bed
  /** 1, 2, …: of this day and care level. */
  version: number
  /** Sorted by from, then to. */
  pairs: WishPair[]
  note: string | null
  /** UTC. */
  publishedAt: string
  over?: boolean
}

/** What a patient was named for: today's picture, and where to. Of the row of a transfer. */
export type Named = NonNullable<Transfer['wish']>

/** The version that holds, or undefined before the first. */
export const wishOf = (rows: readonly Wish[], day: Day, bed: Bed): Wish | undefined =>
  versionsOf(rows, day, bed)[0]

/** Newest first. */
export const versionsOf = (rows: readonly Wish[], day: Day, bed: Bed): Wish[] =>
  rows.filter((row) => row.day === day && row.bed === bed).sort((a, b) => b.version - a.version)

export const pairKey = ({ from, to }: { from: string; to: string }): string => `${from} ${to}`

/** By from, then to, as stored and shown. */
export const byPair = <T extends { from: string; to: string }>(a: T, b: T): number =>
  pairKey(a) < pairKey(b) ? -1 : pairKey(a) > pairKey(b) ? 1 : 0

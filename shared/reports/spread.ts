// Median and 90th percentile of waiting times, by nearest rank: a time that somebody really waited.
// Called by report-tables.ts.
import type { Fact } from './fact.ts'

export type Spread = {
  count: number
  /** Minutes; null of none. */
  median: number | null
  p90: number | null
  /** Some of the minutes are those of a class. */
  rough: boolean
}

export function spreadOf(facts: readonly Pick<Fact, 'minutes' | 'count' | 'rough'>[]): Spread {
  const sorted = facts.filter(({ count }) => count > 0).toSorted((a, b) => a.minutes - b.minutes)
  const count = sorted.reduce((sum, fact) => sum + fact.count, 0)
  /** The smallest that at least this part of them does not pass. */
  const rank = (part: number): number | null => {
    let seen = 0
    for (const fact of sorted) {
      seen += fact.count
      if (seen >= Math.ceil(part * count)) return fact.minutes
    }
    return null
  }
  return { count, median: rank(0.5), p90: rank(0.9), rough: facts.some(({ rough }) => rough === true) }
}

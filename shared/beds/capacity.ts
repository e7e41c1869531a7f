// R6: how many beds are free, and how old is that figure? (plan 3.3, 6.1, note 15)
// Called wherever bed figures are shown, and by R8 and R9.

/** One hospital's whole beds at one care level, as reported. */
export type BedReport = {
  /** Staffed beds. */
  operational: number
  occupied: number
  reserved: number
  /** Beds kept free for safety. */
  boss: number
  /** Instant. */
  reportedAt: string
}

export type CapacityInput = BedReport & { now: string }

export type Freshness = 'fresh' | 'stale' | 'expired'

export type Capacity = { free: number; freeInclBoss: number; overbooked: number; freshness: Freshness }

export const STALE_AFTER_MINUTES = 240
export const EXPIRED_AFTER_MINUTES = 1440

/**
 * Free beds with and without the safety beds, beds given out twice, and the freshness of the report.
 * A report from the future is fresh. Never throws on instants that parse (plan 3.3, 6.1).
 */
export function freeBeds(input: CapacityInput): Capacity {
  const left = input.operational - input.occupied - input.reserved
  return {
    free: Math.max(0, left - input.boss),
    freeInclBoss: Math.max(0, left),
    overbooked: Math.max(0, -left),
    freshness: freshnessOf(input.reportedAt, input.now),
  }
}

export function freshnessOf(reportedAt: string, now: string): Freshness {
  const minutes = Math.floor((Date.parse(now) - Date.parse(reportedAt)) / 60_000)
  if (minutes > EXPIRED_AFTER_MINUTES) return 'expired'
  return minutes > STALE_AFTER_MINUTES ? 'stale' : 'fresh'
}

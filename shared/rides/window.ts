// R5: when may a matched transfer drive? (plan 4.5.1.1, 4.5.1.2)
// Called when an offer is confirmed and when a ride is planned; regional matches use it too.
import type { Kind } from '#shared/terms.ts'
import { instantAtWallTime, wallTimeAt } from './amsterdam-clock.ts'

export const RIDE_EXCEPTIONS = ['acute-capacity'] as const
export type RideException = (typeof RIDE_EXCEPTIONS)[number]

export type RideWindowInput = {
  kind: Kind
  /** Instant at which the offer was confirmed. */
  matchedAt: string
  exception?: RideException
}

export type RideWindow = {
  basis: 'same-day' | 'next-morning' | 'immediate' | 'exception'
  /** Instants in UTC, to the second; `until` is not in the window, and null when there is no end. */
  from: string
  until: string | null
}

/**
 * The window in which to drive; outside it a ride needs a reason. Planned before noon: until the next midnight;
 * from noon: 08:00–12:00 the next day; urgent, then an exception: from the match without an end.
 * All clocks are Europe/Amsterdam. Never throws on an instant that parses (plan 4.5.1.1, 4.5.1.2).
 */
export function rideWindow(input: RideWindowInput): RideWindow {
  const matchedAt = Date.parse(input.matchedAt)
  const from = inUtc(matchedAt)
  if (input.kind === 'urgent') return { basis: 'immediate', from, until: null }
  if (input.exception !== undefined) return { basis: 'exception', from, until: null }

  const matched = wallTimeAt(matchedAt)
  const nextDayAt = (hour: number): string =>
    inUtc(instantAtWallTime({ ...matched, day: matched.day + 1, hour, minute: 0, second: 0 }))
  if (matched.hour < 12) return { basis: 'same-day', from, until: nextDayAt(0) }
  return { basis: 'next-morning', from: nextDayAt(8), until: nextDayAt(12) }
}

const inUtc = (instant: number): string => new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z')

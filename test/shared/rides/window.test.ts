import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rideWindow } from '#shared/rides/window.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const inUtc = (instant: number): string => new Date(instant).toISOString().replace('.000Z', 'Z')

/** Summer time by the European rule: 01:00 UTC on the last Sundays of March and October. */
function lastSunday(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0))
  return lastDay.getTime() - lastDay.getUTCDay() * DAY + HOUR
}
function aheadOfUtc(instant: number): number {
  const year = new Date(instant).getUTCFullYear()
  return instant >= lastSunday(year, 2) && instant < lastSunday(year, 9) ? 2 * HOUR : HOUR
}

/** The window by hand, without any time zone library: local time as if it were UTC, and back. */
function expectedWindow(instant: number) {
  const local = instant + aheadOfUtc(instant)
  const nextDay = local - (local % DAY) + DAY
  // All three clock times lie well past the hour in which the clocks change.
  const back = (clock: number) => inUtc(clock - aheadOfUtc(clock - 2 * HOUR + HOUR / 2))
  if (local % DAY < 12 * HOUR) return { basis: 'same-day', from: inUtc(instant), until: back(nextDay) }
  return { basis: 'next-morning', from: back(nextDay + 8 * HOUR), until: back(nextDay + 12 * HOUR) }
}

const planned = (instant: number) => rideWindow({ kind: 'planned', matchedAt: inUtc(instant) })

describe('rideWindow', () => {
  it('is right in every hour of a leap year’s 366 days', () => {
    const start = Date.UTC(2028, 0, 1)
    for (let hour = 0; hour < 366 * 24; hour++) {
      const instant = start + hour * HOUR
      expect(planned(instant)).toEqual(expectedWindow(instant))
    }
  })

  it.each([
    [2026, '2026-03-28', '2026-03-29'],
    [2026, '2026-10-24', '2026-10-25'],
    [2028, '2028-03-25', '2028-03-26'],
    [2028, '2028-10-28', '2028-10-29'],
  ])(
    'is right in every minute around the night in %d when the clocks change, %s to %s',
    (_, before, after) => {
      for (let instant = Date.parse(before); instant < Date.parse(after) + DAY; instant += 60_000) {
        expect(planned(instant)).toEqual(expectedWindow(instant))
      }
    },
  )

  it.each([
    ['before noon', '2026-10-25T10:59:59.999Z', 'same-day', '2026-10-25T10:59:59Z', '2026-10-25T23:00:00Z'],
    ['at noon', '2026-10-25T11:00:00.000Z', 'next-morning', '2026-10-26T07:00:00Z', '2026-10-26T11:00:00Z'],
    ['at midnight', '2026-10-24T22:00:00Z', 'same-day', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    [
      'before midnight',
      '2026-10-24T21:59:59Z',
      'next-morning',
      '2026-10-25T07:00:00Z',
      '2026-10-25T11:00:00Z',
    ],
    [
      'in another offset',
      '2026-07-01T00:30:00-05:00',
      'same-day',
      '2026-07-01T05:30:00Z',
      '2026-07-01T22:00:00Z',
    ],
    [
      'at a year’s end',
      '2026-12-31T12:00:00Z',
      'next-morning',
      '2027-01-01T07:00:00Z',
      '2027-01-01T11:00:00Z',
    ],
  ])('cuts milliseconds off and keeps to the wall clock %s', (_, matchedAt, basis, from, until) => {
    expect(rideWindow({ kind: 'planned', matchedAt })).toEqual({ basis, from, until })
  })

  it('has no end when urgent or excepted, and urgent wins', () => {
    const matchedAt = '2026-11-21T15:00:00.250Z'
    const from = '2026-11-21T15:00:00Z'
    const exception = 'acute-capacity'
    expect(rideWindow({ kind: 'urgent', matchedAt })).toEqual({ basis: 'immediate', from, until: null })
    expect(rideWindow({ kind: 'urgent', matchedAt, exception }).basis).toBe('immediate')
    expect(rideWindow({ kind: 'planned', matchedAt, exception })).toEqual({
      basis: 'exception',
      from,
      until: null,
    })
  })

  it('never closes before it opens, nor opens before the match', () => {
    const anyInstant = fc.integer({ min: Date.UTC(1996, 0), max: Date.UTC(2100, 0) })
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const { from, until } = rideWindow({ kind: 'planned', matchedAt: new Date(instant).toISOString() })
        expect(Date.parse(from)).toBeGreaterThan(instant - 1000)
        expect(until === null ? Number.NaN : Date.parse(until)).toBeGreaterThan(Date.parse(from))
      }),
      { numRuns: 2000 },
    )
  })
})

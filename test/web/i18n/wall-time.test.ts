import fc from 'fast-check'
import { expect, test } from 'vitest'

import { daysBetween, fromWall, toWall } from '#web/i18n/wall-time.ts'

test('a wall clock leads back to its moment, but for the hour that comes twice', () => {
  const minute = fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 })
  fc.assert(
    fc.property(minute, (minutes) => {
      const at = minutes * 60_000
      const back = fromWall(toWall(at))?.getTime()
      expect(back === at || (back === at - 3_600_000 && toWall(back) === toWall(at))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('in the hour that comes twice the first is meant', () => {
  expect(fromWall('2026-10-25T02:30')?.toISOString()).toBe('2026-10-25T00:30:00.000Z')
})

test('a clock from the hour that is skipped becomes the moment an hour later', () => {
  expect(fromWall('2026-03-29T02:30')?.toISOString()).toBe('2026-03-29T01:30:00.000Z')
  expect(toWall('2026-03-29T01:30:00Z')).toBe('2026-03-29T03:30')
})

test.each(['', '2026-11-21', '2026-13-01T00:00', 'morgen', '2026-11-21T14:10:00'])(
  '%j is no wall clock',
  (text) => {
    expect(fromWall(text)).toBeUndefined()
  },
)

test('days are counted on the calendar, over the short and the long day too', () => {
  expect(daysBetween('2026-03-28T23:30:00Z', '2026-03-29T21:30:00Z')).toBe(0)
  expect(daysBetween('2026-03-28T22:30:00Z', '2026-03-28T23:30:00Z')).toBe(1)
  expect(daysBetween('2026-10-24T22:30:00Z', '2026-10-25T23:30:00Z')).toBe(1)
})

import { describe, expect, it } from 'vitest'
import { instantAtWallTime, wallTimeAt } from '#shared/rides/amsterdam-clock.ts'

const utc = (instant: string): number => Date.parse(instant)
const march29 = { year: 2026, month: 3, day: 29, minute: 30, second: 0 }
const october25 = { year: 2026, month: 10, day: 25, minute: 30, second: 0 }

describe('the clock in Amsterdam', () => {
  it.each([
    ['2026-03-29T00:59:59Z', 1],
    ['2026-03-29T01:00:00Z', 3],
    ['2026-10-25T00:59:59Z', 2],
    ['2026-10-25T01:00:00Z', 2],
  ])('shows at %s hour %d', (instant, hour) => {
    expect(wallTimeAt(utc(instant)).hour).toBe(hour)
  })

  it.each([
    ['before summer time', { ...march29, hour: 1 }, '2026-03-29T00:30:00Z'],
    ['after the gap, for a time that is skipped', { ...march29, hour: 2 }, '2026-03-29T01:30:00Z'],
    ['in summer time', { ...march29, hour: 3 }, '2026-03-29T01:30:00Z'],
    ['before winter time', { ...october25, hour: 1 }, '2026-10-24T23:30:00Z'],
    ['in winter time', { ...october25, hour: 3 }, '2026-10-25T02:30:00Z'],
    ['past a month’s end', { ...october25, day: 32, hour: 3 }, '2026-11-01T02:30:00Z'],
  ])('finds the instant %s', (_, wall, instant) => {
    expect(instantAtWallTime(wall)).toBe(utc(instant))
  })

  it('finds every instant back, but for the hour that comes twice', () => {
    for (let instant = utc('2026-01-01'); instant < utc('2027-01-01'); instant += 1_800_000) {
      const twice = instant >= utc('2026-10-25T00:00:00Z') && instant < utc('2026-10-25T01:00:00Z')
      expect(instantAtWallTime(wallTimeAt(instant))).toBe(twice ? instant + 3_600_000 : instant)
    }
  })
})

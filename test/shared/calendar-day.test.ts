import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysBetween, daysFrom, dayOf, instantOn, mondayOf, plusDays, readDay } from '#shared/calendar-day.ts'

const aDay = fc.integer({ min: 0, max: 20_000 }).map((n) => plusDays('2000-01-01', n))

describe('a day of the calendar', () => {
  it('changes at midnight in Amsterdam, summer and winter', () => {
    expect(dayOf('2026-11-21T22:59:59.999Z')).toBe('2026-11-21')
    expect(dayOf('2026-11-21T23:00:00.000Z')).toBe('2026-11-22')
    expect(dayOf('2026-07-01T21:59:59.000Z')).toBe('2026-07-01')
    expect(dayOf('2026-07-01T22:00:00.000Z')).toBe('2026-07-02')
    expect(instantOn('2026-10-25', 10)).toBe('2026-10-25T09:00:00.000Z')
    expect(instantOn('2026-10-24', 10)).toBe('2026-10-24T08:00:00.000Z')
  })

  it('begins at an instant that falls on it, the one before does not', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const start = Date.parse(instantOn(day))
        expect([dayOf(start), dayOf(start - 1)]).toEqual([day, plusDays(day, -1)])
      }),
    )
  })

  it('is counted and put in weeks from Monday to Sunday', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16')
    expect(mondayOf('2026-11-16')).toBe('2026-11-16')
    expect(daysFrom('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
    expect(daysFrom('2026-03-02', '2026-03-01')).toEqual([])
    fc.assert(
      fc.property(aDay, fc.integer({ min: -500, max: 500 }), (day, n) => {
        expect(daysBetween(day, plusDays(day, n))).toBe(n)
        expect(new Date(`${mondayOf(day)}T00:00:00Z`).getUTCDay()).toBe(1)
        expect(daysBetween(mondayOf(day), day)).toBeLessThan(7)
      }),
    )
  })

  it('is read only when it exists', () => {
    for (const text of ['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '2026-01-01T00:00', ''])
      expect(readDay(text), text).toBeNull()
    expect(readDay('2028-02-29')).toBe('2028-02-29')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plusDays } from '#shared/calendar-day.ts'
import type { Occupied } from '#shared/forecast/forecast.ts'
import { forecastOf, type SeriesDay } from '#shared/forecast/forecast-of.ts'
import { pastErrors } from '#shared/forecast/past-errors.ts'
import { ERROR_DAYS, prognosis } from '#shared/forecast/prognosis.ts'
import { wave } from '#test/support/wave.ts'

const FIRST = '2026-08-01'
const dated = (days: readonly Occupied[]): SeriesDay[] =>
  days.map((counts, at) => ({ day: plusDays(FIRST, at), ...counts }))
const noonOn = (day: string) => `${day}T11:00:00.000Z`

describe('the prognosis of a dated series', () => {
  const days = wave({ days: 100, peak: 400 })
  const last = plusDays(FIRST, 99)

  it('is the model’s, day by day, and says how old its figures are', () => {
    const told = forecastOf(dated(days), noonOn(plusDays(last, 2)))
    expect(told).toMatchObject({ lastDay: last, daysOld: 2, length: 100, held: 0 })
    for (const level of ['ic', 'ward'] as const) {
      const week = prognosis(days, level)?.days ?? []
      expect(told.levels[level]).toMatchObject(week)
      expect(told.levels[level]?.map(({ day }) => day)).toEqual(
        week.map(({ ahead }) => plusDays(last, ahead)),
      )
    }
  })

  it('holds a day that misses at the day before, in whatever order they come', () => {
    const gap = 60
    const held = days.map((day, at) => (at === gap ? (days[gap - 1] ?? day) : day))
    const told = forecastOf(
      dated(days)
        .toReversed()
        .toSpliced(99 - gap, 1),
      noonOn(last),
    )
    expect(told.held).toBe(1)
    expect(told.levels).toEqual(forecastOf(dated(held), noonOn(last)).levels)
  })

  it('says nothing of fewer than eight days, nor of days to come', () => {
    expect(forecastOf(dated(days.slice(0, 7)), noonOn(last)).levels).toEqual({ ic: null, ward: null })
    expect(forecastOf([], noonOn(last))).toMatchObject({ lastDay: null, daysOld: null })
    expect(forecastOf(dated(days), noonOn(plusDays(FIRST, 49))).length).toBe(50)
  })

  it('shows the mean error of each day ahead over the last sixty days', () => {
    const told = forecastOf(dated(days), noonOn(last)).levels.ic ?? []
    for (const { ahead, error } of told) {
      const off = pastErrors(days, 'ic', ahead)
        .filter(({ at }) => at >= days.length - ERROR_DAYS)
        .map(({ came, expected }) => Math.abs(came - expected))
      expect(error).toBeCloseTo(off.reduce((sum, one) => sum + one, 0) / off.length, 9)
    }
  })

  it.each([40, 55, 70, 100])(
    'covers what the interval of its own day held, asked again on day %i',
    (length) => {
      const known = days.slice(0, length)
      const told = forecastOf(dated(known), noonOn(last)).levels.ic?.at(-1)
      let inside = 0
      let asked = 0
      for (let came = Math.max(0, length - ERROR_DAYS); came < length; came += 1) {
        const then = prognosis(known.slice(0, Math.max(0, came - 6)), 'ic')?.days.at(-1)
        if (then == null || then.low === null || then.high === null) continue
        asked += 1
        const beds = known[came]?.ic ?? Number.NaN
        if (beds >= then.low && beds <= then.high) inside += 1
      }
      expect(told).toMatchObject({ asked, covered: inside / asked })
      expect(asked).toBeGreaterThan(5)
    },
  )

  it('never throws, whatever days are there', () => {
    const some = fc.uniqueArray(
      fc.record({ at: fc.integer({ min: 0, max: 60 }), ic: fc.nat(400), ward: fc.nat(2000) }),
      { selector: ({ at }) => at },
    )
    fc.assert(
      fc.property(some, (list) => {
        const rows = list.map(({ at, ic, ward }) => ({ day: plusDays(FIRST, at), ic, ward }))
        const told = forecastOf(rows, noonOn(plusDays(FIRST, 60)))
        expect(told.length - told.held).toBe(rows.length)
        for (const day of told.levels.ic ?? []) expect(day.covered ?? 0).toBeLessThanOrEqual(1)
      }),
    )
  })
})

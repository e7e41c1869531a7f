import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expected, HORIZON_DAYS, LEAST_DAYS, type Occupied } from '#shared/forecast/forecast.ts'
import { meanError, pastErrors } from '#shared/forecast/past-errors.ts'
import { prognosis } from '#shared/forecast/prognosis.ts'
import { wave } from '#test/support/wave.ts'

const same = (days: number, beds: Occupied): Occupied[] => Array.from({ length: days }, () => beds)
const beds = fc.integer({ min: 0, max: 3000 })
const series = fc.array(fc.record({ ic: beds, ward: beds }), { minLength: LEAST_DAYS, maxLength: 40 })

describe('the seven-day prognosis', () => {
  it('lets a level that stands stand', () => {
    expect(expected(same(8, { ic: 40, ward: 90 }), 'ic', 7)).toBe(40)
    expect(expected(same(8, { ic: 40, ward: 90 }), 'ward', 3)).toBe(90)
  })

  it('goes on with what changed, and lets the ward pull the IC', () => {
    const rising = [...same(5, { ic: 100, ward: 200 }), ...same(3, { ic: 100, ward: 260 })]
    // (100 + 1) / (260 + 2) IC patients beside a ward patient, 60 more of them in a week, four tenths of that.
    expect(expected(rising, 'ic', 7)).toBeCloseTo(100 + 0.4 * (101 / 262) * 60, 6)
    const icAlone = [...same(4, { ic: 100, ward: 200 }), ...same(4, { ic: 130, ward: 200 })]
    expect(expected(icAlone, 'ic', 7)).toBeCloseTo(130 + 0.3 * 30, 6)
    expect(expected(icAlone.slice(0, 7).concat({ ic: 150, ward: 200 }), 'ic', 7)).toBeCloseTo(
      150 + 0.3 * 50 + 0.2 * 20,
      6,
    )
  })

  it('says nothing of fewer than eight days', () => {
    expect(expected(same(7, { ic: 4, ward: 9 }), 'ic', 7)).toBeUndefined()
    expect(prognosis(same(7, { ic: 4, ward: 9 }), 'ic')).toBeNull()
    expect(prognosis(same(8, { ic: 4, ward: 9 }), 'ic')?.days).toHaveLength(HORIZON_DAYS)
  })

  it('is a finite number of beds, never below none, and its interval holds it', () => {
    fc.assert(
      fc.property(series, fc.constantFrom('ic', 'ward'), (days, level) => {
        for (const day of prognosis(days, level as 'ic' | 'ward')?.days ?? []) {
          expect(day.expected).toBeGreaterThanOrEqual(0)
          expect(Number.isSafeInteger(day.expected)).toBe(true)
          if (day.low !== null) expect(day.low).toBeLessThanOrEqual(day.expected)
          if (day.high !== null) expect(day.high).toBeGreaterThanOrEqual(day.expected)
        }
      }),
    )
  })

  it('shows no interval before it has been wrong often enough', () => {
    const days = wave({ days: 90, peak: 400 })
    expect(prognosis(days.slice(0, 27), 'ic')?.days.at(-1)).toMatchObject({ low: null, high: null })
    expect(prognosis(days.slice(0, 27), 'ic')?.pastError).toBeNull()
    expect(prognosis(days.slice(0, 28), 'ic')?.days.at(-1)?.low).not.toBeNull()
  })
})

describe('past errors', () => {
  it('use only what was known on the day itself', () => {
    const days = wave({ days: 60, peak: 300 })
    const changedLater = days.map((day, at) => (at > 40 ? { ic: 0, ward: 0 } : day))
    const known = (errors: ReturnType<typeof pastErrors>) =>
      errors.filter(({ at }) => at <= 47).map(({ at, expected: said }) => ({ at, said }))
    expect(known(pastErrors(changedLater, 'ic', 7))).toEqual(known(pastErrors(days, 'ic', 7)))
  })

  it('cover every day that can be asked for, and are measured in beds', () => {
    const days = same(20, { ic: 10, ward: 10 })
    expect(pastErrors(days, 'ic', 7).map(({ at }) => at)).toEqual([14, 15, 16, 17, 18, 19])
    expect(
      meanError([
        { at: 1, expected: 10, came: 14 },
        { at: 2, expected: 10, came: 8 },
      ]),
    ).toBe(3)
  })

  it('four in five past days fell inside the interval', () => {
    let inside = 0
    let asked = 0
    for (const seed of [1, 2, 3, 4, 5]) {
      const days = wave({ days: 160, peak: 600, seed })
      for (let today = 60; today < days.length - HORIZON_DAYS; today += 3) {
        const seventh = prognosis(days.slice(0, today + 1), 'ic')?.days.at(-1)
        const came = days[today + HORIZON_DAYS]?.ic ?? Number.NaN
        asked += 1
        if (seventh?.low !== null && seventh !== undefined && seventh.high !== null)
          if (came >= seventh.low && came <= seventh.high) inside += 1
      }
    }
    expect(asked).toBeGreaterThan(100)
    expect(inside / asked).toBeGreaterThan(0.6)
  })
})

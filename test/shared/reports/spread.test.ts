import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadOf } from '#shared/reports/spread.ts'

describe('a spread', () => {
  const waits = fc.array(fc.record({ minutes: fc.nat(500), count: fc.integer({ min: 1, max: 4 }) }))

  it('is that of every single wait in a row', () => {
    fc.assert(
      fc.property(waits, (facts) => {
        const row = facts
          .flatMap(({ minutes, count }) => Array.from({ length: count }, () => minutes))
          .sort((a, b) => a - b)
        const at = (part: number) => row[Math.ceil(part * row.length) - 1] ?? null
        expect(spreadOf(facts)).toEqual({ count: row.length, median: at(0.5), p90: at(0.9), rough: false })
      }),
    )
  })

  it('says that some of it is rough', () => {
    expect(
      spreadOf([
        { minutes: 3, count: 1 },
        { minutes: 5, count: 1, rough: true },
      ]).rough,
    ).toBe(true)
    expect(spreadOf([])).toEqual({ count: 0, median: null, p90: null, rough: false })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeBeds } from '#shared/beds/capacity.ts'
import { anyReport, NOW } from '#test/support/arbitraries.ts'

const minutesBefore = (minutes: number, seconds = 0): string =>
  new Date(Date.parse(NOW) - minutes * 60_000 - seconds * 1000).toISOString()

const beds = { operational: 10, occupied: 7, reserved: 1, boss: 1, reportedAt: NOW, now: NOW }

describe('freeBeds', () => {
  it('keeps the safety beds out of what is free', () => {
    expect(freeBeds(beds)).toEqual({ free: 1, freeInclBoss: 2, overbooked: 0, freshness: 'fresh' })
    expect(freeBeds({ ...beds, boss: 5 })).toMatchObject({ free: 0, freeInclBoss: 2, overbooked: 0 })
  })

  it('reports what was given out twice; safety beds are not part of it', () => {
    expect(freeBeds({ ...beds, occupied: 11 })).toMatchObject({ free: 0, freeInclBoss: 0, overbooked: 2 })
    expect(freeBeds({ ...beds, occupied: 9, boss: 3 })).toMatchObject({
      free: 0,
      freeInclBoss: 0,
      overbooked: 0,
    })
  })

  it.each([
    ['fresh', minutesBefore(-5)],
    ['fresh', minutesBefore(240)],
    ['fresh', minutesBefore(240, 59)],
    ['stale', minutesBefore(241)],
    ['stale', minutesBefore(1440)],
    ['stale', minutesBefore(1440, 59)],
    ['expired', minutesBefore(1441)],
  ])('is %s by whole minutes: %s', (freshness, reportedAt) => {
    expect(freeBeds({ ...beds, reportedAt }).freshness).toBe(freshness)
  })

  it('is never below zero, and never more without the safety beds than with them', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { free, freeInclBoss, overbooked } = freeBeds({ ...report, now: NOW })
        expect(Math.min(free, freeInclBoss, overbooked)).toBeGreaterThanOrEqual(0)
        expect(free).toBeLessThanOrEqual(freeInclBoss)
        expect(freeInclBoss - overbooked).toBe(report.operational - report.occupied - report.reserved)
        // Reserving takes one bed away, releasing gives it back.
        const reserved = freeBeds({ ...report, reserved: report.reserved + 1, now: NOW })
        expect(freeInclBoss - reserved.freeInclBoss + reserved.overbooked - overbooked).toBe(1)
      }),
      { numRuns: 2000 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type OxygenInput, oxygenFor } from '#shared/transport/oxygen.ts'

const anyRide: fc.Arbitrary<OxygenInput> = fc.record(
  {
    flowLpm: fc.double({ min: 0, max: 70, noNaN: true }),
    fio2Percent: fc.double({ min: 21, max: 100, noNaN: true }),
    minutes: fc.double({ min: 0, max: 600, noNaN: true }),
    reservePercent: fc.double({ min: 0, max: 200, noNaN: true }),
    cylinders: fc.array(
      fc.record({ litres: fc.constantFrom(2, 5, 10), bar: fc.integer({ min: 0, max: 200 }) }),
      { maxLength: 4 },
    ),
  },
  { requiredKeys: ['flowLpm', 'fio2Percent', 'minutes', 'cylinders'] },
)

describe('oxygenFor', () => {
  it('keeps half in reserve unless told otherwise', () => {
    const ride = { flowLpm: 10, fio2Percent: 100, minutes: 60, cylinders: [] }
    expect(oxygenFor(ride).neededLitres).toBe(900)
    expect(oxygenFor({ ...ride, reservePercent: 0 }).neededLitres).toBe(600)
    expect(oxygenFor(ride)).toMatchObject({ onBoardLitres: 0, enduranceMinutes: 0 })
  })

  it('uses none at room air or without flow, and then lasts without a number', () => {
    const ride = { flowLpm: 40, fio2Percent: 21, minutes: 60, cylinders: [{ litres: 10, bar: 200 }] }
    expect(oxygenFor(ride)).toMatchObject({ oxygenLpm: 0, neededLitres: 0, enduranceMinutes: null })
    expect(oxygenFor({ ...ride, flowLpm: 0, fio2Percent: 80 }).enduranceMinutes).toBeNull()
  })

  // Litres on board that last a whole number of minutes: one litre less lasts a minute less.
  it.each([
    [40, 28, 280, 79],
    [50, 60, 1950, 79],
    [60, 28, 420, 79],
    [15, 100, 1500, 100],
    [0.1, 100, 3, 30],
    [0.7, 100, 4.9, 7],
    // 0.1 × 3 is a little over 0.3 in floating point.
    [0.1, 24, 75, 19_750],
  ])(
    'counts a whole minute as whole: %d L/min at FiO2 %d from %d L lasts %d min',
    (flowLpm, fio2Percent, litres, lasts) => {
      const ride = { flowLpm, fio2Percent, minutes: 1 }
      expect(oxygenFor({ ...ride, cylinders: [{ litres, bar: 1 }] }).enduranceMinutes).toBe(lasts)
      expect(oxygenFor({ ...ride, cylinders: [{ litres: litres - 0.001, bar: 1 }] }).enduranceMinutes).toBe(
        lasts - 1,
      )
    },
  )

  it('never needs less with more flow, more FiO2 or more minutes, nor lasts longer', () => {
    const grows = fc.record({
      flowLpm: fc.double({ min: 0, max: 10, noNaN: true }),
      fio2Percent: fc.double({ min: 0, max: 10, noNaN: true }),
      minutes: fc.double({ min: 0, max: 60, noNaN: true }),
    })
    fc.assert(
      fc.property(anyRide, grows, (ride, more) => {
        const before = oxygenFor(ride)
        for (const field of ['flowLpm', 'fio2Percent', 'minutes'] as const) {
          const after = oxygenFor({ ...ride, [field]: ride[field] + more[field] })
          expect(after.neededLitres).toBeGreaterThanOrEqual(before.neededLitres)
          expect(after.oxygenLpm).toBeGreaterThanOrEqual(before.oxygenLpm)
          expect(after.enduranceMinutes ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
            before.enduranceMinutes ?? Number.POSITIVE_INFINITY,
          )
          expect(after.onBoardLitres).toBe(before.onBoardLitres)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('lasts the minutes it says, and not one more', () => {
    fc.assert(
      fc.property(anyRide, (ride) => {
        const { onBoardLitres, enduranceMinutes } = oxygenFor(ride)
        const perMinute = (ride.flowLpm * (ride.fio2Percent - 21)) / 79
        if (enduranceMinutes === null) {
          expect(perMinute).toBeLessThan(1e-6)
          return
        }
        expect(perMinute * enduranceMinutes).toBeLessThanOrEqual(onBoardLitres + 1e-6)
        expect(perMinute * (enduranceMinutes + 1)).toBeGreaterThan(onBoardLitres - 1e-6)
      }),
    )
  })
})

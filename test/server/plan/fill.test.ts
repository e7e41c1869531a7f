import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AFTER,
  costOf,
  extend,
  type FillInput,
  type FillRide,
  type FillRoute,
  type FillState,
  LEAST_APPROACH,
  LOAD,
  startOf,
  WORTH,
} from '#shared/transport/fill.ts'
import { greedyFill } from '#shared/transport/greedy-fill.ts'
import { fillDay } from '#server/plan/fill-search.ts'
import { solveFill } from '#server/plan/solve-fill.ts'

const PLACES = 5
/** Places on a line, twenty minutes and twenty kilometres from one to the next. */
const table = Array.from({ length: PLACES }, (_, a) =>
  Array.from({ length: PLACES }, (__, b) => Math.abs(a - b) * 20),
)
const place = fc.integer({ min: 0, max: PLACES - 1 })
const anyInput: fc.Arbitrary<FillInput> = fc
  .record({
    rides: fc.array(
      fc.record({
        from: place,
        to: place,
        urgent: fc.boolean(),
        earliest: fc.integer({ min: 0, max: 30 }).map((tens) => tens * 10),
        width: fc.integer({ min: 0, max: 240 }),
        only: fc.integer({ min: 0, max: 3 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    homes: fc.tuple(place, place),
    block: fc.option(fc.record({ from: place, to: place, start: fc.integer({ min: 30, max: 400 }) })),
    until: fc.integer({ min: 200, max: 900 }),
    slack: fc.constantFrom(0, 30),
  })
  .map(({ rides, homes, block, until, slack }) => ({
    rides: rides.map(({ width, only, ...ride }, index): FillRide => {
      const fits: Record<number, number> = only === 0 ? { 0: 0 } : only === 1 ? { 1: 1 } : { 0: 0, 1: 1 }
      return { ...ride, id: String(index), latest: ride.earliest + width, fits }
    }),
    vehicles: homes.map((home, index) => ({
      id: String(index),
      home,
      slow: index === 0,
      shifts: [{ from: 0, until: index === 0 ? until : 10_000 }],
      blocks: index === 0 && block !== null ? [{ ...block, end: block.start + 100 }] : [],
    })),
    minutes: { slow: table, fast: table },
    km: table,
    slack,
  }))

/** The least cost over every way to deal the rides out and drive them, tried one by one. */
function leastCost(input: FillInput): number {
  const states = input.vehicles.map(startOf)
  const go = (left: readonly number[], at: readonly FillState[]): number => {
    let least = 0
    for (const index of left)
      for (const [vehicle, known] of input.vehicles.entries()) {
        const [ride, state] = [input.rides[index], at[vehicle]]
        if (!ride || !state || !(vehicle in ride.fits)) continue
        const made = extend(input, known, state, ride)
        if (made === null) continue
        const rest = go(
          left.filter((one) => one !== index),
          at.map((one, which) => (which === vehicle ? made.state : one)),
        )
        least = Math.min(least, costOf(ride, vehicle, made.emptyKm, made.departs) + rest)
      }
    return least
  }
  return go(
    input.rides.map((_, index) => index),
    states,
  )
}
const costAll = (routes: readonly FillRoute[]) => routes.reduce((sum, { cost }) => sum + cost, 0)

describe('the best filling of a day', () => {
  it('is the best of all there are, and says so', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput, async (input) => {
        const filling = await fillDay(input, 4000)
        expect(costAll(filling.routes)).toBeCloseTo(leastCost(input), 3)
        // What is proven is the best; where a bound is known, it never lies above what was found.
        if (filling.optimal) expect(filling.gap).toBeLessThan(0.25)
        expect(costAll(filling.routes)).toBeLessThanOrEqual(costAll(greedyFill(input)) + 1e-6)
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('no vehicle is in two places, no ride outside its window, none twice, none that does not fit', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput, async (input) => {
        const { routes } = await fillDay(input, 4000)
        const driven = routes.flatMap(({ legs }) => legs.map(({ ride }) => ride))
        expect(new Set(driven).size).toBe(driven.length)
        expect(new Set(routes.map(({ vehicle }) => vehicle)).size).toBe(routes.length)
        for (const { vehicle: at, legs } of routes) {
          const vehicle = input.vehicles[at]
          const held = [...(vehicle?.blocks ?? [])]
          for (const { ride: index, departs } of legs) {
            const ride = input.rides[index]
            if (ride === undefined) throw new Error('no such ride')
            expect(at in ride.fits).toBe(true)
            expect(departs).toBeGreaterThanOrEqual(ride.earliest)
            expect(departs).toBeLessThanOrEqual(ride.latest)
            const drive = table[ride.from]?.[ride.to] ?? 0
            const shift = vehicle?.shifts[0]
            expect(departs + drive + AFTER).toBeLessThanOrEqual(shift?.until ?? 0)
            held.push({ from: ride.from, to: ride.to, start: departs, end: departs + drive + AFTER })
          }
          held.sort((a, b) => a.start - b.start)
          for (const [index, next] of held.entries()) {
            const before = held[index - 1]
            const empty = table[before?.to ?? vehicle?.home ?? 0]?.[next.from] ?? 0
            const isFirstBlock = before === undefined && vehicle?.blocks.includes(next)
            if (!isFirstBlock)
              expect(next.start - (before?.end ?? 0)).toBeGreaterThanOrEqual(
                Math.max(LEAST_APPROACH, empty + LOAD),
              )
          }
        }
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('no number of planned rides outweighs an urgent one', () => {
    expect(WORTH.urgent).toBeGreaterThan(WORTH.planned * 300)
  })

  it('comes from a thread of its own; nothing to fill is proven at once', async () => {
    const none = { rides: [], vehicles: [], minutes: { slow: [], fast: [] }, km: [], slack: 0 }
    expect(await solveFill(none, 1000)).toMatchObject({ routes: [], optimal: true, gap: 0 })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { greatCircleKm } from '#shared/matching/distance.ts'

const anyPlace = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
})

/** The same distance by the angle between the two directions from the centre of the earth. */
function byVectors(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const [x, y] = [a, b].map(({ lat, lon }) => {
    const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180]
    return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)] as const
  })
  if (x === undefined || y === undefined) return Number.NaN
  const cross = Math.hypot(x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0])
  return 6371.0088 * Math.atan2(cross, x[0] * y[0] + x[1] * y[1] + x[2] * y[2])
}

describe('greatCircleKm', () => {
  it('knows a quarter and half of the way round, and that there is no way to itself', () => {
    expect(greatCircleKm({ lat: 0, lon: 0 }, { lat: 90, lon: 0 })).toBeCloseTo((Math.PI / 2) * 6371.0088, 6)
    expect(greatCircleKm({ lat: 0, lon: -90 }, { lat: 0, lon: 90 })).toBeCloseTo(Math.PI * 6371.0088, 6)
    expect(greatCircleKm({ lat: 52.1, lon: 5.1 }, { lat: 52.1, lon: 5.1 })).toBe(0)
  })

  it('agrees with the angle between two directions, both ways', () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, (a, b) => {
        const distance = greatCircleKm(a, b)
        expect(greatCircleKm(b, a)).toBe(distance)
        // Haversine is blunt near the antipodes: there a metre is all it gives.
        expect(Math.abs(distance - byVectors(a, b))).toBeLessThan(distance > 19_000 ? 0.2 : 0.001)
      }),
      { numRuns: 2000 },
    )
  })
})

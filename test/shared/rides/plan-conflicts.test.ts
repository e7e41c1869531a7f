import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hospitals } from '#shared/reference/hospitals.ts'
import { roadBetween } from '#shared/reference/distances.ts'
import { clashWith, nearestDeparture, shiftAt, shiftFault } from '#shared/rides/plan-conflicts.ts'
import type { Ride } from '#shared/rides/ride.ts'
import { rideSpan } from '#shared/rides/ride-span.ts'
import { anId, aRide, plus, T0 } from '#test/support/builders.ts'

const free = { hours: null, out: null }
const day = { from: '08:00', until: '16:00' }

describe('the nearest departure', () => {
  const trips = fc.record({
    at: fc.integer({ min: 0, max: 900 }),
    from: fc.integer({ min: 0, max: hospitals.length - 1 }),
    to: fc.integer({ min: 0, max: hospitals.length - 1 }),
  })
  const rideOf = ({ at, from, to }: { at: number; from: number; to: number }, index: number): Ride =>
    aRide({
      id: anId(100 + index),
      transfer: anId(200 + index),
      departAt: plus(at),
      from: hospitals[from]?.id ?? '',
      to: hospitals[to]?.id ?? '',
    })

  it('no vehicle is in two places: what is planned at it leaves time to drive from one to the other', () => {
    fc.assert(
      fc.property(fc.array(trips, { minLength: 1, maxLength: 8 }), (wishes) => {
        const driven: Ride[] = []
        wishes.forEach((wish, index) => {
          const asked = rideOf(wish, index)
          const departAt = nearestDeparture(asked, free, driven, T0)
          if (departAt !== null) driven.push({ ...asked, departAt })
        })
        expect(driven).toHaveLength(wishes.length)
        const line = driven.toSorted((a, b) => a.departAt.localeCompare(b.departAt))
        for (const [index, next] of line.entries()) {
          const before = line[index - 1]
          if (before === undefined) continue
          const empty = roadBetween(before.to, next.from)?.micuMinutes ?? 0
          const gap = (Date.parse(next.departAt) - Date.parse(rideSpan(before).until)) / 60_000
          expect(gap).toBeGreaterThanOrEqual(Math.max(30, empty + 15) - 1e-9)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('is the wish itself where nothing stands in the way, and never sooner than the wish', () => {
    const ride = aRide({ id: anId(1), departAt: plus(60) })
    expect(nearestDeparture(ride, free, [], T0)).toBe(plus(60))
    const late = nearestDeparture({ ...ride, id: anId(2), departAt: plus(90) }, free, [ride], T0)
    expect(late !== null && late > plus(90)).toBe(true)
    expect(clashWith({ ...ride, id: anId(2), departAt: late ?? '' }, [ride], T0)).toBeUndefined()
  })

  it('waits for the shift and for the end of an outage; without one there is none', () => {
    const ride = aRide({ departAt: '2026-11-21T20:00:00.000Z' })
    expect(nearestDeparture(ride, { ...free, hours: day }, [], T0)).toBe('2026-11-22T07:30:00.000Z')
    const out = { from: T0, until: plus(600), reason: 'defect' } as const
    expect(nearestDeparture(aRide(), { ...free, out }, [], T0)).toBe(plus(630))
    expect(nearestDeparture(aRide(), { ...free, out: { ...out, until: null } }, [], T0)).toBeNull()
  })
})

describe('the crew’s hours', () => {
  it('are those of the local day; around the clock is no bound', () => {
    expect(shiftAt(day, T0)).toEqual({ from: '2026-11-21T07:00:00.000Z', until: '2026-11-21T15:00:00.000Z' })
    expect(shiftAt(day, '2026-07-01T18:00:00.000Z')).toEqual({
      from: '2026-07-02T06:00:00.000Z',
      until: '2026-07-02T14:00:00.000Z',
    })
    expect(shiftAt({ from: '00:00', until: '24:00' }, T0)).toBeNull()
    expect(shiftAt(null, T0)).toBeNull()
  })

  it('a ride that passes their end is told, with the first departure that does not', () => {
    expect(shiftFault(aRide(), day)).toBeNull()
    expect(shiftFault(aRide({ departAt: '2026-11-21T14:00:00.000Z' }), day)).toMatchObject({
      until: '2026-11-21T15:00:00.000Z',
      next: '2026-11-22T07:30:00.000Z',
    })
    const tooLong = shiftFault(aRide(), { from: '10:30', until: '11:30' })
    expect(tooLong).toMatchObject({ next: null })
  })
})

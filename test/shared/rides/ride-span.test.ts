import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roadBetween } from '#shared/reference/distances.ts'
import { RIDE_STATES } from '#shared/rides/ride.ts'
import { driveMinutes, heldUntil, holdsVehicle, overlaps, rideSpan } from '#shared/rides/ride-span.ts'
import { plus, aRide, places } from '#test/support/builders.ts'

describe('how long a ride holds its vehicle', () => {
  it('as planned: half an hour before, the drive, three quarters after', () => {
    const road = roadBetween(places.from, places.to)
    expect(driveMinutes(aRide())).toBe(road?.micuMinutes)
    expect(driveMinutes({ ...aRide(), vehicleKind: 'ambulance' })).toBe(road?.ambulanceMinutes)
    expect(rideSpan(aRide())).toEqual({ from: plus(30), until: plus(60 + (road?.micuMinutes ?? 0) + 45) })
    expect(driveMinutes({ ...aRide(), to: 'nergens' })).toBe(60)
  })

  it('once underway: from now, and from its last step on for what is left of it', () => {
    const drive = driveMinutes(aRide())
    const departed = aRide({ state: 'departed', since: plus(300) })
    expect(heldUntil(departed)).toBe(plus(300 + drive + 45))
    expect(heldUntil(aRide({ state: 'handed-over', since: plus(300) }))).toBe(plus(345))
    expect(holdsVehicle(departed, plus(-5))).toBe(true)
    expect(holdsVehicle(departed, plus(300 + drive + 44))).toBe(true)
    expect(holdsVehicle(departed, plus(300 + drive + 45))).toBe(false)
    expect(holdsVehicle(aRide(), plus(29))).toBe(false)
    expect(holdsVehicle(aRide(), plus(30))).toBe(true)
    expect(holdsVehicle(aRide({ state: 'aborted' }), plus(60))).toBe(false)
    expect(holdsVehicle(aRide({ state: 'available' }), plus(60))).toBe(false)
  })

  it('a plan overlaps a ride that holds the vehicle at some minute of it, or leaves no time to drive over', () => {
    // Both go the same way: after either, the vehicle drives back empty and loads.
    const back = driveMinutes({ ...aRide(), from: places.to, to: places.from }) + 15 - 30
    fc.assert(
      fc.property(
        fc.constantFrom(...RIDE_STATES.filter((state) => state !== 'aborted' && state !== 'available')),
        fc.integer({ min: -300, max: 300 }),
        fc.integer({ min: -200, max: 0 }),
        fc.integer({ min: 0, max: 600 }),
        (state, departs, since, wanted) => {
          const ride = aRide({ state, departAt: plus(departs), since: plus(since) })
          const plan = { ...aRide(), departAt: plus(wanted) }
          const { from, until } = rideSpan(plan)
          const minutes = (Date.parse(until) - Date.parse(from)) / 60_000 + 2 * back
          const holds = Array.from({ length: minutes }, (_, minute) =>
            holdsVehicle(ride, plus(minute - back, from)),
          )
          expect(overlaps(ride, plan, plus(-1000))).toBe(holds.includes(true))
        },
      ),
      { numRuns: 300 },
    )
  })
})

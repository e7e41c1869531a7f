import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INTERVALS, rideIntervals } from '#shared/reports/ride-intervals.ts'
import { RIDE_LINE } from '#shared/rides/ride-steps.ts'
import { aRide, aTransfer, places, plus, T0 } from '#test/support/builders.ts'

const transfer = aTransfer({ submittedAt: T0, toRegion: places.toRegion })
const state = (name: string, minute: number) => ({
  name: 'transfer.claimed' as const,
  subject: 'transfer' as const,
  id: transfer.id,
  at: plus(minute),
  data: { state: name, since: plus(minute) },
})
const events = [state('verifying', 0), state('matching', 10), state('offered', 30), state('reserved', 45)]
const times = {
  planned: { at: plus(60), entered: plus(60) },
  departed: { at: plus(100), entered: plus(100) },
  'at-destination': { at: plus(160), entered: plus(160) },
  available: { at: plus(200), entered: plus(200) },
}

describe('how long each part took', () => {
  it('from the filing to the free vehicle, with what delayed it', () => {
    const notes = [
      { at: plus(110), note: 'weather' as const },
      { at: plus(120), note: 'traffic' as const },
      { at: plus(130), note: 'traffic' as const },
    ]
    const incidents = [{ at: plus(140), incident: 'oxygen-low' as const }]
    const row = rideIntervals(transfer, aRide({ state: 'available', times, notes, incidents }), events)
    expect(row).toMatchObject({
      minutes: { verify: 10, match: 20, confirm: 15, plan: 15, depart: 40, arrive: 60, free: 40 },
      delays: ['traffic', 'weather'],
      incidents: ['oxygen-low'],
    })
  })

  it('what did not happen is not known, not nought', () => {
    const row = rideIntervals(transfer, aRide({ times: { planned: times.planned } }), events)
    expect(row.minutes).toMatchObject({ plan: 15, depart: null, arrive: null, free: null })
  })

  it('one that nobody verified has no part of verifying, not a short one', () => {
    const row = rideIntervals(transfer, aRide({ times }), events.slice(1))
    expect(row.minutes).toMatchObject({ verify: null, match: 20, confirm: 15 })
  })

  it('is never negative, whatever clocks said', () => {
    const some = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 11, maxLength: 11 })
    fc.assert(
      fc.property(some, (at) => {
        const steps = Object.fromEntries(
          RIDE_LINE.map((step, index) => [step, { at: plus(at[index] ?? 0), entered: T0 }]),
        )
        const told = ['matching', 'offered', 'reserved'].map((name, index) => state(name, at[8 + index] ?? 0))
        const { minutes } = rideIntervals(transfer, aRide({ times: steps }), told)
        for (const name of INTERVALS) expect(minutes[name] ?? 0).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

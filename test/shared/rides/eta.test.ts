import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { etaAtDestination, etaAtOrigin, plannedArrival } from '#shared/rides/eta.ts'
import { driveMinutes } from '#shared/rides/ride-span.ts'
import { RIDE_STATES } from '#shared/rides/ride.ts'
import { ETA_MINUTES } from '#shared/rides/tell-ride.ts'
import { anId, aRide, people, plus, T0 } from '#test/support/builders.ts'
import { departed, planned } from '#test/support/stories.ts'

const ride = anId(3)
const drive = driveMinutes(aRide())
const told = { entered: T0 }

describe('when a ride is expected', () => {
  it('is reckoned: from the plan, from the departure, never before now', () => {
    const estimate = { source: 'estimate', said: null }
    expect(etaAtDestination(aRide(), T0)).toEqual({ ...estimate, at: plus(60 + drive), lateBy: 0 })
    expect(etaAtDestination(aRide(), plus(90))).toEqual({ ...estimate, at: plus(90 + drive), lateBy: 30 })
    const left = aRide({ state: 'departed', times: { departed: { at: plus(70), ...told } } })
    expect(etaAtDestination(left, plus(75))).toEqual({ ...estimate, at: plus(70 + drive), lateBy: 10 })
    expect(etaAtDestination(left, plus(900))?.at).toBe(plus(900))
  })

  it('is what was said, with by whom and when', () => {
    const story = departed()
    story.do(people.crew, 'ride.eta', { ride, at: plus(100 + drive) }, plus(5))
    expect(etaAtDestination(story.ride(ride), plus(6))).toEqual({
      at: plus(100 + drive),
      source: 'crew',
      said: plus(5),
      lateBy: 40,
    })
    story.do(people.desk, 'ride.eta', { ride, at: plus(90 + drive) }, plus(7))
    expect(etaAtDestination(story.ride(ride), plus(8))).toMatchObject({
      source: 'transport-desk',
      lateBy: 30,
    })
    expect(story.refusal(people.crew, 'ride.eta', { ride, at: plus(60) }, plus(6)).code).toBe('step.refused')
    story.do(people.crew, 'ride.advance', { ride, to: 'at-destination' }, plus(40))
    expect(etaAtDestination(story.ride(ride), plus(41))).toBe(null)
  })

  it('before the patient is aboard it is about the origin, and delays the rest', () => {
    const story = planned()
    story.do(people.crew, 'ride.accept', { ride })
    story.do(people.crew, 'ride.eta', { ride, at: plus(100) })
    const row = story.ride(ride)
    expect(etaAtOrigin(row)).toMatchObject({ at: plus(100), source: 'crew', lateBy: 40 })
    expect(etaAtDestination(row, T0)).toMatchObject({ at: plus(100 + drive), source: 'estimate', lateBy: 40 })
    story.do(people.crew, 'ride.advance', { ride, to: 'at-origin' }, plus(95))
    expect(etaAtOrigin(story.ride(ride))).toBe(null)
  })

  it.each([[ETA_MINUTES.min - 1], [ETA_MINUTES.max + 1]])(
    '%i minutes from now is refused with the bounds',
    (minutes) => {
      expect(departed().refusal(people.crew, 'ride.eta', { ride, at: plus(minutes) })).toEqual({
        code: 'command.invalid',
        fields: [{ field: 'at', fault: 'range', ...ETA_MINUTES }],
      })
    },
  )

  it('of any ride: none once it is there, an estimate never in the past, lateness by the plan', () => {
    const states = fc.constantFrom(...RIDE_STATES)
    fc.assert(
      fc.property(states, fc.integer({ min: -300, max: 300 }), (state, minutes) => {
        const row = aRide({ state, times: { departed: { at: plus(10), ...told } } })
        const eta = etaAtDestination(row, plus(minutes))
        const isOver = ['at-destination', 'handed-over', 'available', 'aborted'].includes(state)
        expect(eta === null).toBe(isOver)
        if (eta === null) return
        expect(Date.parse(eta.at)).toBeGreaterThanOrEqual(Date.parse(plus(minutes)))
        expect(eta.lateBy).toBe(Math.round((Date.parse(eta.at) - Date.parse(plannedArrival(row))) / 60_000))
      }),
    )
  })
})

describe('incidents and refusals at the bed', () => {
  it('an incident is added, in order; before the bed there is none', () => {
    const story = planned()
    expect(story.refusal(people.crew, 'ride.incident', { ride, incident: 'collision' }).code).toBe(
      'step.refused',
    )
    const driven = departed()
    driven.do(people.crew, 'ride.incident', { ride, incident: 'oxygen-low' }, plus(4))
    driven.do(people.crew, 'ride.incident', { ride, incident: 'patient-worse' }, plus(6))
    expect(driven.ride(ride).incidents).toEqual([
      { at: plus(4), incident: 'oxygen-low' },
      { at: plus(6), incident: 'patient-worse' },
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { isActive } from '#shared/rides/ride.ts'
import { anId, people, places, plus } from '#test/support/builders.ts'
import { planned, reserved } from '#test/support/stories.ts'

const ride = anId(3)
const transfer = anId(1)
const CRITERIA = 'stabiel op vaste instellingen'

describe('a ride that is not taken', () => {
  it('goes back to the desk with its bed, frees the vehicle, and rings', () => {
    const story = planned()
    story.do(people.crew, 'ride.decline', { ride, why: 'no-time-in-shift' })
    expect(story.ride(ride)).toMatchObject({
      state: 'aborted',
      abortReason: 'not-accepted-by-crew',
      refusal: 'no-time-in-shift',
    })
    expect(isActive(story.ride(ride))).toBe(false)
    expect(story.transfer(transfer)).toMatchObject({ state: 'reserved', ride: null, vehicle: null })
    expect(story.bedsAt(places.to).reserved).toBe(1)
    expect(story.openAlertOf(transfer)).toMatchObject({
      act: 'plan',
      who: 'transport-desk',
      org: places.desk,
      state: 'raised',
    })
    const again = { transfer, vehicle: places.vehicle, escorted: false, departAt: plus(60) }
    story.do(people.desk, 'ride.plan', { ...again, ride: anId(4) })
  })

  it('once accepted it is broken off, not declined', () => {
    const story = planned()
    story.do(people.crew, 'ride.accept', { ride })
    expect(story.refusal(people.crew, 'ride.decline', { ride, why: 'equipment' })).toEqual({
      code: 'step.refused',
      facts: { state: 'accepted' },
    })
  })
})

describe('an escort that does not go along', () => {
  const escorted = () => {
    const story = reserved({ escort: { criteria: CRITERIA } })
    const plan = { transfer, vehicle: 'amb-vr09-1', escorted: true, departAt: plus(60) }
    story.do(people.desk, 'ride.plan', { ...plan, ride })
    return story
  }

  it('ends the ride at the bed: the bed stays, the desk plans again', () => {
    const story = escorted()
    story.do(people.intensivist, 'ride.refuse-escort', {
      ride,
      why: 'patient-unstable',
      note: 'druk daalt',
    })
    expect(story.ride(ride)).toMatchObject({ state: 'aborted', abortReason: 'escort-refused' })
    expect(story.transfer(transfer)).toMatchObject({ state: 'reserved', ride: null })
    expect(story.openAlertOf(transfer)).toMatchObject({ act: 'plan', state: 'raised' })
  })

  it('is nobody’s to refuse on a ride without one', () => {
    expect(planned().refusal(people.intensivist, 'ride.refuse-escort', { ride, why: 'other' })).toEqual({
      code: 'step.refused',
      facts: { state: 'not-escorted' },
    })
  })
})

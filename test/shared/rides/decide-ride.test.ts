import { describe, expect, it } from 'vitest'
import { RIDE_LINE } from '#shared/rides/ride-steps.ts'
import type { RideState } from '#shared/rides/ride.ts'
import { plus, anId, people, places, T0 } from '#test/support/builders.ts'
import { planned } from '#test/support/stories.ts'

const ride = anId(3)

describe('stepping through a ride', () => {
  it('moves the transfer, the bed and the origin with it, and stamps both clocks', () => {
    const story = planned()
    const occupied = story.bedsAt(places.from).occupied
    story.do(people.crew, 'ride.accept', { ride })
    for (const to of ['en-route', 'at-origin'] as const) story.do(people.crew, 'ride.advance', { ride, to })
    expect(story.transfer(anId(1)).state).toBe('planned')
    story.now = plus(20)
    story.do(
      people.crew,
      'ride.advance',
      { ride, to: 'departed', check: story.transfer(anId(1)).code.slice(3) },
      plus(15),
    )
    expect(story.transfer(anId(1)).state).toBe('in-transit')
    expect(story.bedsAt(places.from).occupied).toBe(occupied - 1)
    expect(story.ride(ride)).toMatchObject({
      checked: 'code',
      times: { departed: { at: plus(15), entered: plus(20) } },
    })
    story.do(people.crew, 'ride.advance', { ride, to: 'at-destination' })
    expect(story.transfer(anId(1)).state).toBe('arrived')
    expect(story.bedsAt(places.to)).toMatchObject({ reserved: 0, occupied: 7, crisis: 5 })
    for (const to of ['handed-over', 'available'] as const)
      story.do(people.crew, 'ride.advance', { ride, to })
    expect(story.transfer(anId(1)).state).toBe('arrived')
  })

  it('takes each step once', () => {
    const story = planned()
    story.do(people.crew, 'ride.accept', { ride })
    story.do(people.crew, 'ride.advance', { ride, to: 'en-route' })
    for (const to of ['accepted', 'en-route'] as const)
      expect(story.refusal(people.crew, 'ride.advance', { ride, to })).toEqual({
        code: 'step.refused',
        facts: { state: 'en-route' },
      })
    expect(story.refusal(people.crew, 'ride.accept', { ride }).code).toBe('step.refused')
  })

  it('keeps notes in order', () => {
    const story = planned()
    story.do(people.crew, 'ride.note', { ride, note: 'traffic' })
    story.do(people.desk, 'ride.note', { ride, note: 'weather' }, plus(3))
    expect(story.ride(ride).notes).toEqual([
      { at: T0, note: 'traffic' },
      { at: plus(3), note: 'weather' },
    ])
  })
})

describe('the code at the bed', () => {
  const atOrigin = () => {
    const story = planned()
    story.do(people.crew, 'ride.accept', { ride })
    for (const to of ['en-route', 'at-origin'] as const) story.do(people.crew, 'ride.advance', { ride, to })
    const code = 'ABC012'
    story.transfers.set(anId(1), { ...story.transfer(anId(1)), code })
    return story
  }
  const depart = (more: { check?: string; override?: string }) => {
    const story = atOrigin()
    const decision = story.act(people.crew, 'ride.advance', { ride, to: 'departed', ...more })
    return 'refused' in decision ? decision.refused : story.ride(ride).checked
  }

  it('stops aloud when it is another, or was not read', () => {
    expect(depart({ check: '013' })).toEqual({ code: 'code.mismatch', facts: { why: 'other' } })
    expect(depart({})).toEqual({ code: 'code.mismatch', facts: { why: 'missing' } })
  })

  it('is read as people write it: small letters, O for 0, I for 1', () => {
    for (const check of ['012', 'o12', 'Oi2', 'OL2']) expect(depart({ check })).toBe('code')
  })

  it('is passed over with a reason only, and the ride says so', () => {
    expect(depart({ check: '013', override: 'papieren nat' })).toBe('override')
    expect(depart({ override: 'papieren nat' })).toBe('override')
    expect(depart({ check: '012', override: 'niet nodig' })).toBe('code')
  })

  it('is asked for on departure only', () => {
    const story = planned()
    story.do(people.crew, 'ride.accept', { ride })
    story.do(people.crew, 'ride.advance', { ride, to: 'en-route' })
    expect(story.ride(ride).checked).toBe(null)
  })
})

/** All rows, without what counts the entries themselves. */
const picture = (story: ReturnType<typeof planned>) => {
  const { wrote: _, ...rideRow } = story.ride(ride)
  const rows = [rideRow, story.transfer(anId(1)), story.reservation(anId(2)), ...story.beds.values()]
  return rows.map((row) => ({ ...row, rev: 0 }))
}

describe('undo', () => {
  /** The story up to this state, one minute per step, and how the rows stood one step before. */
  const upTo = (target: RideState) => {
    const story = planned()
    let before = picture(story)
    for (const [minute, to] of RIDE_LINE.entries()) {
      if (to === 'planned') continue
      story.now = plus(minute)
      before = picture(story)
      if (to === 'accepted') story.do(people.crew, 'ride.accept', { ride })
      else story.do(people.crew, 'ride.advance', { ride, to, override: 'proef' })
      if (to === target) break
    }
    return { story, before }
  }
  const steps = RIDE_LINE.filter((step) => step !== 'planned')

  it.each(steps)('of %s within ten seconds restores every row', (step) => {
    const { story, before } = upTo(step)
    expect(picture(story)).not.toEqual(before)
    story.now = plus(10 / 60, story.now)
    story.do(people.crew, 'ride.undo', { ride, step })
    expect(picture(story)).toEqual(before)
  })

  it.each(steps)('of %s is too late after that', (step) => {
    const { story } = upTo(step)
    story.now = plus(10.1 / 60, story.now)
    expect(story.refusal(people.crew, 'ride.undo', { ride, step })).toEqual({ code: 'undo.too-late' })
  })

  it('takes back the step that was tapped, not another', () => {
    const { story } = upTo('at-origin')
    expect(story.refusal(people.crew, 'ride.undo', { ride, step: 'en-route' })).toEqual({
      code: 'step.refused',
      facts: { state: 'at-origin' },
    })
  })

  it('counts ten seconds on the phone’s clock, however late it is sent', () => {
    const { story } = upTo('departed')
    const tapped = story.now
    story.now = plus(240)
    story.do(people.crew, 'ride.undo', { ride, step: 'departed' }, plus(8 / 60, tapped))
    expect(story.transfer(anId(1)).state).toBe('planned')
  })

  it('of handing over is refused once the transfer was closed', () => {
    const { story } = upTo('handed-over')
    story.do(people.receiver, 'transfer.close', { transfer: anId(1) })
    expect(story.refusal(people.crew, 'ride.undo', { ride, step: 'handed-over' })).toEqual({
      code: 'step.refused',
      facts: { state: 'closed' },
    })
  })

  it('of a diversion is refused: its first bed was given back', () => {
    const { story } = upTo('departed')
    const hospital = places.sibling
    story.do(people.crew, 'ride.divert', { ride, reservation: anId(9), hospital, reason: 'brug dicht' })
    expect(story.refusal(people.crew, 'ride.undo', { ride, step: 'at-destination' })).toEqual({
      code: 'step.refused',
      facts: { state: 'diverted' },
    })
  })
})

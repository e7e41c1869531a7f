import { describe, expect, it } from 'vitest'
import { correctBounds } from '#shared/rides/step-times.ts'
import { anId, people, plus, T0 } from '#test/support/builders.ts'
import { planned } from '#test/support/stories.ts'

const ride = anId(3)

/** One step every ten minutes, up to the arrival. */
const arrived = () => {
  const story = planned()
  story.do(people.crew, 'ride.accept', { ride })
  const steps = ['en-route', 'at-origin', 'departed', 'at-destination'] as const
  for (const [index, to] of steps.entries()) {
    story.now = plus((index + 1) * 10)
    story.do(people.crew, 'ride.advance', { ride, to, override: 'proef' })
  }
  return story
}
type Step = Parameters<typeof correctBounds>[1]
const refused = (story: ReturnType<typeof arrived>, step: 'departed' | 'at-destination', at: string) =>
  story.refusal(people.crew, 'ride.correct', { ride, step, at })

describe('correcting a time', () => {
  it('keeps what was written first beside it, however often', () => {
    const story = arrived()
    story.do(people.crew, 'ride.correct', { ride, step: 'departed', at: plus(25) })
    story.do(people.crew, 'ride.correct', { ride, step: 'departed', at: plus(26) })
    expect(story.ride(ride)).toMatchObject({ state: 'at-destination', wrote: 'departed', since: plus(40) })
    expect(story.ride(ride).times.departed).toEqual({ at: plus(26), entered: plus(30), first: plus(30) })
    expect(story.events.slice(-2)).toEqual(['ride.corrected', 'ride.corrected'])
  })

  it('of the head moves since when the ride and the transfer are there', () => {
    const story = arrived()
    story.do(people.crew, 'ride.correct', { ride, step: 'at-destination', at: plus(35) })
    expect(story.ride(ride).since).toBe(plus(35))
    expect(story.transfer(anId(1))).toMatchObject({ state: 'arrived', since: plus(35) })
    expect(story.events.slice(-2)).toEqual(['ride.corrected', 'transfer.corrected'])
  })

  it('stays between the step before and the one after it, and out of the future', () => {
    const story = arrived()
    story.now = plus(60)
    const code = 'correct.out-of-bounds'
    expect(refused(story, 'departed', plus(19))).toEqual({ code, facts: { from: plus(20), until: plus(40) } })
    expect(refused(story, 'departed', plus(41)).code).toBe(code)
    expect(refused(story, 'at-destination', plus(61))).toEqual({
      code,
      facts: { from: plus(30), until: plus(60) },
    })
    for (const at of [plus(20), plus(40)])
      story.do(people.crew, 'ride.correct', { ride, step: 'departed', at })
  })

  it('of the first step goes back to the planning', () => {
    const story = arrived()
    expect(correctBounds(story.ride(ride), 'accepted', story.now)).toEqual({ from: T0, until: plus(10) })
  })

  it('is possible for twelve hours after the entry', () => {
    const story = arrived()
    story.now = plus(30 + 12 * 60)
    story.do(people.crew, 'ride.correct', { ride, step: 'departed', at: plus(31) })
    story.now = plus(30 + 12 * 60 + 1)
    expect(refused(story, 'departed', plus(32))).toEqual({ code: 'correct.too-late' })
  })

  it('is for a step that was taken', () => {
    const story = arrived()
    const step: Step = 'handed-over'
    expect(correctBounds(story.ride(ride), step, story.now)).toBe(null)
    expect(story.refusal(people.crew, 'ride.correct', { ride, step, at: plus(41) })).toEqual({
      code: 'step.refused',
      facts: { state: 'at-destination' },
    })
  })

  it('leaves ten seconds from the tap to undo it', () => {
    const story = arrived()
    story.do(people.crew, 'ride.correct', { ride, step: 'at-destination', at: plus(35) })
    story.now = plus(40 + 9 / 60)
    story.do(people.crew, 'ride.undo', { ride, step: 'at-destination' })
    expect(story.ride(ride)).toMatchObject({ state: 'departed', since: plus(30) })
  })
})

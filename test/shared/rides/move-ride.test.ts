import { describe, expect, it } from 'vitest'
import { micuCentre } from '#shared/reference/micu-centres.ts'
import type { Payload } from '#shared/wire/command.ts'
import { anId, aPerson, people, places, plus } from '#test/support/builders.ts'
import { planned } from '#test/support/stories.ts'

const ride = anId(3)
const other = 'micu-amsterdam-umc-amc-1'
const to = (over: Partial<Payload<'ride.move'>> = {}): Payload<'ride.move'> => ({
  ride,
  vehicle: places.vehicle,
  escorted: false,
  departAt: plus(120),
  ...over,
})

describe('a planned ride that is moved', () => {
  it('keeps its row, drives at the new time in the new vehicle, and can be moved back', () => {
    const story = planned()
    const { departAt } = story.ride(ride)
    story.do(people.desk, 'ride.move', to({ vehicle: other }))
    expect(micuCentre('micu-amsterdam-umc-amc')).toBeDefined()
    expect(story.ride(ride)).toMatchObject({
      state: 'planned',
      vehicle: other,
      org: 'micu-amsterdam-umc-amc',
      departAt: plus(120),
    })
    expect(story.transfer(anId(1))).toMatchObject({ state: 'planned', vehicle: other, ride })
    story.do(people.desk, 'ride.move', to({ departAt }))
    expect(story.ride(ride)).toMatchObject({ vehicle: places.vehicle, departAt })
    expect(story.rides.size).toBe(1)
  })

  it.each([
    ['where it stands already', { departAt: plus(60) }, 'already-exists'],
    ['into the past', { departAt: plus(-30) }, 'time.past'],
    ['out of its window without a reason', { departAt: plus(60 * 24) }, 'reason.required'],
    ['onto a vehicle that R4 excludes', { vehicle: 'ambplus-1' }, 'vehicle.not-allowed'],
    ['onto no vehicle', { vehicle: 'nergens-1' }, 'command.invalid'],
  ] as const)('%s is refused, and it stays where it was', (_, over, code) => {
    const story = planned()
    const before = story.ride(ride)
    expect(story.refusal(people.desk, 'ride.move', to(over)).code).toBe(code)
    expect(story.ride(ride)).toEqual(before)
  })

  it('says whether it drives outside its window, and no longer when it does not', () => {
    const story = planned()
    story.do(people.desk, 'ride.move', to({ departAt: plus(60 * 24), windowReason: 'afgesproken' }))
    expect(story.ride(ride).outsideWindow).toBe(true)
    story.do(people.desk, 'ride.move', to())
    expect(story.ride(ride).outsideWindow).toBe(false)
  })

  it('is the desk’s alone, and until a crew has it', () => {
    const story = planned()
    expect(story.refusal(people.crew, 'ride.move', to()).code).toBe('role.refused')
    expect(story.refusal(aPerson('transport-desk', 'micu-radboudumc'), 'ride.move', to()).code).toBe(
      'not-found',
    )
    story.do(people.crew, 'ride.accept', { ride })
    expect(story.refusal(people.desk, 'ride.move', to()).code).toBe('step.refused')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keysOf, rideAudience, sharesKey, transferAudience } from '#shared/access/audience.ts'
import type { Person } from '#shared/access/parties.ts'
import { RIDE_LINE_STATES } from '#shared/rides/ride.ts'
import type { CommandName, Payload } from '#shared/wire/command.ts'
import { anId, aPerson, aRequest, people, places, plus } from '#test/support/builders.ts'
import { departed, planned } from '#test/support/stories.ts'
import type { Story } from '#test/support/story.ts'

const ride = anId(3)
const transfer = anId(1)
const OTHER = 'micu-radboudumc-1'
const night = aPerson('crew', places.vehicle, 'night')
const relief = aPerson('crew', OTHER)
const leg = { vehicle: places.vehicle, org: places.desk, crew: people.crew.id }

const step = (story: Story, by: Person, to: Payload<'ride.advance'>['to'], at: string) =>
  story.act(by, 'ride.advance', { ride, to, ...(to === 'departed' ? { override: 'proef' } : {}) }, at)

describe('to the next shift', () => {
  it('keeps what was done, and the next to step has it', () => {
    const story = departed()
    story.do(people.crew, 'ride.hand-on', { ride, why: 'end-of-shift' }, plus(10))
    expect(story.ride(ride)).toMatchObject({
      state: 'departed',
      crew: null,
      legs: [{ ...leg, until: plus(10), reason: 'end-of-shift' }],
    })
    story.do(night, 'ride.take-over', { ride }, plus(11))
    expect(story.ride(ride)).toMatchObject({ crew: 'night', legs: [{ crew: people.crew.id }] })
    expect(step(story, night, 'at-destination', plus(30))).not.toHaveProperty('refused')
    expect(Object.keys(story.ride(ride).times)).toEqual([
      'planned',
      'accepted',
      'en-route',
      'at-origin',
      'departed',
      'at-destination',
    ])
  })

  it('a colleague takes it over unasked; what the first still does is refused, what it did is not', () => {
    const story = planned()
    story.do(people.crew, 'ride.accept', { ride })
    story.now = plus(60)
    story.do(night, 'ride.take-over', { ride }, plus(20))
    expect(story.refusal(people.crew, 'ride.advance', { ride, to: 'en-route' }, plus(21))).toEqual({
      code: 'role.refused',
      facts: { crew: 'other' },
    })
    expect(step(story, people.crew, 'en-route', plus(15))).not.toHaveProperty('refused')
    expect(story.ride(ride)).toMatchObject({ crew: 'night', times: { 'en-route': { at: plus(15) } } })
    expect(story.refusal(night, 'ride.take-over', { ride }).code).toBe('step.refused')
  })

  it('a hand-over that comes in after the other took it only says when it was', () => {
    const story = departed()
    story.now = plus(60)
    story.do(night, 'ride.take-over', { ride }, plus(20))
    story.do(people.crew, 'ride.hand-on', { ride, why: 'end-of-shift' }, plus(18))
    expect(story.ride(ride)).toMatchObject({ crew: 'night', legs: [{ until: plus(18) }] })
    expect(story.ride(ride).legs).toHaveLength(1)
  })

  it('in whatever order two phones find signal: one history, the same crew', () => {
    const steps = RIDE_LINE_STATES.slice(1)
    fc.assert(
      // A ride that has ended is handed on to nobody.
      fc.property(fc.nat(steps.length - 1), fc.infiniteStream(fc.boolean()), (shift, coins) => {
        type Told = { by: Person; name: CommandName; payload: object; at: string }
        const tell = (by: Person, to: (typeof steps)[number]): Told => ({
          by,
          name: 'ride.advance',
          payload: { ride, to, ...(to === 'departed' ? { override: 'proef' } : {}) },
          at: plus(10 * (steps.indexOf(to) + 1)),
        })
        const day = steps.slice(0, shift).map((to) => tell(people.crew, to))
        const next: Told[] = [
          { by: night, name: 'ride.take-over', payload: { ride }, at: plus(10 * shift + 5) },
          ...steps.slice(shift).map((to) => tell(night, to)),
        ]
        const story = planned()
        story.do(people.crew, 'ride.accept', { ride }, plus(1))
        story.now = plus(600)
        while (day.length + next.length > 0) {
          const queue = next.length === 0 || (day.length > 0 && coins.next().value === true) ? day : next
          const told = queue.shift()
          if (told !== undefined)
            story.do(told.by, told.name as 'ride.take-over', told.payload as never, told.at)
        }
        const row = story.ride(ride)
        expect(steps.map((to) => row.times[to]?.at)).toEqual(steps.map((_, index) => plus(10 * (index + 1))))
        expect(row).toMatchObject({ state: 'available', crew: 'night' })
        expect(row.legs).toEqual([{ ...leg, until: plus(10 * shift + 5), reason: 'taken-over' }])
        expect(story.transfer(transfer).state).toBe('arrived')
      }),
      { numRuns: 60 },
    )
  })
})

describe('to another vehicle', () => {
  it('goes on with its bed and its history; the first crew keeps the ride in sight, not the patient', () => {
    const story = departed()
    story.do(people.crew, 'ride.hand-on', { ride, vehicle: OTHER, why: 'rendezvous' }, plus(20))
    expect(story.ride(ride)).toMatchObject({
      vehicle: OTHER,
      org: 'micu-radboudumc',
      crew: null,
      state: 'departed',
    })
    const row = story.transfer(transfer)
    expect(row).toMatchObject({ vehicle: OTHER, state: 'in-transit', to: places.to })
    expect(sharesKey(keysOf(people.crew), transferAudience(row))).toBe(false)
    expect(sharesKey(keysOf(people.crew), rideAudience(row, story.ride(ride)))).toBe(true)
    story.now = plus(90)
    expect(step(story, people.crew, 'at-destination', plus(60))).toMatchObject({
      refused: { code: 'role.refused', facts: { crew: 'other' } },
    })
    story.do(people.crew, 'ride.correct', { ride, step: 'departed', at: plus(1) }, plus(19))
    expect(step(story, relief, 'at-destination', plus(60))).not.toHaveProperty('refused')
    expect(story.ride(ride)).toMatchObject({ crew: relief.id, state: 'at-destination' })
  })

  it('is refused where the vehicle drives already, may not carry the patient, or does not exist', () => {
    const story = departed()
    const onto = (vehicle: string) =>
      story.refusal(people.crew, 'ride.hand-on', { ride, vehicle, why: 'vehicle-fault' })
    expect(onto('amb-vr09-1')).toEqual({ code: 'vehicle.not-allowed', reasons: ['no-escort-indication'] })
    expect(onto('tram-9')).toMatchObject({ code: 'command.invalid', fields: [{ field: 'vehicle' }] })
    const second = { transfer: anId(11), reservation: anId(12), ride: anId(13) }
    story.do(people.intensivist, 'transfer.submit', { transfer: second.transfer, request: aRequest() })
    story.do(people.rcps, 'transfer.hand-over', { transfer: second.transfer, note: 'vol' })
    const { transfer: of, reservation } = second
    story.do(people.lcps, 'transfer.offer', { transfer: of, reservation, hospital: places.to, reason: 'ja' })
    const acceptedBy = { role: 'intensivist', phone: '088-7654321' }
    story.do(people.receiver, 'reservation.confirm', { reservation, acceptedBy, needs: [] })
    const plan = { transfer: of, vehicle: OTHER, escorted: false, departAt: plus(30) }
    story.do(people.desk, 'ride.plan', { ...plan, ride: second.ride })
    expect(onto(OTHER).code).toBe('vehicle.taken')
    expect(story.ride(ride).legs).toBeUndefined()
  })
})

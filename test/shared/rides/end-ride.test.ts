import { describe, expect, it } from 'vitest'
import { plus, anId, people, places } from '#test/support/builders.ts'
import { departed, planned } from '#test/support/stories.ts'

const ride = anId(3)
const transfer = anId(1)

describe('a ride aborted before departure', () => {
  it('frees the vehicle, keeps the bed, and the desk plans again', () => {
    const story = planned()
    story.do(people.crew, 'ride.accept', { ride })
    story.do(people.desk, 'ride.abort', { ride, reason: 'vehicle-fault', note: 'startmotor' })
    expect(story.ride(ride)).toMatchObject({ state: 'aborted', abortReason: 'vehicle-fault' })
    expect(story.transfer(transfer)).toMatchObject({
      state: 'reserved',
      ride: null,
      vehicle: null,
      to: places.to,
    })
    expect(story.bedsAt(places.to).reserved).toBe(1)
    const again = { transfer, vehicle: places.vehicle, escorted: false, departAt: plus(60) }
    story.do(people.desk, 'ride.plan', { ride: anId(4), ...again })
    expect(story.transfer(transfer)).toMatchObject({ state: 'planned', ride: anId(4) })
  })
})

describe('a diversion', () => {
  const divert = (story: ReturnType<typeof planned>, hospital: string, reservation = anId(9)) =>
    story.act(people.crew, 'ride.divert', { ride, reservation, hospital, reason: 'brug dicht' })

  it('ends at a full hospital: the old bed is given back, a new one is occupied and marked', () => {
    const story = departed()
    const full = story.bedsAt(places.sibling)
    story.beds.set(full.id, { ...full, operational: 6, occupied: 6, boss: 0 })
    expect(divert(story, places.sibling)).not.toHaveProperty('refused')
    expect(story.bedsAt(places.to)).toMatchObject({ reserved: 0, occupied: 6 })
    expect(story.bedsAt(places.sibling)).toMatchObject({ reserved: 0, occupied: 7, crisis: 5 })
    expect(story.reservation(anId(2))).toMatchObject({ state: 'released', releaseReason: 'diverted' })
    expect(story.reservation(anId(9))).toMatchObject({ state: 'occupied', diverted: true })
    // The first hospital's line is no longer whom to call.
    expect(story.privates.get(transfer)?.contacts?.acceptedBy).toBeNull()
    expect(story.transfer(transfer)).toMatchObject({ state: 'arrived', to: places.sibling, toRegion: 'azo' })
    expect(story.ride(ride)).toMatchObject({ state: 'at-destination', to: places.sibling })
    story.do(people.crew, 'ride.advance', { ride, to: 'handed-over' })
  })

  it('may end where it began', () => {
    const story = departed()
    const { occupied } = story.bedsAt(places.from)
    expect(divert(story, places.from)).not.toHaveProperty('refused')
    expect(story.bedsAt(places.from).occupied).toBe(occupied + 1)
  })

  it('goes to another hospital that exists, under an id of its own', () => {
    expect(divert(departed(), places.to)).toEqual({
      refused: { code: 'command.invalid', fields: [{ field: 'hospital', fault: 'enum' }] },
    })
    expect(divert(departed(), places.sibling, anId(2))).toEqual({ refused: { code: 'already-exists' } })
  })

  it('is for after departure only', () => {
    expect(divert(planned(), places.sibling)).toEqual({
      refused: { code: 'step.refused', facts: { state: 'planned' } },
    })
  })
})

describe('a transfer that ends takes its ride and its bed with it', () => {
  it('withdrawn while planned: the vehicle and the reserved bed are free', () => {
    const story = planned()
    story.do(people.intensivist, 'transfer.withdraw', { transfer, reason: 'patient-unstable' })
    expect(story.ride(ride)).toMatchObject({ state: 'aborted', abortReason: 'transfer-ended' })
    expect(story.bedsAt(places.to).reserved).toBe(0)
    expect(story.reservation(anId(2)).releaseReason).toBe('withdrawn')
  })

  it('withdrawn after departure: refused, the crew answers', () => {
    const story = departed()
    const because = { transfer, reason: 'no-longer-needed' } as const
    expect(story.refusal(people.intensivist, 'transfer.withdraw', because).code).toBe('step.refused')
  })

  it('deceased on the road: no bed is kept; deceased on arrival: the bed is free again', () => {
    const road = departed()
    road.do(people.crew, 'transfer.decease', { transfer })
    expect(road.bedsAt(places.to)).toMatchObject({ reserved: 0, occupied: 6 })
    expect(road.ride(ride).state).toBe('aborted')

    const arrived = departed()
    arrived.do(people.crew, 'ride.advance', { ride, to: 'at-destination' })
    expect(arrived.bedsAt(places.to)).toMatchObject({ occupied: 7, crisis: 5 })
    arrived.do(people.receiver, 'transfer.decease', { transfer })
    expect(arrived.bedsAt(places.to)).toMatchObject({ occupied: 6, crisis: 4 })
    expect(arrived.reservation(anId(2))).toMatchObject({ state: 'released', releaseReason: 'deceased' })
  })

  it('is closed only once the patient was handed over', () => {
    const story = departed()
    story.do(people.crew, 'ride.advance', { ride, to: 'at-destination' })
    expect(story.refusal(people.receiver, 'transfer.close', { transfer })).toEqual({
      code: 'step.refused',
      facts: { state: 'ride-at-destination' },
    })
    story.do(people.crew, 'ride.advance', { ride, to: 'handed-over' })
    story.do(people.receiver, 'transfer.close', { transfer })
    story.do(people.crew, 'ride.advance', { ride, to: 'available' })
    expect(story.transfer(transfer).state).toBe('closed')
  })
})

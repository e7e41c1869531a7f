import { describe, expect, it } from 'vitest'
import {
  bedsAudience,
  keysOf,
  reservationAudience,
  rideAudience,
  sharesKey,
  transferAudience,
} from '#shared/access/audience.ts'
import { partiesOf } from '#shared/access/parties.ts'
import { TRANSFER_STATES } from '#shared/transfers/transfer.ts'
import {
  anId,
  aPerson,
  aReservation,
  aRide,
  aTransfer,
  people,
  places,
  someBeds,
} from '#test/support/builders.ts'
import { type CastName, cast, castNames, partiesAt, pointAt, strangers } from '#test/support/cast.ts'
import { offered, planned } from '#test/support/stories.ts'
import type { Story } from '#test/support/story.ts'

const sees = (name: CastName, audience: readonly string[]) => sharesKey(keysOf(cast[name]), audience)
const seers = (audience: readonly string[]) => castNames.filter((name) => sees(name, audience))

describe('who may know of a transfer', () => {
  it.each(TRANSFER_STATES)('%s: exactly its parties and their houses', (state) => {
    for (const level of ['region', 'national'] as const) {
      const audience = transferAudience(pointAt(state, level).transfer)
      const known = castNames.filter((name) => partiesAt(name, state, level) !== null)
      expect(`${level}: ${seers(audience)}`).toBe(`${level}: ${known}`)
    }
  })

  it.each(TRANSFER_STATES)('%s: each is the party it is, and nobody is one unseen', (state) => {
    for (const level of ['region', 'national'] as const)
      for (const name of castNames) {
        const { transfer } = pointAt(state, level)
        const parties = cast[name].memberships.flatMap((membership) => partiesOf(membership, transfer))
        expect(`${name}: ${parties}`).toBe(`${name}: ${partiesAt(name, state, level) ?? []}`)
      }
  })

  it('before it is offered nobody but the origin and its coordinators', () => {
    expect(seers(transferAudience(aTransfer()))).toEqual(['intensivist', 'wardStaff', 'rcps', 'originDesk'])
    expect(seers(transferAudience(aTransfer({ level: 'national' })))).toContain('lcps')
  })

  it('the same role elsewhere, a secretary, an observer and an administrator never', () => {
    for (const state of TRANSFER_STATES)
      for (const name of Object.keys(strangers) as CastName[])
        expect(sees(name, transferAudience(pointAt(state, 'national').transfer))).toBe(false)
  })
})

/** What one person can still see of a story. */
const view = (story: Story, name: CastName) => {
  const transfer = story.transfer(anId(1))
  const keys = keysOf(cast[name])
  return {
    transfer: sharesKey(keys, transferAudience(transfer)),
    reservations: [...story.reservations.values()]
      .filter((row) => sharesKey(keys, reservationAudience(row, transfer)))
      .map(({ id }) => id),
  }
}

describe('rights end with the offer', () => {
  it('declined: the hospital sees its own answer and no more; its region and the desks nothing', () => {
    const story = offered()
    expect(view(story, 'receiver')).toEqual({ transfer: true, reservations: [anId(2)] })
    story.do(people.receiver, 'reservation.decline', { reservation: anId(2), reason: 'no-bed' })
    expect(view(story, 'receiver')).toEqual({ transfer: false, reservations: [anId(2)] })
    expect(view(story, 'receivingRcps')).toEqual({ transfer: false, reservations: [] })
    expect(view(story, 'desk')).toEqual({ transfer: false, reservations: [] })
    const next = { transfer: anId(1), reservation: anId(12), hospital: places.elsewhere, reason: 'daar' }
    story.do(people.lcps, 'transfer.offer', next)
    expect(view(story, 'receiver')).toEqual({ transfer: false, reservations: [anId(2)] })
    expect(view(story, 'otherHospital')).toEqual({ transfer: true, reservations: [anId(12)] })
    for (const name of ['rcps', 'lcps', 'intensivist'] as const)
      expect(view(story, name).reservations).toEqual([anId(2), anId(12)])
  })

  it.each([
    ['taken back', (story: Story) => story.do(people.lcps, 'reservation.retract', { reservation: anId(2) })],
    [
      'withdrawn with its transfer',
      (story: Story) =>
        story.do(people.intensivist, 'transfer.withdraw', { transfer: anId(1), reason: 'patient-refuses' }),
    ],
    [
      'moved',
      (story: Story) =>
        story.do(people.receivingRcps, 'reservation.move', {
          reservation: anId(2),
          to: anId(12),
          hospital: places.sibling,
          reason: 'ruimte',
        }),
    ],
  ])('%s: so too', (_, happens) => {
    const story = offered()
    happens(story)
    expect(view(story, 'receiver')).toEqual({ transfer: false, reservations: [anId(2)] })
  })

  it('a crew loses sight when another vehicle is put on it, but for its own aborted ride', () => {
    const story = planned()
    expect(view(story, 'crew').transfer).toBe(true)
    story.do(people.desk, 'ride.abort', { ride: anId(3), reason: 'replanned' })
    const plan = { transfer: anId(1), vehicle: 'micu-radboudumc-1', escorted: false }
    story.do(people.desk, 'ride.plan', { ...plan, ride: anId(4), departAt: story.ride(anId(3)).departAt })
    expect(view(story, 'crew').transfer).toBe(false)
    const seesRide = (id: string) => {
      return sharesKey(keysOf(people.crew), rideAudience(story.transfer(anId(1)), story.ride(id)))
    }
    expect(seesRide(anId(3))).toBe(true)
    expect(seesRide(anId(4))).toBe(false)
  })
})

describe('who may know of the rest', () => {
  it('an answer: not the other hospitals, the desks or the crew; the receiving region while it is live', () => {
    const { transfer } = pointAt('offered', 'national')
    const live = reservationAudience(aReservation(), transfer)
    expect(seers(live)).toEqual([
      'intensivist',
      'wardStaff',
      'rcps',
      'lcps',
      'receiver',
      'receivingRcps',
      'originDesk',
      'receivingWard',
    ])
    expect(seers(reservationAudience(aReservation({ state: 'declined' }), transfer))).not.toContain(
      'receivingRcps',
    )
    expect(seers(reservationAudience(aReservation(), { ...transfer, level: 'region' }))).not.toContain('lcps')
  })

  it('a ride: the parties, its vehicle and its own desk', () => {
    const { transfer } = pointAt('reserved')
    expect(seers(rideAudience(transfer, aRide({ vehicle: 'amb-vr16-1' })))).toEqual([
      ...seers(transferAudience(transfer)),
      'otherDesk',
      'otherCrew',
    ])
  })

  it('bed figures: the hospital’s own people and every coordinator', () => {
    expect(seers(bedsAudience(someBeds(places.to)))).toEqual([
      'rcps',
      'lcps',
      'receiver',
      'receivingRcps',
      'receivingWard',
      'otherRcps',
    ])
  })

  it('everybody signed in holds `all`; several memberships add up', () => {
    for (const name of castNames) expect(keysOf(cast[name])).toContain('all')
    const two = { memberships: [...people.rcps.memberships, ...people.crew.memberships] }
    expect(keysOf(two)).toEqual(['all', 'rcps:nazmn', 'rcps', `vehicle:${places.vehicle}`])
    expect(keysOf(aPerson('lcps', 'be'))).toEqual(['all', 'person:lcps@be'])
  })
})

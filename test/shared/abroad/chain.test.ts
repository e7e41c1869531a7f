import { describe, expect, it } from 'vitest'
import { abroadStops } from '#shared/abroad/offer-abroad.ts'
import { roadAbroad } from '#shared/abroad/place-abroad.ts'
import { keysOf, reservationAudience, sharesKey, transferAudience } from '#shared/access/audience.ts'
import { isOpenAlert } from '#shared/alerts/alert.ts'
import { transferFacts } from '#shared/reports/transfer-facts.ts'
import { driveMinutes } from '#shared/rides/ride-span.ts'
import { actsNow } from '#shared/transfers/acts-now.ts'
import { rankVehicles } from '#shared/transport/rank-vehicles.ts'
import { transportInput } from '#shared/transport/transport-facts.ts'
import { SYSTEM } from '#shared/access/parties.ts'
import type { TransferRequest } from '#shared/transfers/request.ts'
import { aClinical, anId, aPerson, aRequest, people, places, plus } from '#test/support/builders.ts'
import { cast, type CastName, castNames } from '#test/support/cast.ts'
import { filed, line } from '#test/support/stories.ts'
import { Story } from '#test/support/story.ts'

const [transfer, reservation, ride, partner] = [anId(1), anId(2), anId(3), anId(10)]
const muenster = 'uk-muenster'
const admin = aPerson('admin', 'brancard')
const full = { operational: 6, occupied: 6 }
/** Handed over, with abroad open. */
function searched(request: Partial<TransferRequest> = {}, story = new Story({ phase: '2d' })): Story {
  filed(request, story)
  story.do(people.lcps, 'abroad.open', { abroad: anId(11), reason: 'vol' })
  story.do(people.rcps, 'transfer.hand-over', { transfer, note: 'regio vol' })
  return story
}
const offer = { transfer, reservation, hospital: muenster, reason: 'hier is geen bed op tijd vrij' }

function offered(): Story {
  const story = searched()
  story.do(people.lcps, 'transfer.offer', offer)
  return story
}
const yes = { reservation, acceptedBy: line, needs: [] }

describe('an offer abroad', () => {
  it('is the LCPS’s, when abroad is open, of an IC patient, with a reason while there is a bed here', () => {
    const closed = filed({}, new Story({ phase: '2d' }))
    closed.do(people.rcps, 'transfer.hand-over', { transfer, note: 'regio vol' })
    expect(closed.refusal(people.lcps, 'transfer.offer', offer)).toEqual({
      code: 'hospital.excluded',
      reasons: ['abroad-closed'],
    })
    const story = searched()
    const ward = { ...story.transfer(transfer), bed: 'ward' } as const
    const facts = { register: [...story.register.values()], reservations: [] }
    expect(abroadStops(ward, muenster, facts, story.now)).toEqual(['abroad-ic-only'])
    const { reason: _, ...bare } = offer
    expect(story.refusal(people.lcps, 'transfer.offer', bare)).toMatchObject({
      code: 'reason.required',
      facts: { why: 'not-first' },
    })
    expect(story.refusal(people.lcps, 'transfer.offer', { ...offer, hospital: anId(77) })).toMatchObject({
      code: 'command.invalid',
      fields: [{ field: 'hospital', fault: 'enum' }],
    })
  })

  it('needs no reason where no hospital here is left', () => {
    const story = new Story({ phase: '2d' })
    for (const [id, row] of story.beds) story.beds.set(id, { ...row, ...full })
    searched({}, story)
    const { reason: _, ...bare } = offer
    expect(story.act(people.lcps, 'transfer.offer', bare)).toHaveProperty('changes')
  })

  it('asks why once more than was agreed would go there, and not before', () => {
    const story = new Story({ phase: '2d' })
    for (const [id, row] of story.beds) story.beds.set(id, { ...row, ...full })
    searched({}, story)
    const place = { name: 'Klinikum Aachen', city: 'Aachen', country: 'DE', lat: 50.776, lon: 6.043 } as const
    story.do(admin, 'partner.enter', { partner, ...place, nearBorder: true, icBeds: 1, contact: line })
    const { reason: _, ...bare } = { ...offer, hospital: partner }
    expect(story.act(people.lcps, 'transfer.offer', bare)).toHaveProperty('changes')
    const next = anId(20)
    story.do(people.intensivist, 'transfer.submit', { transfer: next, request: aRequest() })
    story.do(people.rcps, 'transfer.hand-over', { transfer: next, note: 'regio vol' })
    const second = { ...bare, transfer: next, reservation: anId(21) }
    expect(story.refusal(people.lcps, 'transfer.offer', second)).toEqual({
      code: 'reason.required',
      facts: { why: 'beyond-agreed', agreed: 1 },
    })
    expect(
      story.act(people.lcps, 'transfer.offer', { ...second, reason: 'neemt er één meer' }),
    ).toHaveProperty('changes')
  })

  it('stays the RCPS’s own region’s to hand over first', () => {
    const story = filed({}, new Story({ phase: '2d' }))
    story.do(people.lcps, 'abroad.open', { abroad: anId(11), reason: 'vol' })
    expect(story.refusal(people.rcps, 'transfer.offer', offer).reasons).toEqual(['abroad-lcps-only'])
  })

  it('goes to an entered partner until that is taken out', () => {
    const story = searched()
    const place = { name: 'Klinikum Aachen', city: 'Aachen', country: 'DE', lat: 50.776, lon: 6.043 } as const
    story.do(admin, 'partner.enter', { partner, ...place, nearBorder: true, icBeds: 6, contact: line })
    story.do(people.lcps, 'transfer.offer', { ...offer, hospital: partner })
    expect(story.transfer(transfer)).toMatchObject({
      to: partner,
      toRegion: 'abroad',
      abroad: { ...place, nearBorder: true },
    })
    const gone = searched()
    gone.do(admin, 'partner.enter', { partner, ...place, nearBorder: true, icBeds: 6, contact: line })
    gone.do(admin, 'partner.withdraw', { partner, reason: 'vol' })
    expect(gone.refusal(people.lcps, 'transfer.offer', { ...offer, hospital: partner }).code).toBe(
      'command.invalid',
    )
  })
})

describe('its answer', () => {
  it('is the LCPS’s to record, and its turn', () => {
    const story = offered()
    expect(actsNow(story.transfer(transfer), null)).toMatchObject({ who: 'lcps', org: 'nl', act: 'confirm' })
    expect(story.refusal(people.rcps, 'reservation.confirm', yes).code).toBe('role.refused')
    expect(story.refusal(people.receiver, 'reservation.confirm', yes).code).toBe('not-found')
    expect(story.refusal(people.lcps, 'reservation.confirm', { ...yes, acceptedBy: undefined }).code).toBe(
      'confirm.accepted-by-required',
    )
    story.do(people.lcps, 'reservation.confirm', yes)
    expect(story.reservation(reservation)).toMatchObject({
      state: 'confirmed',
      region: 'abroad',
      acceptedBy: line.role,
      usesBoss: false,
    })
    expect(story.privates.get(transfer)?.contacts?.acceptedBy).toEqual(line)
    // No figures of this hospital, and none here moved.
    expect([...story.beds.values()].every(({ reserved }) => reserved === 0)).toBe(true)
  })

  it('no: that one is not asked again, and the transfer is in the country', () => {
    const story = offered()
    story.do(people.lcps, 'reservation.decline', { reservation, reason: 'no-bed', note: 'vol tot morgen' })
    expect(story.transfer(transfer)).toMatchObject({ state: 'matching', to: null, abroad: null })
    expect(story.refusal(people.lcps, 'transfer.offer', { ...offer, reservation: anId(12) }).reasons).toEqual(
      ['declined-earlier'],
    )
    expect(
      story.do(people.lcps, 'transfer.offer', { ...offer, reservation: anId(12), hospital: places.to }),
    ).toBeTruthy()
    expect(story.transfer(transfer).abroad).toBeNull()
  })

  it('none: the offer expires like every other', () => {
    const story = offered()
    const alert = () => [...story.alerts.values()].find(isOpenAlert)
    story.now = alert()?.dueAt ?? ''
    story.do(SYSTEM, 'alert.escalate', { alert: alert()?.id ?? '', level: 0 })
    expect(story.refusal(SYSTEM, 'reservation.expire', { reservation }).code).toBe('step.refused')
    story.now = alert()?.dueAt ?? ''
    story.do(SYSTEM, 'reservation.expire', { reservation })
    expect(story.reservation(reservation).state).toBe('expired')
  })
})

/** Confirmed abroad, and with a ride by the origin's own MICU. */
function driving(): Story {
  const story = offered()
  story.do(people.lcps, 'reservation.confirm', yes)
  const plan = { ride, transfer, vehicle: places.vehicle, escorted: false, departAt: plus(60) }
  story.do(people.desk, 'ride.plan', plan)
  return story
}

describe('the ride there', () => {
  it('is ranked as abroad (R4), and takes the time of the estimate', () => {
    const story = driving()
    const row = story.transfer(transfer)
    const trip = transportInput(row, aClinical(), { activeRides: [], phases: story.phases }, story.now)
    expect(trip.destination).toEqual({ country: 'DE', nearBorder: false })
    expect(trip.distanceKm).toBeCloseTo(165.9, 1)
    expect(rankVehicles(trip).allowed[0]).toBe('helicopter')
    const road = roadAbroad(places.from, { lat: 51.961, lon: 7.596 })
    expect(driveMinutes(story.ride(ride))).toBe(road?.micuMinutes)
    expect(driveMinutes({ ...story.ride(ride), vehicleKind: 'ambulance' })).toBe(road?.ambulanceMinutes)
    // By road it is some 210 km and nearly three hours.
    expect(road).toMatchObject({ km: 212, micuMinutes: 170 })
    // Back here for the next patient it is as far.
    expect(driveMinutes({ ...story.ride(ride), from: places.near })).toBeGreaterThan(150)
  })

  it('arrives, is closed by the LCPS, frees the origin’s bed and no bed here', () => {
    const story = driving()
    const before = story.bedsAt(places.from).occupied
    story.do(people.crew, 'ride.accept', { ride })
    for (const to of ['en-route', 'at-origin'] as const) story.do(people.crew, 'ride.advance', { ride, to })
    const check = story.transfer(transfer).code.slice(3)
    story.do(people.crew, 'ride.advance', { ride, to: 'departed', check })
    expect([...story.alerts.values()].filter(isOpenAlert)).toEqual([])
    story.do(people.lcps, 'ride.arrive', { ride })
    expect(story.transfer(transfer).state).toBe('arrived')
    story.do(people.crew, 'ride.advance', { ride, to: 'handed-over' })
    expect(actsNow(story.transfer(transfer), story.ride(ride))).toMatchObject({ who: 'lcps', act: 'close' })
    story.do(people.lcps, 'transfer.close', { transfer })
    expect(story.bedsAt(places.from).occupied).toBe(before - 1)
    expect(story.reservation(reservation).state).toBe('occupied')
  })

  it('diverted on the way, the patient is in the country again', () => {
    const story = driving()
    story.do(people.crew, 'ride.accept', { ride })
    for (const to of ['en-route', 'at-origin'] as const) story.do(people.crew, 'ride.advance', { ride, to })
    const check = story.transfer(transfer).code.slice(3)
    story.do(people.crew, 'ride.advance', { ride, to: 'departed', check })
    const away = { ride, reservation: anId(12), hospital: 'mst-enschede', reason: 'onderweg slechter' }
    story.do(people.crew, 'ride.divert', away)
    expect(story.transfer(transfer)).toMatchObject({ to: 'mst-enschede', toRegion: 'azeur', abroad: null })
    expect(story.ride(ride)).toMatchObject({ to: 'mst-enschede', abroad: null })
  })
})

describe('who knows', () => {
  it('of a transfer abroad: its origin, its coordinators, its desk and crew, and nobody else', () => {
    const row = driving().transfer(transfer)
    const seers = (audience: readonly string[]): CastName[] =>
      castNames.filter((name) => sharesKey(keysOf(cast[name]), audience))
    const origin = ['intensivist', 'wardStaff', 'rcps', 'lcps', 'desk', 'crew', 'originDesk']
    expect(seers(transferAudience(row)).sort()).toEqual([...origin].sort())
    const answer = seers(reservationAudience(driving().reservation(reservation), row))
    expect(answer.sort()).toEqual(['intensivist', 'lcps', 'originDesk', 'rcps', 'wardStaff'])
  })

  it('and the LCPS keeps its part in what it stood for when its own search is over', () => {
    const row = { ...driving().transfer(transfer), level: 'region' } as const
    expect(sharesKey(keysOf(people.lcps), transferAudience(row))).toBe(true)
  })
})

it('reports count it as moved abroad', () => {
  const filedAt = plus(-60)
  const at = (name: string, subject: string, data: object, minutes: number) => ({
    ...{ name, subject, id: transfer, at: plus(minutes), data },
  })
  const row = driving().transfer(transfer)
  const events = [
    at('transfer.submitted', 'transfer', { ...row, state: 'matching', submittedAt: filedAt, to: null }, -60),
    at('transfer.offered', 'transfer', { state: 'offered', to: muenster, toRegion: 'abroad' }, -50),
    at('transfer.arrived', 'transfer', { state: 'arrived' }, 0),
  ] as unknown as Parameters<typeof transferFacts>[0]
  expect(transferFacts(events).filter(({ measure }) => measure === 'moved')).toMatchObject([
    { from: places.region, to: 'abroad', count: 1 },
  ])
})

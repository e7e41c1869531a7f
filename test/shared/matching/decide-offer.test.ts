import { describe, expect, it } from 'vitest'
import type { Beds } from '#shared/beds/beds.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Phase } from '#shared/terms.ts'
import type { World } from '#shared/wire/decision.ts'
import { decisions } from '#shared/wire/decisions.ts'
import {
  aClinical,
  aContext,
  plus,
  anId,
  aReservation,
  aTransfer,
  aWorld,
  ids,
  inPhase,
  people,
  places,
  someBeds,
  T0,
} from '#test/support/builders.ts'

type Facts = {
  transfer?: Partial<Transfer>
  clinical?: Partial<Clinical>
  beds?: Beds[]
  phase?: Phase
  reservations?: World['reservations']
}
const origin = someBeds(places.from, 'ic', { operational: 10, occupied: 10 })
const region = [origin, someBeds(places.near), someBeds('diakonessenhuis-utrecht', 'ic', { occupied: 4 })]
const nation = [origin, someBeds(places.to), someBeds(places.elsewhere)]

const facts = ({ transfer, clinical, beds = region, phase = '2a', reservations = [] }: Facts): World =>
  aWorld({
    transfer: aTransfer(transfer),
    clinical: aClinical(clinical),
    beds,
    phases: inPhase(phase),
    reservations,
  })
const offer = (world: World, hospital: string, reason?: string, reservation = ids.reservation) =>
  decisions['transfer.offer'].decide(
    world,
    { transfer: ids.transfer, reservation, hospital, ...(reason === undefined ? {} : { reason }) },
    aContext(world.transfer?.level === 'national' ? people.lcps : people.rcps),
  )

describe('a coordinator’s offer', () => {
  it('of the first candidate needs no words: it claims, opens the reservation and brings in the other side', () => {
    expect(offer(facts({}), 'diakonessenhuis-utrecht')).toMatchObject({
      changes: [
        {
          name: 'transfer.offered',
          data: {
            state: 'offered',
            since: T0,
            to: 'diakonessenhuis-utrecht',
            toRegion: places.region,
            reservation: ids.reservation,
            desks: [places.desk],
            claim: { person: people.rcps.id, role: 'rcps', org: places.region, at: T0 },
          },
        },
        { name: 'reservation.offered', data: { state: 'offered', directed: false, usesBoss: false } },
      ],
    })
  })

  it('of a lower one asks why, and keeps the answer in the timeline only', () => {
    expect(offer(facts({}), places.near)).toEqual({
      refused: { code: 'reason.required', facts: { why: 'not-first', first: 'diakonessenhuis-utrecht' } },
    })
    const decision = offer(facts({}), places.near, 'familie woont daar')
    expect(decision).toMatchObject({ changes: [{}, { note: 'familie woont daar' }] })
  })

  it('of an excluded one is refused with R8’s reasons, whatever the reason given', () => {
    const stopped = someBeds(places.near, 'ic', { intakeStop: { reason: 'staff', until: plus(1) } })
    expect(offer(facts({ beds: [origin, stopped] }), places.near, 'toch')).toEqual({
      refused: { code: 'hospital.excluded', reasons: ['intake-stop'] },
    })
    expect(offer(facts({}), places.from, 'toch')).toEqual({
      refused: { code: 'hospital.excluded', reasons: ['full', 'origin'] },
    })
    const declined = [aReservation({ id: anId(7), hospital: places.near, state: 'declined' })]
    expect(offer(facts({ reservations: declined }), places.near, 'toch')).toEqual({
      refused: { code: 'hospital.excluded', reasons: ['declined-earlier'] },
    })
    const old = someBeds(places.near, 'ic', { reportedAt: plus(-1441) })
    expect(offer(facts({ beds: [origin, old] }), places.near, 'toch')).toEqual({
      refused: { code: 'hospital.excluded', reasons: ['capacity-expired'] },
    })
  })

  it('an intake stop that has ended stops nobody; an offer taken back neither', () => {
    const ended = someBeds(places.near, 'ic', { intakeStop: { reason: 'staff', until: T0 } })
    const released = [aReservation({ id: anId(7), hospital: places.near, state: 'released' })]
    expect(offer(facts({ beds: [origin, ended], reservations: released }), places.near)).not.toHaveProperty(
      'refused',
    )
  })

  it('outside the region waits for the hand-over, and for the nation to be open', () => {
    expect(offer(facts({ beds: nation }), places.to, 'dichtbij')).toEqual({
      refused: { code: 'hand-over.first' },
    })
    expect(offer(facts({ beds: nation, phase: '1b' }), places.to, 'dichtbij')).toEqual({
      refused: { code: 'hospital.excluded', reasons: ['nation-closed'] },
    })
    const handedOver = { level: 'national' } as const
    expect(offer(facts({ beds: nation, transfer: handedOver }), places.to, 'dichtbij')).not.toHaveProperty(
      'refused',
    )
    expect(offer(facts({ beds: nation, transfer: handedOver, phase: '1a' }), places.to, 'dichtbij')).toEqual({
      refused: { code: 'nation.closed' },
    })
  })

  it('of a patient who does not meet R3 asks why', () => {
    const clinical = { admissionReason: 'with-covid', familyInformed: false } as const
    expect(offer(facts({ clinical }), 'diakonessenhuis-utrecht')).toEqual({
      refused: {
        code: 'reason.required',
        reasons: ['not-admitted-because-of-covid', 'patient-or-family-informed'],
        facts: { why: 'eligibility' },
      },
    })
    expect(offer(facts({ clinical }), 'diakonessenhuis-utrecht', 'arts akkoord')).not.toHaveProperty(
      'refused',
    )
  })

  it('never overwrites an earlier answer', () => {
    const reservations = [aReservation({ hospital: places.near, state: 'declined' })]
    expect(offer(facts({ reservations }), 'diakonessenhuis-utrecht')).toEqual({
      refused: { code: 'already-exists' },
    })
  })
})

describe('a referrer’s directed offer', () => {
  const direct = (world: World, hospital: string = places.to, reservation = ids.reservation) =>
    decisions['transfer.direct'].decide(
      world,
      { transfer: ids.transfer, reservation, hospital },
      aContext(people.intensivist),
    )
  const back = { purpose: 'return' } as const

  it('goes straight to the named hospital in every phase, full or not', () => {
    for (const phase of ['1a', '2d', '3'] as const) {
      const beds = [
        origin,
        someBeds(places.to, 'ic', { occupied: 10, intakeStop: { reason: 'full', until: null } }),
      ]
      expect(direct(facts({ transfer: back, beds, phase }))).toMatchObject({
        changes: [{ data: { to: places.to, claim: null } }, { data: { directed: true } }],
      })
    }
  })

  it('is for specialist care and returns only', () => {
    for (const purpose of ['spreading', 'capacity'] as const)
      expect(direct(facts({ transfer: { purpose }, beds: nation }))).toEqual({
        refused: { code: 'role.refused' },
      })
  })

  it('never to itself, to where no such beds are, or to who declined', () => {
    expect(direct(facts({ transfer: back }), places.from)).toEqual({
      refused: { code: 'hospital.excluded', reasons: ['origin'] },
    })
    expect(direct(facts({ transfer: back }), places.to)).toEqual({
      refused: { code: 'hospital.excluded', reasons: ['no-such-beds'] },
    })
    const reservations = [aReservation({ id: anId(7), state: 'declined' })]
    expect(direct(facts({ transfer: back, beds: nation, reservations }))).toEqual({
      refused: { code: 'hospital.excluded', reasons: ['declined-earlier'] },
    })
    expect(direct(facts({ transfer: back, beds: nation, reservations }), places.to, anId(7))).toEqual({
      refused: { code: 'already-exists' },
    })
  })
})

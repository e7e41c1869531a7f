import { describe, expect, it } from 'vitest'
import type { Beds } from '#shared/beds/beds.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { World } from '#shared/wire/decision.ts'
import { decisions } from '#shared/wire/decisions.ts'
import {
  aClinical,
  aContext,
  plus,
  aReservation,
  aWorld,
  ids,
  people,
  places,
  someBeds,
  someContacts,
  T0,
} from '#test/support/builders.ts'
import { pointAt } from '#test/support/cast.ts'

const line = { role: 'intensivist van dienst', phone: '088-7654321' }
const answer = { reservation: ids.reservation, acceptedBy: line, needs: [] as string[] }

type Facts = {
  transfer?: Partial<Transfer>
  reservation?: Partial<Reservation>
  clinical?: Partial<Clinical>
  beds?: Partial<Beds>
}
function offered({ transfer = {}, reservation = {}, clinical = {}, beds = {} }: Facts = {}): World {
  const row = aReservation(reservation)
  return aWorld({
    transfer: { ...pointAt('offered', 'national').transfer, ...transfer },
    clinical: aClinical(clinical),
    contacts: someContacts(),
    reservation: row,
    reservations: [row],
    beds: [someBeds(places.from), someBeds(places.to, 'ic', beds), someBeds(places.to, 'ward', beds)],
  })
}
const confirm = (world: World, over: Partial<Payload<'reservation.confirm'>> = {}, at = T0) =>
  decisions['reservation.confirm'].decide(
    world,
    { ...answer, ...over },
    aContext(people.receiver, { at, now: at }),
  )
const counter = (world: World, from: string, at = T0) =>
  decisions['reservation.counter'].decide(world, { ...answer, from }, aContext(people.receiver, { at }))
const accept = (world: World) =>
  decisions['reservation.accept-counter'].decide(
    world,
    { reservation: ids.reservation },
    aContext(people.lcps),
  )

describe('confirming', () => {
  it('reserves the bed, fills the window and keeps who accepted apart from the rows', () => {
    const decision = confirm(offered())
    if ('refused' in decision) throw new Error(decision.refused.code)
    expect(decision.changes.map(({ name }) => name)).toEqual([
      'reservation.confirmed',
      'beds.counted',
      'transfer.reserved',
    ])
    expect(decision.changes[1]).toMatchObject({ id: `${places.to}:ic`, data: { reserved: 1 } })
    expect(decision.contacts?.acceptedBy).toEqual(line)
    expect(JSON.stringify(decision.changes)).not.toContain(line.phone)
  })

  it.each([
    [
      'before noon: the same day, until midnight',
      '2026-11-21T10:59:59.000Z',
      'same-day',
      '2026-11-21T23:00:00Z',
    ],
    [
      'from noon: the next morning, 8 to 12',
      '2026-11-21T11:00:00.000Z',
      'next-morning',
      '2026-11-22T11:00:00Z',
    ],
  ])('R5 %s', (_, at, basis, until) => {
    expect(confirm(offered(), {}, at)).toMatchObject({
      changes: [{}, {}, { data: { window: { basis, until } } }],
    })
  })

  it('an urgent one may drive at once', () => {
    const world = offered({ transfer: { kind: 'urgent', ground: 'patient-bound' } })
    expect(confirm(world)).toMatchObject({
      changes: [{}, {}, { data: { window: { basis: 'immediate', until: null } } }],
    })
  })

  it('for IC asks who accepted medically, for the ward not', () => {
    const { acceptedBy: _, ...bare } = answer
    const decide = decisions['reservation.confirm'].decide
    expect(decide(offered(), bare, aContext(people.receiver))).toEqual({
      refused: {
        code: 'confirm.accepted-by-required',
        fields: [{ field: 'acceptedBy', fault: 'required' }],
      },
    })
    const ward = offered({ transfer: { bed: 'ward' }, reservation: { bed: 'ward' } })
    expect(decide(ward, bare, aContext(people.receiver))).not.toHaveProperty('refused')
  })

  it('asks a tick for every special need', () => {
    const world = offered({
      clinical: { specials: ['crrt', 'cvc', 'ecmo'], isolation: 'strict', support: 'hfno' },
    })
    expect(confirm(world, { needs: ['crrt', 'hfno'] })).toEqual({
      refused: { code: 'confirm.need-unticked', reasons: ['ecmo', 'isolation'] },
    })
    expect(confirm(world, { needs: ['crrt', 'ecmo', 'hfno', 'isolation'] })).not.toHaveProperty('refused')
  })

  it('gives no bed that is not there, and a safety bed to an urgent patient only', () => {
    const full = { operational: 10, occupied: 9, reserved: 1, boss: 1 }
    const lastIsBoss = { ...full, reserved: 0 }
    expect(confirm(offered({ beds: full }))).toEqual({ refused: { code: 'bed.none-left', facts: full } })
    expect(confirm(offered({ beds: lastIsBoss }))).toEqual({
      refused: { code: 'bed.only-boss-left', facts: lastIsBoss },
    })
    const urgent = { kind: 'urgent', ground: 'bed-shortage' } as const
    expect(confirm(offered({ beds: lastIsBoss, transfer: urgent }))).toMatchObject({
      changes: [{ data: { usesBoss: true } }, { data: { reserved: 1 } }, {}],
    })
    expect(confirm(offered({ beds: full, transfer: urgent }))).toMatchObject({
      refused: { code: 'bed.none-left' },
    })
  })

  it('refuses where the hospital has no such beds', () => {
    expect(confirm({ ...offered(), beds: [] })).toEqual({ refused: { code: 'bed.none-left' } })
  })
})

describe('acknowledging', () => {
  const acknowledge = (world: World) =>
    decisions['reservation.acknowledge'].decide(
      world,
      { reservation: ids.reservation },
      aContext(people.receiver),
    )
  it('is done once', () => {
    expect(acknowledge(offered())).toMatchObject({
      changes: [{ data: { acknowledgedAt: T0 } }, { subject: 'transfer', data: { acknowledgedAt: T0 } }],
    })
    expect(acknowledge(offered({ reservation: { acknowledgedAt: T0 } }))).toEqual({
      refused: { code: 'step.refused', facts: { state: 'acknowledged' } },
    })
  })
})

describe('another time', () => {
  it('is offered in the future, in whatever way it is written', () => {
    expect(counter(offered(), plus(60))).toMatchObject({
      changes: [{ data: { counterFrom: plus(60) } }, {}],
    })
    expect(counter(offered(), T0)).toMatchObject({ refused: { code: 'time.past' } })
    // 11:30 in Amsterdam is half an hour from now, 10:30 there was half an hour ago.
    expect(counter(offered(), '2026-11-21T11:30:00+01:00')).toMatchObject({
      changes: [{ data: { counterFrom: plus(30) } }, {}],
    })
    expect(counter(offered(), '2026-11-21T10:30:00+01:00')).toMatchObject({ refused: { code: 'time.past' } })
  })

  it('reserves no bed until the coordinator says yes, and then needs nothing more', () => {
    const decision = counter(offered(), plus(60))
    if ('refused' in decision) throw new Error(decision.refused.code)
    expect(decision.changes.some(({ subject }) => subject === 'beds')).toBe(false)
    const world = offered({ reservation: { counterFrom: plus(60), acceptedBy: line.role } })
    expect(accept(world)).toMatchObject({
      changes: [
        { name: 'reservation.confirmed', data: { acceptedBy: line.role } },
        { data: { reserved: 1 } },
        { name: 'transfer.reserved', data: { counterFrom: null } },
      ],
    })
  })

  it('cannot be accepted when none was offered, or when the bed has gone', () => {
    expect(accept(offered())).toEqual({
      refused: { code: 'step.refused', facts: { state: 'not-countered' } },
    })
    const gone = offered({ reservation: { counterFrom: plus(60) }, beds: { occupied: 10 } })
    expect(accept(gone)).toMatchObject({ refused: { code: 'bed.none-left' } })
  })
})

describe('declining and taking back', () => {
  it('a declined offer goes back to matching and nobody there is a party any more', () => {
    const decision = decisions['reservation.decline'].decide(
      offered(),
      { reservation: ids.reservation, reason: 'no-staff', note: 'twee zieken' },
      aContext(people.receiver),
    )
    expect(decision).toMatchObject({
      changes: [
        {
          name: 'reservation.declined',
          data: { state: 'declined', declineReason: 'no-staff' },
          note: 'twee zieken',
        },
        { name: 'transfer.declined', data: { state: 'matching', to: null, toRegion: null, desks: [] } },
      ],
    })
  })

  it('a referrer takes back only what it directed itself', () => {
    const retract = (world: World) =>
      decisions['reservation.retract'].decide(
        world,
        { reservation: ids.reservation },
        aContext(people.intensivist),
      )
    expect(retract(offered())).toEqual({ refused: { code: 'role.refused' } })
    expect(retract(offered({ reservation: { directed: true } }))).toMatchObject({
      changes: [{ data: { state: 'released', releaseReason: 'retracted' } }, { data: { state: 'matching' } }],
    })
  })
})

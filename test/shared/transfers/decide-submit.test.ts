import { describe, expect, it } from 'vitest'
import type { Person } from '#shared/access/parties.ts'
import type { TransferRequest } from '#shared/transfers/request.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { World } from '#shared/wire/decision.ts'
import { decisions } from '#shared/wire/decisions.ts'
import {
  aContext,
  anId,
  plus,
  aPerson,
  aRequest,
  aTransfer,
  aWorld,
  ids,
  inPhase,
  people,
  places,
  someBeds,
  T0,
} from '#test/support/builders.ts'
import { cast, castNames } from '#test/support/cast.ts'

type Submit = Partial<Omit<Payload<'transfer.submit'>, 'request'>> & { request?: Partial<TransferRequest> }
const world = aWorld({ beds: [someBeds(places.from), someBeds(places.to)], phases: inPhase('1a') })

function submit(
  { request, ...rest }: Submit = {},
  person: Person = people.intensivist,
  facts: World = world,
  at = T0,
) {
  const payload = { transfer: ids.transfer, ...rest, request: aRequest(request) }
  return decisions['transfer.submit'].decide(facts, payload, aContext(person, { at, now: T0 }))
}
const allowed = (decision: ReturnType<typeof submit>) => {
  if ('refused' in decision) throw new Error(JSON.stringify(decision.refused))
  return decision
}

describe('filing a request', () => {
  it.each(castNames)('is a referrer’s act: %s', (name) => {
    const decision = submit({}, cast[name])
    const mayFile = cast[name].memberships.some(({ role }) => role === 'intensivist' || role === 'ward-staff')
    if (mayFile) expect(decision).not.toHaveProperty('refused')
    else expect(decision).toEqual({ refused: { code: 'role.refused' } })
  })

  it('is no act of somebody whose hospital is not in the register', () => {
    expect(submit({}, aPerson('intensivist', 'nergens'))).toEqual({ refused: { code: 'role.refused' } })
  })

  it('keeps everything clinical out of the row and the events, beside it', () => {
    const decision = allowed(submit({ request: { note: 'draait slecht', specials: ['crrt'] } }))
    const told = JSON.stringify(decision.changes)
    for (const secret of ['draait slecht', 'crrt', 'minuteVolume', 'invasive', 'covid', '088-1234567'])
      expect(told).not.toContain(secret)
    expect(decision.clinical).toMatchObject({ note: 'draait slecht', support: 'invasive', escortBy: null })
    expect(decision.clinical).not.toHaveProperty('callback')
    expect(decision.contacts).toEqual({
      callback: { role: 'dienstdoend intensivist', phone: '088-1234567' },
      acceptedBy: null,
    })
  })

  it('goes to matching; an urgent shortage to the RCPS first (R2)', () => {
    expect(submit()).toMatchObject({
      changes: [
        { name: 'transfer.submitted', data: { state: 'submitted', code: 'K7Q3TB', fromRegion: 'nazmn' } },
        { name: 'transfer.routed', data: { state: 'matching' } },
      ],
    })
    const shortage = { kind: 'urgent', ground: 'bed-shortage', purpose: 'capacity' } as const
    expect(submit({ request: shortage })).toMatchObject({ changes: [{}, { data: { state: 'verifying' } }] })
    expect(submit({ request: { ...shortage, ground: 'patient-bound' } })).toMatchObject({
      changes: [{}, { data: { state: 'matching' } }],
    })
  })

  it('refuses an id that exists', () => {
    expect(submit({}, people.intensivist, { ...world, transfer: aTransfer() })).toEqual({
      refused: { code: 'already-exists' },
    })
  })

  it('is marked late over five minutes after it was filed, never refused', () => {
    const late = (minutes: number) =>
      allowed(submit({ request: { readyFrom: plus(-minutes) } }, people.intensivist, world, plus(-minutes)))
    expect(late(5).changes[0]?.data).toMatchObject({ late: false, submittedAt: plus(-5) })
    expect(late(5.1).changes[0]?.data).toMatchObject({ late: true })
    expect(late(600).changes[0]?.data).toMatchObject({ late: true, since: plus(-600) })
  })

  it('keeps instants in UTC', () => {
    const decision = allowed(submit({ request: { readyFrom: '2026-11-21T12:00:00+01:00' } }))
    expect(decision.changes[0]?.data.readyFrom).toBe(plus(60))
  })
})

describe('an escort', () => {
  const escort = { criteria: 'stabiel beademd, geen inotropie' }
  it('is indicated by an intensivist, never by ward staff (plan 4.5.1.1)', () => {
    expect(submit({ request: { escort } }, people.wardStaff)).toEqual({
      refused: { code: 'escort.not-by-intensivist' },
    })
    expect(allowed(submit({ request: { escort } })).clinical).toMatchObject({
      escort,
      escortBy: 'intensivist',
    })
  })

  it('by somebody who is both at one hospital counts as the intensivist’s', () => {
    const both = {
      id: 'both',
      memberships: [...people.wardStaff.memberships, ...people.intensivist.memberships],
    }
    expect(allowed(submit({ request: { escort } }, both)).as.role).toBe('intensivist')
    expect(allowed(submit({}, both)).as.role).toBe('ward-staff')
    const elsewhere = aPerson('intensivist', places.elsewhere)
    const two = { id: 'two', memberships: [...people.wardStaff.memberships, ...elsewhere.memberships] }
    expect(submit({ request: { escort } }, two)).toEqual({ refused: { code: 'escort.not-by-intensivist' } })
  })
})

describe('what an escort is filed with', () => {
  const line = { role: 'begeleidend intensivist', phone: '088-5550147' }
  it('the ticks are clinical, its phone line is a contact', () => {
    const escort = { ticked: ['ventilation-stable'], line }
    const { clinical, contacts } = allowed(submit({ request: { escort } }))
    expect(clinical?.escort).toEqual({ ticked: ['ventilation-stable'] })
    expect(contacts?.escort).toEqual(line)
  })

  it('neither a tick nor a word is no indication', () => {
    expect(submit({ request: { escort: { ticked: [], line } } })).toEqual({
      refused: { code: 'command.invalid', fields: [{ field: 'escort', fault: 'required' }] },
    })
  })
})

describe('a return', () => {
  const back = { purpose: 'return', directedTo: places.to, admissionReason: 'other' } as const
  it('is a transfer of its own that knows the one it comes back from', () => {
    const returnOf = anId(77)
    const row = allowed(submit({ returnOf, reservation: anId(78), request: back })).changes[0]
    expect(row?.data).toMatchObject({ returnOf, purpose: 'return', directedTo: places.to })
    expect(allowed(submit({})).changes[0]?.data).not.toHaveProperty('returnOf')
  })

  it('for another purpose is refused, naming the field', () => {
    expect(submit({ returnOf: anId(77) })).toEqual({
      refused: { code: 'command.invalid', fields: [{ field: 'returnOf', fault: 'not-applicable' }] },
    })
  })
})

describe('a directed request', () => {
  const directed = { purpose: 'return', directedTo: places.to } as const
  it('is offered at once, in phase 1a too, and the hospital need not have a bed free', () => {
    const full = { ...world, beds: [someBeds(places.from), someBeds(places.to, 'ic', { occupied: 12 })] }
    const decision = submit({ request: directed, reservation: ids.reservation }, people.wardStaff, full)
    expect(decision).toMatchObject({
      changes: [
        { name: 'transfer.submitted', data: { directedTo: places.to } },
        { name: 'transfer.routed' },
        { name: 'transfer.offered', data: { state: 'offered', to: places.to, toRegion: 'azo' } },
        { name: 'reservation.offered', data: { directed: true, hospital: places.to } },
      ],
    })
  })

  it('needs an id for its offer', () => {
    expect(submit({ request: directed })).toEqual({
      refused: { code: 'command.invalid', fields: [{ field: 'reservation', fault: 'required' }] },
    })
  })

  it('is refused to the own hospital', () => {
    expect(
      submit({ request: { ...directed, directedTo: places.from }, reservation: ids.reservation }),
    ).toEqual({
      refused: { code: 'hospital.excluded', reasons: ['origin'] },
    })
  })

  it('of an urgent shortage is verified first', () => {
    const request = { ...directed, kind: 'urgent', ground: 'bed-shortage' } as const
    expect(allowed(submit({ request, reservation: ids.reservation })).changes).toHaveLength(2)
  })
})

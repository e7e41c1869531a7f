import { describe, expect, it } from 'vitest'
import { destinationsAbroad, type PartnerRow } from '#shared/abroad/partner-row.ts'
import { type AbroadLine, isAbroadOpen, mayOpenAbroad, NEAR_MAXIMUM } from '#shared/abroad/opening.ts'
import type { Phase } from '#shared/terms.ts'
import { payloads } from '#shared/wire/command.ts'
import type { Decision } from '#shared/wire/decision.ts'
import { decisions } from '#shared/wire/decisions.ts'
import {
  aContext,
  anId,
  aPerson,
  aWorld,
  inPhase,
  people,
  plus,
  someBeds,
  T0,
} from '#test/support/builders.ts'

const codeOf = (decision: Decision): string => ('refused' in decision ? decision.refused.code : 'allowed')
const line = (open: boolean, from: string): AbroadLine => ({
  id: anId(from === T0 ? 80 : 81),
  rev: 1,
  list: 'abroad',
  open,
  from,
  reason: 'vol',
  phase: '2d',
  occupied: 1000,
})
const open = (phase: Phase, occupied: number, register: AbroadLine[] = [], person = people.lcps) =>
  decisions['abroad.open'].decide(
    aWorld({
      phases: inPhase(phase),
      beds: [
        someBeds('umc-utrecht', 'ic', { occupied }),
        someBeds('umc-utrecht', 'ward', { occupied: 2000 }),
      ],
      register,
    }),
    { abroad: anId(82), reason: 'vol' },
    aContext(person),
  )

describe('opening abroad', () => {
  it('may from phase 2d, or near the maximum of IC beds, ward beds aside', () => {
    expect(NEAR_MAXIMUM).toBe(1188)
    expect(codeOf(open('2d', 10))).toBe('allowed')
    expect(codeOf(open('3', 10))).toBe('allowed')
    expect(codeOf(open('2a', 1188))).toBe('allowed')
    expect(open('2c', 1187)).toMatchObject({
      refused: { code: 'abroad.too-early', facts: { phase: '2c', occupied: 1187, from: 1188 } },
    })
    expect(mayOpenAbroad({ phase: '1b', occupied: 0 })).toBeNull()
  })

  it('is the LCPS’s, once at a time', () => {
    expect(codeOf(open('2d', 10, [], people.rcps))).toBe('role.refused')
    expect(codeOf(open('2d', 10, [line(true, T0)]))).toBe('step.refused')
    expect(codeOf(open('2d', 10, [line(true, plus(-5)), line(false, T0)]))).toBe('allowed')
  })

  it('holds until it is closed, which may in every phase', () => {
    expect(isAbroadOpen([], T0)).toBe(false)
    expect(isAbroadOpen([line(true, T0)], plus(60))).toBe(true)
    expect(isAbroadOpen([line(false, plus(30)), line(true, T0)], plus(30))).toBe(false)
    const close = decisions['abroad.close'].decide(
      aWorld({ phases: inPhase('2a'), register: [line(true, T0)] }),
      { abroad: anId(82), reason: 'rustig' },
      aContext(people.lcps),
    )
    expect(close).toMatchObject({ changes: [{ name: 'abroad.closed', data: { open: false } }] })
  })
})

const partner = {
  partner: anId(83),
  name: 'Klinikum Aachen',
  city: 'Aachen',
  country: 'DE',
  lat: 50.776,
  lon: 6.043,
  nearBorder: true,
  icBeds: 6,
  contact: { role: 'dienstdoend intensivist', phone: '+49 241 5550' },
} as const
const rowOf = ({ partner: id, ...said }: typeof partner, over: Partial<PartnerRow> = {}): PartnerRow => ({
  id,
  rev: 1,
  list: 'partner',
  ...said,
  announcedAt: T0,
  ...over,
})

describe('partners', () => {
  const admin = aPerson('admin', 'brancard')
  const enter = (person = admin) => decisions['partner.enter'].decide(aWorld(), partner, aContext(person))

  it('are entered by who administers all, and stand beside Münster', () => {
    expect(codeOf(enter())).toBe('allowed')
    expect(codeOf(enter(aPerson('admin', 'umc-utrecht')))).toBe('role.refused')
    expect(codeOf(enter(people.lcps))).toBe('role.refused')
    expect(destinationsAbroad([rowOf(partner)]).map(({ city }) => city)).toEqual(['Münster', 'Aachen'])
  })

  it('leave when they are taken out, once', () => {
    const out = rowOf(partner, { withdrawn: { at: T0, reason: 'vol' } })
    expect(destinationsAbroad([out]).map(({ city }) => city)).toEqual(['Münster'])
    const withdraw = (register: PartnerRow[]) =>
      codeOf(
        decisions['partner.withdraw'].decide(
          aWorld({ register }),
          { partner: partner.partner, reason: 'vol' },
          aContext(admin),
        ),
      )
    expect([withdraw([rowOf(partner)]), withdraw([out]), withdraw([])]).toEqual([
      'allowed',
      'step.refused',
      'not-found',
    ])
  })

  it.each([
    [{}, true],
    [{ country: 'NL' }, false],
    [{ lat: 12 }, false],
    [{ icBeds: -1 }, false],
    [{ name: 'bel 0241 5550' }, false],
  ])('take %j: %s', (over, fine) => {
    expect(payloads['partner.enter'].safeParse({ ...partner, ...over }).success).toBe(fine)
  })
})

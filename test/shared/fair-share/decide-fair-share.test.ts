import { describe, expect, it } from 'vitest'
import type { Exemption } from '#shared/fair-share/exemption.ts'
import { TABLE_1_KEYS } from '#shared/fair-share/keys.ts'
import { hospitalsWith } from '#shared/fair-share/region-share.ts'
import { type Payload, payloads } from '#shared/wire/command.ts'
import type { Decision } from '#shared/wire/decision.ts'
import { decisions } from '#shared/wire/decisions.ts'
import type { RegisterRow } from '#shared/wire/register.ts'
import { aContext, anId, aPerson, aWorld, people, places, plus, T0 } from '#test/support/builders.ts'

const chairs = aPerson('secretary', 'roaz-chairs')
const lnaz = aPerson('secretary', 'db-lnaz')
const granted = (over: Partial<Exemption> = {}): Exemption => ({
  id: anId(50),
  rev: 1,
  list: 'exemption',
  group: 'azo',
  from: T0,
  until: plus(120),
  reason: 'brand',
  announcedAt: plus(-10),
  ...over,
})
const codeOf = (decision: Decision): string => ('refused' in decision ? decision.refused.code : 'allowed')

const grant = (
  over: Partial<Payload<'exemption.grant'>> = {},
  register: RegisterRow[] = [],
  person = chairs,
) =>
  decisions['exemption.grant'].decide(
    aWorld({ register }),
    { exemption: anId(51), group: 'azo', from: plus(60), until: plus(240), reason: 'brand', ...over },
    aContext(person),
  )

describe('granting an exemption', () => {
  it('is for the secretary of the ROAZ chairs alone', () => {
    expect(codeOf(grant())).toBe('allowed')
    for (const person of [lnaz, aPerson('secretary', 'azo'), people.lcps, people.rcps])
      expect(codeOf(grant({}, [], person))).toBe('role.refused')
  })

  it('writes one line, as announced', () => {
    const decision = grant()
    if ('refused' in decision) throw new Error('refused')
    expect(decision.changes).toMatchObject([
      {
        name: 'exemption.granted',
        subject: 'register',
        data: { group: 'azo', from: plus(60), announcedAt: T0 },
      },
    ])
  })

  it('is not for the past, nor for a time that ends before it begins', () => {
    expect(codeOf(grant({ from: plus(-4) }))).toBe('allowed')
    expect(codeOf(grant({ from: plus(-6) }))).toBe('time.past')
    expect(grant({ until: plus(60) })).toMatchObject({
      refused: { code: 'command.invalid', fields: [{ field: 'until', fault: 'range' }] },
    })
  })

  it.each([
    ['the same time', granted(), {}, 'exemption.overlaps'],
    ['another group', granted({ group: 'nazb' }), {}, 'allowed'],
    ['from the end of the other on', granted(), { from: plus(120) }, 'allowed'],
    ['until the other begins', granted({ from: plus(240), until: null }), {}, 'allowed'],
    [
      'without an end into a later one',
      granted({ from: plus(600), until: null }),
      { until: null },
      'exemption.overlaps',
    ],
    ['beside one that was ended', granted({ ended: { at: T0, reason: 'geblust' } }), {}, 'allowed'],
  ] as const)('for %s', (_, other, over, code) => {
    expect(codeOf(grant(over, [other]))).toBe(code)
  })
})

describe('ending an exemption', () => {
  const end = (row: Exemption | null, person = chairs) =>
    decisions['exemption.end'].decide(
      aWorld({ register: row === null ? [] : [row] }),
      { exemption: anId(50), reason: 'geblust' },
      aContext(person),
    )

  it('holds from now on, also for one that is still to come', () => {
    for (const row of [granted(), granted({ from: plus(60) })])
      expect(end(row)).toMatchObject({ changes: [{ data: { ended: { at: T0, reason: 'geblust' } } }] })
  })

  it('is refused for what is over or never was, and to others', () => {
    expect(codeOf(end(granted({ until: plus(-1), from: plus(-60) })))).toBe('step.refused')
    expect(codeOf(end(granted({ ended: { at: T0, reason: 'geblust' } })))).toBe('step.refused')
    expect(codeOf(end(null))).toBe('not-found')
    expect(codeOf(end(granted(), lnaz))).toBe('role.refused')
  })
})

describe('recording keys for the groups', () => {
  const payload: Payload<'key-set.record'> = {
    keySet: anId(60),
    bed: 'ic',
    keys: TABLE_1_KEYS,
    from: plus(60),
    decidedBy: 'db-lnaz',
    reason: 'herijkt',
  }
  const record = (over: Partial<typeof payload>, person = lnaz) =>
    codeOf(decisions['key-set.record'].decide(aWorld(), { ...payload, ...over }, aContext(person)))

  it('is for the DB-LNAZ’s secretary and for the LCPS, each for its own body', () => {
    expect(record({})).toBe('allowed')
    expect(record({ decidedBy: 'lcps' }, people.lcps)).toBe('allowed')
    expect(record({ decidedBy: 'lcps' })).toBe('role.refused')
    expect(record({}, people.lcps)).toBe('role.refused')
    expect(record({}, chairs)).toBe('role.refused')
  })

  it('is not for the past', () => expect(record({ from: plus(-6) })).toBe('time.past'))

  it.each([
    ['every group, one decimal', TABLE_1_KEYS, true],
    ['a group short', { azo: 8.9 }, false],
    ['a stranger', { ...TABLE_1_KEYS, 'weser-ems': 3 }, false],
    ['nought', { ...TABLE_1_KEYS, azo: 0 }, false],
    ['two decimals', { ...TABLE_1_KEYS, azo: 8.95 }, false],
    ['over a hundred', { ...TABLE_1_KEYS, azo: 100.1 }, false],
  ])('takes %s: %#', (_, keys, fine) => {
    expect(payloads['key-set.record'].safeParse({ ...payload, keys }).success).toBe(fine)
  })
})

describe('setting a region’s own key', () => {
  const own = hospitalsWith(places.region, 'ic')
  const parts = Object.fromEntries(own.map((id) => [id, 10]))
  const set = (over: Record<string, number>, person = aPerson('secretary', places.region)) =>
    decisions['region-key.set'].decide(
      aWorld(),
      {
        regionKey: anId(61),
        region: places.region,
        bed: 'ic',
        parts: { ...parts, ...over },
        from: T0,
        reason: 'afspraak',
      },
      aContext(person),
    )

  it('is for the region’s own ROAZ', () => {
    expect(codeOf(set({}))).toBe('allowed')
    for (const person of [aPerson('secretary', 'azo'), lnaz, people.rcps])
      expect(codeOf(set({}, person))).toBe('role.refused')
  })

  it('names each of its hospitals with such beds and no other, and one at least takes part', () => {
    expect(set({ radboudumc: 5 })).toMatchObject({
      refused: { code: 'command.invalid', fields: [{ field: 'parts.radboudumc', fault: 'unknown' }] },
    })
    expect(set(Object.fromEntries(own.map((id) => [id, 0])))).toMatchObject({
      refused: { fields: [{ field: 'parts', fault: 'range' }] },
    })
    const { [own[0] ?? '']: _, ...short } = parts
    const payload = { regionKey: anId(61), region: places.region, bed: 'ic', from: T0, reason: 'r' } as const
    expect(
      decisions['region-key.set'].decide(
        aWorld(),
        { ...payload, parts: short },
        aContext(aPerson('secretary', places.region)),
      ),
    ).toMatchObject({ refused: { fields: [{ field: `parts.${own[0]}`, fault: 'required' }] } })
  })
})

import { describe, expect, it } from 'vitest'
import { type Exemption, exemptionState, exemptAt } from '#shared/fair-share/exemption.ts'
import { type KeySet, keysAt, keySetAt } from '#shared/fair-share/key-set.ts'
import { TABLE_1_KEYS } from '#shared/fair-share/keys.ts'
import { anId, plus, T0 } from '#test/support/builders.ts'

const anExemption = (over: Partial<Exemption> = {}): Exemption => ({
  id: anId(1),
  rev: 1,
  list: 'exemption',
  group: 'nazl',
  from: T0,
  until: plus(60),
  reason: 'eigen patiënten',
  announcedAt: plus(-60),
  ...over,
})

const aKeySet = (over: Partial<KeySet> = {}): KeySet => ({
  id: anId(2),
  rev: 1,
  list: 'key-set',
  bed: 'ic',
  keys: TABLE_1_KEYS,
  from: T0,
  decidedBy: 'db-lnaz',
  reason: 'herijkt',
  announcedAt: plus(-60),
  ...over,
})

describe('exemptAt', () => {
  it.each([
    [plus(-1), 'ahead', []],
    [T0, 'in-force', ['nazl']],
    [plus(59), 'in-force', ['nazl']],
    [plus(60), 'past', []],
  ])('at %s it is %s', (now, state, groups) => {
    expect(exemptionState(anExemption(), now)).toBe(state)
    expect(exemptAt([anExemption()], now)).toEqual(groups)
  })

  it('ends at the minute it was ended, and lasts without an end', () => {
    const ended = anExemption({ until: null, ended: { at: plus(30), reason: 'voorbij' } })
    expect(exemptAt([ended], plus(29))).toEqual(['nazl'])
    expect(exemptAt([ended], plus(30))).toEqual([])
    expect(exemptAt([anExemption({ until: null })], plus(60 * 24 * 365))).toEqual(['nazl'])
  })

  it('says each group once, sorted', () => {
    const rows = [
      anExemption({ id: anId(3), group: 'nazw' }),
      anExemption({ id: anId(4) }),
      anExemption({ id: anId(5) }),
    ]
    expect(exemptAt(rows, T0)).toEqual(['nazl', 'nazw'])
  })
})

describe('keysAt', () => {
  it('is table 1 until a set begins, IC and ward apart', () => {
    expect(keysAt([aKeySet()], 'ic', plus(-1))).toEqual({})
    expect(keysAt([aKeySet()], 'ic', T0)).toEqual({ keys: TABLE_1_KEYS })
    expect(keysAt([aKeySet()], 'ward', T0)).toEqual({})
  })

  it('is the last that began, of two at once the last recorded, in whatever order they stand', () => {
    const first = aKeySet()
    const later = aKeySet({ id: anId(6), from: plus(10), announcedAt: plus(-90) })
    const mended = aKeySet({ id: anId(7), from: plus(10), announcedAt: plus(-30) })
    for (const rows of [
      [first, later, mended],
      [mended, later, first],
    ]) {
      expect(keySetAt(rows, 'ic', plus(9))?.id).toBe(first.id)
      expect(keySetAt(rows, 'ic', plus(10))?.id).toBe(mended.id)
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '#shared/transfers/acts-now.ts'
import {
  type Conformity,
  CONFORMITY,
  NUMBER_NAMES,
  NUMBER_SETTINGS,
  type NumberName,
  type Setting,
} from '#shared/settings/setting.ts'
import { decisionOf, historyOf, mayShowOxygen, settingOf } from '#shared/settings/setting-of.ts'
import { anId, plus, T0 } from '#test/support/builders.ts'

const decided = (over: Partial<Setting> = {}): Setting => ({
  id: anId(1),
  rev: 1,
  list: 'setting',
  name: 'limit.verify.urgent',
  value: 20,
  decidedBy: 'Landelijk beraad RCPS',
  reason: 'afspraak van september',
  decidedAt: T0,
  inForceFrom: T0,
  ...over,
})
const paper: Conformity = { isOn: true, on: '2026-11-01', document: 'MDR-2026-04' }

describe('settingOf', () => {
  it.each(NUMBER_NAMES)('%s: within its own bounds before anybody decided', (name) => {
    const bounds = NUMBER_SETTINGS[name]
    expect(settingOf([], name, T0)).toBe(bounds?.initial)
    expect(bounds?.initial).toBeGreaterThanOrEqual(bounds?.min ?? Infinity)
    expect(bounds?.initial).toBeLessThanOrEqual(bounds?.max ?? -Infinity)
  })

  it('begins with the limits of the rulebook', () => {
    for (const [act, by] of Object.entries(LIMITS))
      for (const [kind, minutes] of Object.entries(by))
        expect(settingOf([], `limit.${act}.${kind}` as NumberName, T0)).toBe(minutes)
  })

  it('gives the newest decision in force, and the one before it until then', () => {
    const rows = [decided({ id: anId(2), value: 25, inForceFrom: plus(60) }), decided()]
    expect(settingOf(rows, 'limit.verify.urgent', plus(-1))).toBe(LIMITS.verify.urgent)
    expect(settingOf(rows, 'limit.verify.urgent', T0)).toBe(20)
    expect(settingOf(rows, 'limit.verify.urgent', plus(59))).toBe(20)
    expect(settingOf(rows, 'limit.verify.urgent', plus(60))).toBe(25)
    expect(settingOf(rows, 'limit.verify.planned', plus(60))).toBe(LIMITS.verify.planned)
  })

  it('of two from one instant the later decision holds, in whichever order they come', () => {
    const rows = [decided(), decided({ id: anId(2), value: 30, decidedAt: plus(1) })]
    expect(settingOf(rows, 'limit.verify.urgent', plus(2))).toBe(30)
    expect(settingOf(rows.toReversed(), 'limit.verify.urgent', plus(2))).toBe(30)
  })

  it('passes over lines of other lists', () => {
    expect(settingOf([{ ...decided(), list: 'wish' }], 'limit.verify.urgent', T0)).toBe(LIMITS.verify.urgent)
  })

  it('is the same in any order of lines', () => {
    const line = fc.record({ value: fc.nat(100), from: fc.nat(50), at: fc.nat(50) })
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.nat(60),
        fc.infiniteStream(fc.nat()),
        (lines, at, luck) => {
          const rows = lines.map(({ value, from, at: decidedAt }, n) =>
            decided({ id: anId(n), value, inForceFrom: plus(from), decidedAt: plus(decidedAt) }),
          )
          const mixed = rows.map((row) => ({ row, by: luck.next().value })).sort((a, b) => a.by - b.by)
          const one = decisionOf(rows, 'limit.verify.urgent', plus(at))
          expect(
            decisionOf(
              mixed.map(({ row }) => row),
              'limit.verify.urgent',
              plus(at),
            ),
          ).toEqual(one)
          expect(one === undefined || one.inForceFrom <= plus(at)).toBe(true)
          expect(historyOf(rows, 'limit.verify.urgent')).toHaveLength(rows.length)
        },
      ),
    )
  })
})

describe('oxygen', () => {
  it('is shown in the demo, and outside it by a decision that stands', () => {
    const on = decided({ name: CONFORMITY, value: paper })
    const off = decided({
      id: anId(2),
      name: CONFORMITY,
      value: { ...paper, isOn: false },
      decidedAt: plus(5),
      inForceFrom: plus(5),
    })
    expect(mayShowOxygen([], T0, true)).toBe(true)
    expect(mayShowOxygen([], T0, false)).toBe(false)
    expect(mayShowOxygen([on], plus(-1), false)).toBe(false)
    expect(mayShowOxygen([on], T0, false)).toBe(true)
    expect(settingOf([on], CONFORMITY, T0)).toEqual(paper)
    expect(mayShowOxygen([on, off], plus(4), false)).toBe(true)
    expect(mayShowOxygen([on, off], plus(5), false)).toBe(false)
  })
})

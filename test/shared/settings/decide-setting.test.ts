import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideSetting } from '#shared/settings/decide-setting.ts'
import { valueFault } from '#shared/settings/value-fault.ts'
import { CONFORMITY, NUMBER_NAMES, NUMBER_SETTINGS } from '#shared/settings/setting.ts'
import type { Payload } from '#shared/wire/command.ts'
import { payloads } from '#shared/wire/command.ts'
import { aContext, anId, aPerson, aWorld, plus, T0 } from '#test/support/builders.ts'
import { cast, castNames } from '#test/support/cast.ts'

const admin = aPerson('admin', 'brancard')
const wish = (over: Partial<Payload<'setting.decide'>> = {}): Payload<'setting.decide'> => ({
  setting: anId(1),
  name: 'limit.verify.urgent',
  value: 20,
  decidedBy: 'Landelijk beraad RCPS',
  reason: 'afspraak van september',
  inForceFrom: T0,
  ...over,
})
const decide = (over: Partial<Payload<'setting.decide'>> = {}, person = admin) =>
  decideSetting(aWorld(), wish(over), aContext(person))
const paper = { isOn: true, on: '2026-11-01', document: 'MDR-2026-04' }

describe('a decision on a setting', () => {
  it('is a new line: who decided, why, from when', () => {
    expect(decide()).toMatchObject({
      changes: [
        {
          name: 'setting.decided',
          subject: 'register',
          id: anId(1),
          data: { ...without(wish()), list: 'setting', decidedAt: T0 },
        },
      ],
      as: { role: 'admin', org: 'brancard' },
    })
  })

  it('is for who administers all of brancard', () => {
    const fine = castNames.filter((name) => !('refused' in decide({}, cast[name])))
    expect(fine).toEqual(['admin'])
    const ofHospital = aPerson('admin', 'umc-utrecht')
    expect(decide({}, ofHospital)).toEqual({ refused: { code: 'role.refused' } })
  })

  it('lies within the bounds of its setting, and says them', () => {
    const fields = (over: Partial<Payload<'setting.decide'>>) => {
      const said = decide(over)
      return 'refused' in said ? said.refused.fields : null
    }
    expect(fields({ value: 0 })).toEqual([{ field: 'value', fault: 'range', min: 1, max: 1440 }])
    expect(fields({ value: 15.5 })).toEqual([{ field: 'value', fault: 'format' }])
    expect(fields({ name: 'oxygen.ventilator-use', value: 3.5 })).toBeNull()
    expect(fields({ name: 'oxygen.ventilator-use', value: 3.3 })).toEqual([
      { field: 'value', fault: 'format' },
    ])
    expect(fields({ value: paper })).toEqual([{ field: 'value', fault: 'type' }])
    expect(fields({ name: CONFORMITY, value: 1 })).toEqual([{ field: 'value', fault: 'type' }])
    expect(fields({ name: CONFORMITY, value: paper })).toBeNull()
    expect(fields({ inForceFrom: plus(367 * 1440) })).toEqual([
      { field: 'inForceFrom', fault: 'range', max: 366 },
    ])
  })

  it('is not of the past, nor written twice', () => {
    expect(decide({ inForceFrom: plus(-6) })).toMatchObject({ refused: { code: 'time.past' } })
    expect(decide({ inForceFrom: plus(-4) })).not.toHaveProperty('refused')
    const world = aWorld({ register: [{ ...wish(), id: anId(1), rev: 1, list: 'setting', decidedAt: T0 }] })
    expect(decideSetting(world, wish(), aContext(admin))).toMatchObject({
      refused: { code: 'already-exists' },
    })
  })

  it('takes every value on a step within bounds, and none outside', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NUMBER_NAMES), fc.nat(3000), (name, steps) => {
        const bounds = NUMBER_SETTINGS[name]
        if (bounds === undefined) throw new Error(name)
        const value = steps * bounds.step
        expect(valueFault({ name, value }) === null).toBe(value >= bounds.min && value <= bounds.max)
      }),
    )
  })

  it('asks the door for a shape', () => {
    const fits = (over: object) => payloads['setting.decide'].safeParse({ ...wish(), ...over }).success
    expect(fits({})).toBe(true)
    expect(fits({ name: 'limit.drive.urgent' })).toBe(false)
    expect(fits({ value: Number.NaN })).toBe(false)
    expect(fits({ value: { ...paper, on: '2026-02-30' } })).toBe(false)
    expect(fits({ value: { ...paper, document: '' } })).toBe(false)
    expect(fits({ reason: ' ' })).toBe(false)
    expect(fits({ extra: 1 })).toBe(false)
  })
})

function without({ setting: _, ...rest }: Payload<'setting.decide'>) {
  return rest
}

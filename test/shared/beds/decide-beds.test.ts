import { describe, expect, it } from 'vitest'
import { hospitals } from '#shared/reference/hospitals.ts'
import type { Payload } from '#shared/wire/command.ts'
import { decisions } from '#shared/wire/decisions.ts'
import { aContext, plus, aPerson, aWorld, people, places, someBeds, T0 } from '#test/support/builders.ts'
import { cast, type CastName, castNames } from '#test/support/cast.ts'

const figures: Payload<'beds.report'> = {
  hospital: places.to,
  bed: 'ic',
  operational: 12,
  occupied: 9,
  crisis: 5,
  boss: 2,
  addable24h: 1,
  intakeStop: null,
}
const world = aWorld({ beds: [someBeds(places.to, 'ic', { reserved: 2 })] })
const report = (over: Partial<typeof figures> = {}, at = T0, person = people.receiver, facts = world) =>
  decisions['beds.report'].decide(facts, { ...figures, ...over }, aContext(person, { at }))

/** Its own people and the coordinators see a hospital's figures; the rest cannot tell that it reports. */
const SEE: readonly CastName[] = ['receiver', 'receivingWard', 'rcps', 'lcps', 'receivingRcps', 'otherRcps']

describe('a bed report', () => {
  it.each(castNames)('is the own bed desk’s: %s', (name) => {
    const decision = report({}, T0, cast[name])
    const code = 'refused' in decision ? decision.refused.code : 'allowed'
    expect(code).toBe(name === 'receiver' ? 'allowed' : SEE.includes(name) ? 'role.refused' : 'not-found')
  })

  it('replaces what was seen and leaves what is reserved', () => {
    const decision = report()
    if ('refused' in decision) throw new Error(decision.refused.code)
    const [change] = decision.changes
    expect(change).toMatchObject({
      name: 'beds.reported',
      id: `${places.to}:ic`,
      data: { operational: 12, occupied: 9, source: 'desk', observedAt: T0, reportedAt: T0 },
    })
    expect(change?.data).not.toHaveProperty('reserved')
  })

  it('is believed when it says that the hospital is overfull', () => {
    expect(report({ operational: 8, occupied: 11 })).not.toHaveProperty('refused')
  })

  it('says which figures cannot be', () => {
    expect(report({ crisis: 10, boss: 13 })).toEqual({
      refused: {
        code: 'command.invalid',
        fields: [
          { field: 'crisis', fault: 'range', min: 0, max: 9 },
          { field: 'boss', fault: 'range', min: 0, max: 12 },
        ],
      },
    })
  })

  it('never replaces what was seen later, clocks that differ a little aside', () => {
    expect(report({}, plus(-40))).toEqual({
      refused: { code: 'step.refused', facts: { state: 'newer-report', at: plus(-30) } },
    })
    expect(report({}, plus(-34))).not.toHaveProperty('refused')
  })

  it('an intake stop ends in the future, as an instant, whatever its offset', () => {
    const stop = (until: string) => report({ intakeStop: { reason: 'staff', until } })
    expect(stop(T0)).toMatchObject({ refused: { fields: [{ field: 'intakeStop.until', fault: 'range' }] } })
    expect(stop('2026-11-21T10:30:00+01:00')).toMatchObject({ refused: { code: 'command.invalid' } })
    expect(stop('2026-11-21T11:30:00+01:00')).toMatchObject({
      changes: [{ data: { intakeStop: { reason: 'staff', until: plus(30) } } }],
    })
    expect(report({ intakeStop: { reason: 'staff', until: null } })).not.toHaveProperty('refused')
  })

  it('makes the row of beds that nobody reported before', () => {
    const first = report({ hospital: places.near }, T0, aPerson('bed-desk', places.near))
    expect(first).toMatchObject({
      changes: [{ id: `${places.near}:ic`, data: { hospital: places.near, operational: 12, reserved: 0 } }],
    })
  })

  it('is not for beds that the hospital does not have', () => {
    const [without] = hospitals.filter(({ hasIc }) => !hasIc)
    const id = without?.id ?? ''
    expect(report({ hospital: id }, T0, aPerson('bed-desk', id))).toEqual({ refused: { code: 'not-found' } })
  })
})

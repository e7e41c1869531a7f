import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectivePhase, type RegisterLine } from '#shared/phases/effective-phase.ts'
import { isCrisis } from '#shared/phases/phase-order.ts'
import { anyPhase } from '#test/support/arbitraries.ts'

const line = (day: number, scope: string, phase: RegisterLine['phase']): RegisterLine => ({
  scope,
  phase,
  inForceFrom: `2026-10-${String(day).padStart(2, '0')}T08:00:00Z`,
})
const on = (day: number, register: RegisterLine[], region = 'nazb') =>
  effectivePhase({ region, at: `2026-10-${String(day).padStart(2, '0')}T08:00:00Z`, register })

describe('effectivePhase', () => {
  const wave = [
    line(2, 'region:nazb', '1b'),
    line(4, 'national', '2b'),
    line(6, 'region:nazb', '1a'),
    line(8, 'national', '1b'),
    line(10, 'region:nazb', '1a'),
  ]

  it('is 1a without any line, and the region’s own below 2a', () => {
    expect(on(1, wave)).toBe('1a')
    expect(on(2, wave)).toBe('1b')
    expect(on(3, wave, 'szn')).toBe('1a')
  })

  it('is the nation’s from 2a up, whatever the region says', () => {
    expect(on(4, wave)).toBe('2b')
    expect(on(7, wave)).toBe('2b')
    expect(on(5, wave, 'szn')).toBe('2b')
  })

  it('is 1b in every region once the nation falls, until its own ROAZ lowers it', () => {
    expect(on(8, wave)).toBe('1b')
    expect(on(9, wave)).toBe('1b')
    expect(on(10, wave)).toBe('1a')
    expect(on(30, wave, 'szn')).toBe('1b')
    expect(on(8, [line(4, 'national', '3'), line(8, 'national', '1a')])).toBe('1b')
  })

  it('holds from the very second on, and a lowering at the instant of the fall holds', () => {
    const at = (instant: string) => effectivePhase({ region: 'nazb', at: instant, register: wave })
    expect(at('2026-10-04T07:59:59.999Z')).toBe('1b')
    expect(at('2026-10-04T10:00:00+02:00')).toBe('2b')
    const together = [line(8, 'region:nazb', '1a'), line(4, 'national', '2a'), line(8, 'national', '1b')]
    expect(on(8, together)).toBe('1a')
  })

  it('lets the last of two lines hold that came into force together', () => {
    expect(on(4, [line(4, 'national', '2a'), line(4, 'national', '2c')])).toBe('2c')
  })

  const anyRegister = fc.uniqueArray(
    fc
      .record({
        day: fc.integer({ min: 1, max: 28 }),
        scope: fc.constantFrom('national', 'region:nazb', 'region:szn'),
        phase: anyPhase,
      })
      .filter(({ scope, phase }) => scope === 'national' || !isCrisis(phase)),
    { selector: ({ day, scope }) => `${day} ${scope}`, maxLength: 12 },
  )

  it('depends on no order of lines, no other region and no future', () => {
    fc.assert(
      fc.property(anyRegister, fc.integer({ min: 1, max: 28 }), (lines, day) => {
        const register = lines.map((entry) => line(entry.day, entry.scope, entry.phase))
        const phase = on(day, register)
        expect(on(day, register.toReversed())).toBe(phase)
        expect(
          on(
            day,
            register.filter(({ scope }) => scope !== 'region:szn'),
          ),
        ).toBe(phase)
        expect(
          on(
            day,
            register.filter(({ inForceFrom }) => inForceFrom <= line(day, '', '1a').inForceFrom),
          ),
        ).toBe(phase)
        // In a crisis every region has the same phase.
        if (isCrisis(phase)) expect(on(day, register, 'szn')).toBe(phase)
      }),
      { numRuns: 1000 },
    )
  })
})

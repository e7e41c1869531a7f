import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decidePhaseChange } from '#shared/phases/mandate.ts'
import { ADVISERS } from '#shared/phases/phase-entry.ts'
import { BODIES, type Body, PHASES, type Phase } from '#shared/terms.ts'
import { anyPhase } from '#test/support/arbitraries.ts'

const anyChange = fc.record(
  {
    scope: fc.constantFrom('national', 'region:nazb', 'region:szn'),
    from: anyPhase,
    to: anyPhase,
    decidedBy: fc.constantFrom(...BODIES),
    advice: fc.subarray([...ADVISERS]),
  },
  { requiredKeys: ['scope', 'from', 'to', 'decidedBy'] },
)

/** The body whose change of this kind, fully advised and in the right scope, is allowed. */
function whoMay(from: Phase, to: Phase): Body[] {
  const scopes = ['national', 'region:nazb']
  return BODIES.filter((decidedBy) =>
    scopes.some((scope) => decidePhaseChange({ scope, from, to, decidedBy, advice: ADVISERS }).allowed),
  )
}

describe('decidePhaseChange', () => {
  // Rows: the phase left. Columns 1a 1b 2a 2b 2c 2d 3: who may enter it (plan 2.2.4, 2.2.5).
  const [R, C, D, M] = BODIES
  it.each([
    ['1a', [undefined, R, C, D, D, M, M]],
    ['1b', [R, undefined, C, D, D, M, M]],
    ['2a', [C, C, undefined, D, D, M, M]],
    ['2b', [D, D, D, undefined, D, M, M]],
    ['2c', [D, D, D, D, undefined, M, M]],
    ['2d', [M, M, M, M, M, undefined, M]],
    ['3', [M, M, M, M, M, M, undefined]],
  ] as const)('leaving %s takes the mandate of the higher phase', (from, columns) => {
    expect(PHASES.map((to) => whoMay(from, to))).toEqual(columns.map((body) => (body ? [body] : [])))
  })

  it('asks for advice only when rising, and only for the phase entered', () => {
    const reasons = (from: Phase, to: Phase) =>
      decidePhaseChange({ scope: 'national', from, to, decidedBy: 'minister-vws' }).reasons
    expect(reasons('2c', '2d')).toEqual(['advice-missing:db-lnaz'])
    expect(reasons('2c', '3')).toEqual(['advice-missing:igj', 'advice-missing:lnaz', 'advice-missing:nza'])
    expect(reasons('3', '2d')).toEqual([])
    expect(reasons('3', '3')).toEqual(['same-phase'])
  })

  it('gives every reason beside the same phase too', () => {
    expect(decidePhaseChange({ scope: 'region:nazb', from: '2d', to: '2d', decidedBy: 'roaz' })).toEqual({
      allowed: false,
      mandate: 'minister-vws',
      reasons: ['no-mandate', 'same-phase', 'scope-must-be-national'],
    })
    expect(
      decidePhaseChange({ scope: 'national', from: '1a', to: '1a', decidedBy: 'db-lnaz' }).reasons,
    ).toEqual(['no-mandate', 'same-phase', 'scope-must-be-region'])
  })

  it('answers every change: sorted reasons without doubles, allowed when there is none', () => {
    fc.assert(
      fc.property(anyChange, (change) => {
        const { allowed, mandate, reasons } = decidePhaseChange(change)
        expect(allowed).toBe(reasons.length === 0)
        expect(reasons).toEqual([...new Set(reasons)].sort())
        expect(reasons.includes('no-mandate')).toBe(change.decidedBy !== mandate)
        expect(reasons.includes('same-phase')).toBe(change.from === change.to)
        // In exactly one of the two scopes no scope reason holds.
        const other = change.scope === 'national' ? 'region:nazb' : 'national'
        const scopeReasons = [change, { ...change, scope: other }].flatMap((asked) =>
          decidePhaseChange(asked).reasons.filter((reason) => reason.startsWith('scope-')),
        )
        expect(scopeReasons).toHaveLength(1)
        // More advice never makes a change less allowed.
        if (allowed) expect(decidePhaseChange({ ...change, advice: ADVISERS }).allowed).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

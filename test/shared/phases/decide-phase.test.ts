import { describe, expect, it } from 'vitest'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import type { Payload } from '#shared/wire/command.ts'
import { decisions } from '#shared/wire/decisions.ts'
import { aContext, plus, anId, aPerson, aWorld, inPhase, people, T0 } from '#test/support/builders.ts'

const secretaryOf = (org: string) => aPerson('secretary', org)
const change = (over: Partial<Payload<'phase.announce'>> = {}): Payload<'phase.announce'> => ({
  phase: anId(5),
  scope: 'national',
  to: '2a',
  decidedBy: 'roaz-chairs',
  advice: [],
  reason: 'overal vol',
  inForceFrom: plus(60),
  ...over,
})
const announce = (
  over: Partial<Payload<'phase.announce'>>,
  person = secretaryOf(over.decidedBy ?? 'roaz-chairs'),
  phases: PhaseEntry[] = [],
) => decisions['phase.announce'].decide(aWorld({ phases }), change(over), aContext(person))

describe('announcing a phase', () => {
  it('keeps who decided, why, from which phase, announced when and in force when', () => {
    expect(announce({ inForceFrom: '2026-11-21T13:00:00+01:00' })).toEqual({
      as: { role: 'secretary', org: 'roaz-chairs' },
      changes: [
        {
          name: 'phase.announced',
          subject: 'phase',
          id: anId(5),
          data: {
            id: anId(5),
            scope: 'national',
            from: '1a',
            phase: '2a',
            decidedBy: 'roaz-chairs',
            advice: [],
            reason: 'overal vol',
            announcedAt: T0,
            inForceFrom: plus(120),
          },
        },
      ],
    })
  })

  it('is recorded by the secretary of the own body, for the own region', () => {
    const region = { decidedBy: 'roaz', scope: 'region:nazmn', to: '1b' } as const
    expect(announce(region, secretaryOf('nazmn'))).not.toHaveProperty('refused')
    const strangers = [secretaryOf('azo'), secretaryOf('db-lnaz'), aPerson('rcps', 'nazmn'), people.lcps]
    for (const person of strangers)
      expect(announce(region, person)).toEqual({ refused: { code: 'role.refused' } })
    expect(announce({}, secretaryOf('db-lnaz'))).toEqual({ refused: { code: 'role.refused' } })
    expect(announce({ decidedBy: 'roaz' }, secretaryOf('nazmn'))).toEqual({
      refused: { code: 'role.refused' },
    })
  })

  it('without the mandate is refused with R1’s reasons, the phase left and whose it is', () => {
    expect(announce({ decidedBy: 'db-lnaz' })).toEqual({
      refused: {
        code: 'phase.refused',
        reasons: ['no-mandate'],
        facts: { from: '1a', mandate: 'roaz-chairs' },
      },
    })
    expect(announce({ to: '2d', decidedBy: 'minister-vws' }, undefined, inPhase('2c'))).toEqual({
      refused: {
        code: 'phase.refused',
        reasons: ['advice-missing:db-lnaz'],
        facts: { from: '2c', mandate: 'minister-vws' },
      },
    })
    expect(announce({ to: '2a' }, undefined, inPhase('2a'))).toMatchObject({
      refused: { reasons: ['same-phase'] },
    })
  })

  it('starts from the phase that will hold then, not from today’s', () => {
    const [entry] = inPhase('2a')
    const tomorrow = { ...(entry as PhaseEntry), inForceFrom: plus(1440) }
    expect(
      announce({ to: '2b', decidedBy: 'db-lnaz', inForceFrom: plus(1500) }, undefined, [tomorrow]),
    ).toMatchObject({
      changes: [{ data: { from: '2a' } }],
    })
    expect(
      announce({ to: '2b', decidedBy: 'db-lnaz', inForceFrom: plus(60) }, undefined, [tomorrow]),
    ).toMatchObject({
      changes: [{ data: { from: '1a' } }],
    })
  })

  it('is ahead, five minutes of typing aside, and once', () => {
    expect(announce({ inForceFrom: plus(-6) })).toEqual({
      refused: { code: 'time.past', facts: { from: plus(-6) } },
    })
    expect(announce({ inForceFrom: plus(-5) })).not.toHaveProperty('refused')
    expect(announce({ phase: anId(900) }, undefined, inPhase('1b'))).toEqual({
      refused: { code: 'already-exists' },
    })
  })
})

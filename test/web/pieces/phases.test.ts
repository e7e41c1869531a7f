import { describe, expect, test } from 'vitest'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import { anId, plus, T0 } from '#test/support/builders.ts'
import { emptyPhase, phaseFaults, previewPhase, speaksFor } from '#web/pieces/phases/phase-draft.ts'
import { phaseStory } from '#web/pieces/phases/phase-story.ts'

const line = (scope: string, phase: PhaseEntry['phase'], minutes: number): PhaseEntry => ({
  id: anId(1000 + minutes),
  rev: 1,
  scope,
  from: '1a',
  phase,
  decidedBy: 'roaz',
  advice: [],
  reason: 'figuren',
  announcedAt: plus(minutes),
  inForceFrom: plus(minutes),
})

describe('the story of a region', () => {
  test('names whose decision holds, since when, and what is announced', () => {
    const register = [
      line('region:nazz', '1b', -600),
      line('region:nazb', '1b', -300),
      line('national', '2b', 90),
    ]
    expect(phaseStory('nazz', register, T0)).toEqual({
      phase: '1b',
      since: plus(-600),
      source: 'region',
      next: { phase: '2b', at: plus(90) },
    })
    expect(phaseStory('azo', register, T0)).toMatchObject({ phase: '1a', since: null, source: 'start' })
  })

  test('after the nation fell it is 1b by that fall, until its own ROAZ lowers it', () => {
    const register = [
      line('national', '2a', -600),
      line('national', '1b', -60),
      line('region:nazz', '1a', 30),
    ]
    expect(phaseStory('nazz', register, T0)).toMatchObject({
      phase: '1b',
      since: plus(-60),
      source: 'fall',
      next: { phase: '1a' },
    })
  })

  test("of a crisis phase counts from the nation's change, whatever a region wrote meanwhile", () => {
    const register = [line('national', '2a', -600), line('national', '2b', -60)]
    expect(phaseStory('', register, T0)).toMatchObject({ phase: '2b', since: plus(-60), source: 'national' })
  })
})

describe('a secretary', () => {
  const minister = speaksFor('minister-vws')
  const draft = { ...emptyPhase(), to: '2d' as const, from: plus(60) }

  test('speaks for the own region or the own body, and for nothing else', () => {
    expect(speaksFor('nazz')).toMatchObject({ decidedBy: 'roaz', scope: 'region:nazz' })
    expect(minister).toMatchObject({ decidedBy: 'minister-vws', scope: 'national' })
    expect(speaksFor('umc-utrecht')).toBeUndefined()
  })

  test('sees the mandate and the missing advice before anything is sent', () => {
    if (minister === undefined) throw new Error('the minister decides')
    const register = [line('national', '2a', -600)]
    expect(previewPhase(draft, minister, register)).toMatchObject({
      allowed: false,
      from: '2a',
      needed: ['db-lnaz'],
      reasons: ['advice-missing:db-lnaz'],
    })
    expect(previewPhase({ ...draft, advice: ['db-lnaz'] }, minister, register)?.allowed).toBe(true)
    expect(previewPhase({ ...draft, to: '2a' }, minister, register)?.reasons).toContain('same-phase')
  })

  test('must say which phase, from when (not in the past) and why', () => {
    expect(phaseFaults(emptyPhase(), T0).map(({ id }) => id)).toEqual([
      'phase-to',
      'phase-from',
      'phase-reason',
    ])
    const past = { ...draft, from: plus(-6), reason: 'bezetting' }
    expect(phaseFaults(past, T0).map(({ id }) => id)).toEqual(['phase-from'])
    expect(phaseFaults({ ...past, from: plus(-5) }, T0)).toEqual([])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact } from '#shared/reports/fact.ts'
import { CLASSES, factOf, keptOf } from '#shared/retention/kept-figures.ts'

const aFact = (over: Partial<Fact> = {}): Fact => ({
  day: '2026-11-21',
  from: 'nazb',
  to: '',
  bed: 'ic',
  track: 'shortage',
  measure: 'filed',
  minutes: 0,
  count: 1,
  ...over,
})

describe('what stays when the timeline goes', () => {
  it('is the same fact, a step’s minutes as the middle of a class', () => {
    const moved = aFact({ measure: 'moved', to: 'azo' })
    expect(factOf(keptOf(moved))).toEqual(moved)
    expect(keptOf(aFact({ measure: 'step.to-bed', minutes: 31 })).measure).toBe('step.to-bed.45')
    expect(factOf(keptOf(aFact({ measure: 'step.to-bed', minutes: 31 })))).toMatchObject({
      measure: 'step.to-bed',
      minutes: 38,
      rough: true,
    })
  })

  it('never leaves its class, and errs by less than it is wide', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_080 }), (minutes) => {
        const back = factOf(keptOf(aFact({ measure: 'step.matching', minutes }))).minutes
        const bound = CLASSES.find((one) => minutes <= one) ?? 0
        const below = CLASSES[CLASSES.indexOf(bound as (typeof CLASSES)[number]) - 1] ?? 0
        expect(back).toBeGreaterThanOrEqual(below)
        expect(back).toBeLessThanOrEqual(bound)
        expect(Math.abs(back - minutes)).toBeLessThanOrEqual(bound - below)
      }),
    )
  })
})

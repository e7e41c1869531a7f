import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actTime, MAX_SKEW_MS } from '#shared/wire/act-time.ts'
import { plus, T0 } from '#test/support/builders.ts'

const DAY = 24 * 60

describe('when an act was', () => {
  it('is the phone’s own time where its clock is right', () => {
    expect(actTime({ at: plus(-90) }, T0)).toEqual({ at: plus(-90), corrected: false })
    expect(actTime({ at: '2026-11-21T11:00:00+01:00' }, T0)).toEqual({ at: T0, corrected: false })
  })

  it('is moved by the offset, and marked', () => {
    expect(actTime({ at: plus(DAY), skew: -DAY * 60_000 }, T0)).toEqual({ at: T0, corrected: true })
    expect(actTime({ at: plus(-DAY), skew: DAY * 60_000 }, T0)).toEqual({ at: T0, corrected: true })
  })

  it('is never further ahead than a minute', () => {
    expect(actTime({ at: plus(1) }, T0)).toEqual({ at: plus(1), corrected: false })
    expect(actTime({ at: plus(1.1) }, T0)).toEqual({ at: T0, corrected: true })
    const skews = fc.integer({ min: -MAX_SKEW_MS, max: MAX_SKEW_MS })
    fc.assert(
      fc.property(fc.integer({ min: -DAY, max: DAY }), skews, (minutes, skew) => {
        const { at } = actTime({ at: plus(minutes), skew }, T0)
        expect(Date.parse(at)).toBeLessThanOrEqual(Date.parse(plus(1)))
      }),
    )
  })
})

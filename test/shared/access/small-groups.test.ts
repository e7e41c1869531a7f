import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hideSmall, SMALLEST_GROUP } from '#shared/access/small-groups.ts'

const shown = (...counts: number[]) => {
  const { total, groups } = hideSmall(counts.map((count, at) => ({ id: `g${at}`, count })))
  return [total, ...groups.map(({ count }) => count)]
}

describe('small groups', () => {
  it('are hidden, and with them what they could be reckoned from', () => {
    expect(shown(8, 6, 12)).toEqual([26, 8, 6, 12])
    // Four alone would be 22 less 18: the next smallest goes with it.
    expect(shown(8, 4, 10)).toEqual([22, null, null, 10])
    expect(shown(4, 3, 10)).toEqual([17, null, null, 10])
    expect(shown(1, 1, 10)).toEqual([12, null, null, null])
    expect(shown(9)).toEqual([9, 9])
    expect(shown(3)).toEqual([null, null])
    expect(shown(0, 0, 3)).toEqual([null, null, null, null])
    expect(shown(0, 7, 9)).toEqual([16, null, null, 9])
    expect(shown()).toEqual([null])
  })

  it('never: none under five is shown, and what is hidden is five or more and more than one', () => {
    const counts = fc.array(fc.nat(14), { maxLength: 11 })
    fc.assert(
      fc.property(counts, (list) => {
        const [total, ...groups] = shown(...list)
        const seen = groups.flatMap((count) => (count == null ? [] : [count]))
        const small = [...seen, ...(total == null ? [] : [total])].filter((count) => count < SMALLEST_GROUP)
        expect(small).toEqual([])
        if (total == null || seen.length === groups.length) return
        const hidden = total - seen.reduce((sum, count) => sum + count, 0)
        expect(hidden).toBeGreaterThanOrEqual(SMALLEST_GROUP)
        expect(groups.length - seen.length).toBeGreaterThan(groups.length === 1 ? 0 : 1)
      }),
    )
  })
})

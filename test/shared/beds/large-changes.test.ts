import { describe, expect, it } from 'vitest'
import { LARGE, largeChanges } from '#shared/beds/large-changes.ts'
import { someBeds } from '#test/support/builders.ts'

const from = (occupied: number) => someBeds('umc-utrecht', 'ic', { operational: 60, occupied })

describe('a change of bed figures is asked about', () => {
  it.each([
    // A bed or two never, however small the hospital.
    [1, 3, false],
    [0, 2, false],
    [3, 1, false],
    [4, 6, false],
    // Three of twelve is a quarter; three of eleven is more, and so are three of four and four of twelve.
    [12, 15, false],
    [12, 16, true],
    [12, 8, true],
    [4, 7, true],
    [11, 14, true],
    [11, 8, true],
    [0, 3, true],
    // Five never where it is no quarter, six always.
    [40, 45, false],
    [40, 35, false],
    [40, 46, true],
    [40, 34, true],
  ])('from %i to %i: %s', (was, is, asked) => {
    const found = largeChanges(from(was), { occupied: is })
    expect(found).toEqual(asked ? [{ figure: 'occupied', from: was, to: is }] : [])
  })

  it('each figure for itself; what is not given stays as it is', () => {
    expect(largeChanges(from(10), {})).toEqual([])
    const changes = largeChanges(from(10), { operational: 60 + LARGE.beds + 1, occupied: 20 })
    expect(changes.map(({ figure }) => figure).sort()).toEqual(['occupied', 'operational'])
  })
})

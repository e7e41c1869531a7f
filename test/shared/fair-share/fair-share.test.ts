import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FairShareInput, fairShare } from '#shared/fair-share/fair-share.ts'
import { TABLE_1_KEYS } from '#shared/fair-share/keys.ts'
import { groups } from '#shared/reference/regions.ts'

const anyGroup = fc.oneof(
  fc.constantFrom(...Object.keys(TABLE_1_KEYS)),
  fc.constantFrom('constructor', '__proto__', '7', 'weser-ems'),
)
const anyKeys = fc.dictionary(
  anyGroup,
  fc.integer({ min: 1, max: 999 }).map((tenths) => tenths / 10),
  {
    noNullPrototype: true,
  },
)
const anyShare: fc.Arbitrary<FairShareInput> = fc.record(
  {
    keys: anyKeys,
    exempt: fc.array(anyGroup, { maxLength: 4 }),
    current: fc.dictionary(anyGroup, fc.nat(300), { noNullPrototype: true }),
    extra: fc.nat(2000),
  },
  { requiredKeys: ['current'] },
)

const turned = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).reverse())

describe('fairShare', () => {
  it('has table 1 as its keys', () => {
    expect(TABLE_1_KEYS).toEqual(Object.fromEntries(groups.map(({ id, keyPercent }) => [id, keyPercent])))
  })

  it('gives ties by id: the remainder, and the order', () => {
    const keys = { b: 10, c: 10, a: 10 }
    expect(fairShare({ keys, current: {}, extra: 2 })).toEqual({
      total: 2,
      target: { a: 1, b: 1, c: 0 },
      deficit: { a: 0.666667, b: 0.666667, c: 0.666667 },
      order: ['a', 'b', 'c'],
    })
    // By code unit: capitals first, and é after z.
    expect(fairShare({ keys: { é: 1, z: 1, Z: 1 }, current: {}, extra: 2 }).order).toEqual(['Z', 'z', 'é'])
  })

  it('sees a tie where floating point sees none', () => {
    // 0.1, 0.2 and 0.3 of six: one, two, three patients exactly.
    const { target, deficit } = fairShare({ keys: { a: 0.1, b: 0.2, c: 0.3 }, current: {}, extra: 6 })
    expect(target).toEqual({ a: 1, b: 2, c: 3 })
    expect(deficit).toEqual({ a: 1, b: 2, c: 3 })
  })

  it('leaves out the exempt and whoever has no key, patients and all', () => {
    const current = { a: 5, b: 100, stranger: 100 }
    expect(fairShare({ keys: { a: 1, b: 1 }, exempt: ['b', 'nobody'], current, extra: 1 })).toEqual({
      total: 6,
      target: { a: 6 },
      deficit: { a: 1 },
      order: ['a'],
    })
    expect(fairShare({ keys: { a: 1 }, exempt: ['a'], current, extra: 4 })).toEqual({
      total: 4,
      target: {},
      deficit: {},
      order: [],
    })
  })

  it('adds up to the total, within one patient of the exact share, whatever the order of the keys', () => {
    fc.assert(
      fc.property(anyShare, (input) => {
        const share = fairShare(input)
        const targets = new Map(Object.entries(share.target))
        const deficits = new Map(Object.entries(share.deficit))
        const current = new Map(Object.entries(input.current))
        if (targets.size > 0) expect([...targets.values()].reduce((a, b) => a + b)).toBe(share.total)
        for (const [group, target] of targets) {
          const exact = (deficits.get(group) ?? Number.NaN) + (current.get(group) ?? 0)
          expect(Math.abs(target - exact)).toBeLessThan(1)
          expect(Number.isInteger(target) && target >= 0).toBe(true)
        }
        expect([...share.order].sort()).toEqual([...targets.keys()].sort())
        const falling = share.order.map((group) => deficits.get(group) ?? Number.NaN)
        expect(falling).toEqual([...falling].sort((a, b) => b - a))

        const other = fairShare({
          ...input,
          keys: turned(input.keys ?? TABLE_1_KEYS),
          current: turned(input.current),
          exempt: (input.exempt ?? []).toReversed(),
        })
        expect(other).toEqual(share)
      }),
      { numRuns: 3000 },
    )
  })

  it('gives a larger key no fewer patients', () => {
    fc.assert(
      fc.property(anyKeys, fc.nat(2000), (keys, extra) => {
        const byKey = Object.entries(keys).sort(([, a], [, b]) => a - b)
        const target = new Map(Object.entries(fairShare({ keys, current: {}, extra }).target))
        const targets = byKey.map(([group]) => target.get(group) ?? Number.NaN)
        const keysOf = byKey.map(([, key]) => key)
        for (const [at, key] of keysOf.entries()) {
          const next = keysOf[at + 1]
          if (next !== undefined && next > key)
            expect(targets[at + 1]).toBeGreaterThanOrEqual(targets[at] ?? 0)
        }
      }),
    )
  })
})

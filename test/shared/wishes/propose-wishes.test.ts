import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regions } from '#shared/reference/regions.ts'
import { proposeWishes, type WishInput } from '#shared/wishes/propose-wishes.ts'
import { middleOf } from '#shared/wishes/wish-facts.ts'

/** Everywhere as many patients as its key says of a thousand, and beds for all. */
const KEYS: Record<string, number> = {
  azeur: 42,
  nazmn: 74,
  'naznw-szn': 151,
  nazz: 69,
  azo: 89,
  nazl: 93,
  aznn: 104,
  nazw: 96,
  tczw: 139,
  nazb: 144,
}

function input(over: Partial<WishInput> = {}, present: Record<string, number> = {}, room = 99): WishInput {
  const current = { ...KEYS, ...present }
  return {
    current,
    exempt: [],
    regions: regions.map(({ id, group }) => ({
      id,
      group,
      ...middleOf(id),
      present: Math.ceil((current[group] ?? 0) / regions.filter((one) => one.group === group).length),
      room,
    })),
    ...over,
  }
}
const said = (of: WishInput) =>
  proposeWishes(of).pairs.map(({ from, to, patients }) => `${from}→${to} ${patients}`)

describe('the proposed movements', () => {
  it('even shares ask for nothing', () => {
    expect(said(input())).toEqual([])
  })

  it('go from who is above to who is below, whole patients, and no farther than needed', () => {
    expect(said(input({}, { nazb: 154, aznn: 94 }))).toEqual(['nazb→aznn 10'])
    // Both are above, both below: Limburg's go to Zwolle and Zeeland's not across them.
    expect(said(input({}, { nazl: 98, tczw: 144, nazw: 91, nazz: 64 }))).toEqual([
      'nazl→nazz 5',
      'tczw→nazw 5',
    ])
  })

  it('no more than asked for: the farthest above gives first', () => {
    const wave = input({ most: 4 }, { nazb: 164, nazl: 95, aznn: 82 })
    expect(said(wave)).toEqual(['nazb→aznn 4'])
  })

  it('stop where there are no beds, and say how many stay', () => {
    const full = input({}, { nazb: 154, aznn: 94 })
    full.regions = full.regions.map((one) => (one.id === 'aznn' ? { ...one, room: 3 } : one))
    expect(said(full)).toEqual(['nazb→aznn 3'])
    expect(proposeWishes(full).noRoom).toBe(7)
  })

  it('an exempt group neither gives nor takes', () => {
    expect(said(input({ exempt: ['aznn'] }, { nazb: 154 })).join()).not.toContain('aznn')
  })

  it('two regions of one group give and take by how full they are', () => {
    const wave = input({}, { 'naznw-szn': 131, nazb: 164 })
    const takers = proposeWishes(wave).pairs.filter(({ to }) => to === 'naznw' || to === 'szn')
    expect(takers.map(({ to, patients }) => `${to} ${patients}`)).toEqual(['naznw 10', 'szn 10'])
  })

  it('never overshoots a target, a bed or the number asked for, and brings the shares nearer', () => {
    const anyInput = fc.record({
      present: fc.dictionary(fc.constantFrom(...Object.keys(KEYS)), fc.nat(200)),
      rooms: fc.array(fc.nat(15), { minLength: 11, maxLength: 11 }),
      most: fc.option(fc.nat(40), { nil: undefined }),
      exempt: fc.subarray(Object.keys(KEYS), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(anyInput, ({ present, rooms, most, exempt }) => {
        const whole = input({ exempt, ...(most === undefined ? {} : { most }) }, present)
        whole.regions = whole.regions.map((one, at) => ({ ...one, room: rooms[at] ?? 0 }))
        const { pairs, groups } = proposeWishes(whole)
        const moved = pairs.reduce((sum, { patients }) => sum + patients, 0)
        expect(moved).toBeLessThanOrEqual(most ?? Infinity)
        for (const { group, present: now, target, gives, takes } of groups) {
          const own = (side: 'from' | 'to') =>
            pairs
              .filter((pair) => whole.regions.find(({ id }) => id === pair[side])?.group === group)
              .reduce((sum, { patients }) => sum + patients, 0)
          expect(own('from')).toBe(gives)
          expect(own('to')).toBe(takes)
          expect(gives === 0 || takes === 0).toBe(true)
          const after = now - gives + takes
          expect(Math.abs(after - target)).toBe(Math.abs(now - target) - gives - takes)
        }
        for (const { id, room } of whole.regions)
          expect(
            pairs.filter(({ to }) => to === id).reduce((sum, one) => sum + one.patients, 0),
          ).toBeLessThanOrEqual(room)
        expect(pairs.some(({ from, to }) => from === to)).toBe(false)
      }),
      { numRuns: 200 },
    )
  })
})

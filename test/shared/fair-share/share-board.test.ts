import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Exemption } from '#shared/fair-share/exemption.ts'
import { fairShare } from '#shared/fair-share/fair-share.ts'
import { type Move, shareBoard, spreadOf } from '#shared/fair-share/share-board.ts'
import { regionShare } from '#shared/fair-share/region-share.ts'
import type { RegionKey } from '#shared/fair-share/region-key.ts'
import { presentByGroup } from '#shared/matching/match-facts.ts'
import { groups } from '#shared/reference/regions.ts'
import { someBeds, anId, plus, T0 } from '#test/support/builders.ts'

const GROUPS = groups.map(({ id }) => id)
const anyMove: fc.Arbitrary<Move> = fc.record({
  from: fc.constantFrom(...GROUPS),
  to: fc.constantFrom(...GROUPS),
  departed: fc.boolean(),
})
const exempting = (group: string): Exemption => ({
  id: anId(1),
  rev: 1,
  list: 'exemption',
  group,
  from: T0,
  until: null,
  reason: 'r',
  announcedAt: T0,
})
const beds = [
  someBeds('umc-utrecht', 'ic', { crisis: 20 }),
  someBeds('radboudumc', 'ic', { crisis: 8 }),
  someBeds('catharina-eindhoven', 'ic', { crisis: 31 }),
  someBeds('radboudumc', 'ward', { crisis: 99 }),
]

describe('shareBoard', () => {
  it('says what R7 says, and counts the other care level for nothing', () => {
    const board = shareBoard('ic', { beds, register: [], moves: [] }, T0)
    const ruled = fairShare({ current: presentByGroup(beds, 'ic') })
    expect(board.total).toBe(59)
    expect(Object.fromEntries(board.groups.map((one) => [one.group, one.target]))).toEqual(ruled.target)
    expect(Object.fromEntries(board.groups.map((one) => [one.group, one.deficit]))).toEqual(ruled.deficit)
    expect(board.groups.reduce((sum, { target }) => sum + (target ?? 0), 0)).toBe(59)
  })

  it('gives an exempt group no target, and shows that its patients are there', () => {
    const board = shareBoard('ic', { beds, register: [exempting('nazb')], moves: [] }, T0)
    expect(board.groups.find(({ group }) => group === 'nazb')).toMatchObject({
      exempt: true,
      present: 31,
      target: null,
      deficit: null,
    })
    expect(board.total).toBe(28)
  })

  it('moves nobody in or out of thin air: who leaves is still here, who is on the road is already gone', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 40 }), (moves) => {
        const board = shareBoard('ic', { beds, register: [], moves }, T0)
        const present = board.groups.reduce((sum, one) => sum + one.present, 0)
        const after = board.groups.reduce((sum, one) => sum + one.after, 0)
        expect(after).toBe(present + moves.filter(({ departed }) => departed).length)
        for (const one of board.groups) expect(one.after).toBe(one.present - one.leaving + one.coming)
      }),
    )
  })

  it('measures how far apart the groups are', () => {
    expect(spreadOf([{ deficit: 2.5 }, { deficit: -2.5 }, { deficit: null }])).toBe(5)
  })
})

describe('regionShare', () => {
  const own = [
    someBeds('umc-utrecht', 'ic', { operational: 30, crisis: 20 }),
    someBeds('antonius-nieuwegein', 'ic', { operational: 10, crisis: 0 }),
  ]
  const key: RegionKey = {
    id: anId(2),
    rev: 1,
    list: 'region-key',
    region: 'nazmn',
    bed: 'ic',
    parts: { 'umc-utrecht': 50, 'antonius-nieuwegein': 50, 'meander-amersfoort': 0 },
    from: plus(30),
    reason: 'afspraak',
    announcedAt: T0,
  }
  const targets = (now: string) =>
    Object.fromEntries(
      regionShare('nazmn', 'ic', { beds: own, register: [key] }, now).hospitals.map((one) => [
        one.hospital,
        one.target,
      ]),
    )

  it('shares by staffed beds until the region’s own key begins', () => {
    expect(targets(T0)).toMatchObject({
      'umc-utrecht': 15,
      'antonius-nieuwegein': 5,
      'meander-amersfoort': null,
    })
    expect(targets(plus(30))).toMatchObject({
      'umc-utrecht': 10,
      'antonius-nieuwegein': 10,
      'meander-amersfoort': null,
    })
  })

  it('shows a hospital without figures as unknown, not as nought', () => {
    const { hospitals } = regionShare('nazmn', 'ic', { beds: own, register: [] }, T0)
    expect(hospitals.find(({ hospital }) => hospital === 'meander-amersfoort')).toMatchObject({
      operational: null,
      occupied: null,
      free: null,
      freshness: null,
      source: null,
    })
  })
})

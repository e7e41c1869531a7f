import { describe, expect, test } from 'vitest'
import { someBeds } from '#test/support/builders.ts'
import { candidateReasons, isByShare } from '#web/pieces/matching/candidate-reasons.ts'
import { groupExcluded } from '#web/pieces/matching/excluded-list.tsx'
import { gapWords } from '#web/pieces/matching/share-bar.tsx'

const candidate = (hospital: string, group: string, free: number, distanceKm: number, usesBoss = false) => ({
  hospital,
  group,
  free,
  distanceKm,
  usesBoss,
  roadKm: distanceKm,
  beds: someBeds(hospital),
  freshness: 'fresh' as const,
})
const share = (group: string, deficit: number) => ({ group, present: 10, target: 10, deficit })
const asked = { purpose: 'spreading', kind: 'planned' } as const

describe('why a hospital stands where it stands', () => {
  const near = candidate('umcg-groningen', 'aznn', 2, 40)
  const big = candidate('isala-zwolle', 'nazz', 5, 90)
  const view: Parameters<typeof candidateReasons>[1] = {
    candidates: [near, big],
    share: [share('aznn', 7.5), share('nazz', 3)],
    level: 'national',
    phase: '2a',
  }

  test('says only what sets it apart', () => {
    expect(candidateReasons(near, view, asked)).toEqual(['regio het verst onder aandeel', 'dichtstbij'])
    expect(candidateReasons(big, view, asked)).toEqual(['meeste vrije bedden'])
  })

  test('leaves the share out where it does not decide: in the region, in phase 3, for another purpose', () => {
    expect(isByShare(view, asked)).toBe(true)
    for (const [other, purpose] of [
      [{ ...view, level: 'region' }, 'spreading'],
      [{ ...view, phase: '3' }, 'spreading'],
      [view, 'capacity'],
    ] as const)
      expect(candidateReasons(near, other, { ...asked, purpose })).toEqual(['dichtstbij'])
  })

  test('one that needs no safety bed says so where others do', () => {
    const boss = candidate('mst-enschede', 'azeur', 1, 60, true)
    const mixed = { ...view, candidates: [near, boss] }
    expect(candidateReasons(near, mixed, asked)).toContain('zonder BOSS')
    expect(candidateReasons(boss, mixed, asked)).not.toContain('zonder BOSS')
  })

  test('the only one is just that', () => {
    expect(candidateReasons(near, { ...view, candidates: [near] }, asked)).toEqual(['het enige dat kan'])
  })
})

test.each([
  [14, 17, '3 onder aandeel'],
  [17, 14, '3 boven aandeel'],
  [14, 14, 'precies op aandeel'],
])('%i present against %i: %s', (present, target, words) => {
  expect(gapWords({ present, target })).toBe(words)
})

test('an excluded hospital stands once, under what a coordinator asks about first, its other reasons with it', () => {
  const groups = groupExcluded({
    'umc-utrecht': ['full', 'origin'],
    'isala-zwolle': ['declined-earlier', 'full'],
    'mst-enschede': ['full'],
    'something-new': ['a-reason-of-tomorrow'],
  })
  expect(groups).toEqual([
    { reason: 'declined-earlier', hospitals: [{ id: 'isala-zwolle', also: ['full'] }] },
    {
      reason: 'full',
      hospitals: [
        { id: 'mst-enschede', also: [] },
        { id: 'umc-utrecht', also: ['origin'] },
      ],
    },
    { reason: 'a-reason-of-tomorrow', hospitals: [{ id: 'something-new', also: [] }] },
  ])
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fairShare } from '#shared/fair-share/fair-share.ts'
import { hideSmallGaps, hideSmallGroups, hideSmallHospitals } from '#shared/fair-share/hide-small-shares.ts'
import { regionShare } from '#shared/fair-share/region-share.ts'
import { places, T0 } from '#test/support/builders.ts'
import { roomEverywhere } from '#test/support/story.ts'

const share = (occupied: number, reserved = 0, crisis = 0) => {
  const beds = roomEverywhere().map((row) => ({
    ...row,
    operational: 40,
    occupied: row.hospital === places.from ? occupied : 20,
    reserved: row.hospital === places.from ? reserved : 0,
    crisis: row.hospital === places.from ? crisis : 0,
  }))
  return hideSmallHospitals(regionShare(places.region, 'ic', { beds, register: [] }, T0))
}
const told = (occupied: number) =>
  share(occupied).hospitals.find(({ hospital }) => hospital === places.from)?.occupied

it('who oversees is told no hospital’s few patients, and not what the sum leaves of them', () => {
  expect([told(3), told(20)]).toEqual([null, 20])
  expect(share(3).hospitals.filter(({ occupied }) => occupied === null).length).toBeGreaterThan(1)
})

it('nor what is reserved: one bed or none looks the same', () => {
  expect(share(20, 1)).toEqual(share(20, 0))
})

it('nor a total under five by what its hospitals should have of it', () => {
  const targets = (crisis: number) => share(20, 0, crisis).hospitals.map(({ target }) => target ?? 0)
  expect(share(20, 0, 4).total).toBe(null)
  expect(targets(4).filter((target) => target > 0)).toEqual([])
  expect(targets(9).reduce((sum, target) => sum + target, 0)).toBe(9)
})

const [EXEMPT, ...TAKING_PART] = ['azo', 'nazb', 'nazmn', 'spoedzorgnet']
const boardOf = (counts: readonly number[]) => {
  const groups = [EXEMPT ?? '', ...TAKING_PART]
  const current = Object.fromEntries(groups.map((group, at) => [group, counts[at] ?? 0]))
  const keys = Object.fromEntries(TAKING_PART.map((group) => [group, 30]))
  const { total, target, deficit } = fairShare({ keys, current })
  const rows = groups.map((group) => ({
    ...{ group, key: keys[group] ?? null, exempt: group === EXEMPT, leaving: 9, coming: 9, after: 9 },
    present: current[group] ?? 0,
    target: target[group] ?? null,
    deficit: deficit[group] ?? null,
  }))
  return { bed: 'ic' as const, total, keySet: null, groups: rows }
}

it('nor the nation’s total under five, on the board and on past days, by what its groups should have of it', () => {
  for (const few of [0, 1, 4]) {
    const board = boardOf([30, 0, few, 0])
    const told = hideSmallGroups(board)
    expect(told.total).toBe(null)
    for (const { target } of [...told.groups, ...hideSmallGaps(board.groups)]) expect(target).toBe(null)
  }
  expect(hideSmallGroups(boardOf([30, 9, 9, 9])).groups.map(({ target }) => target)).toEqual([null, 9, 9, 9])
})

it('nor what the total leaves of the groups that take part, beside one that is exempted', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(14), { minLength: 4, maxLength: 4 }), (counts) => {
      const { total, groups } = hideSmallGroups(boardOf(counts))
      if (total === null) return
      const left = groups.slice(1).reduce((sum, { present }) => sum - (present ?? 0), total)
      if (groups.slice(1).some(({ present }) => present === null)) expect(left).toBeGreaterThanOrEqual(5)
    }),
  )
})

import { expect, it } from 'vitest'
import { hideSmallHospitals } from '#shared/fair-share/hide-small-shares.ts'
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

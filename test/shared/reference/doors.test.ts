import { describe, expect, it } from 'vitest'
import { carriers, fleet, vehicle, vehiclesOf } from '#shared/reference/fleet.ts'
import { hospital, hospitals } from '#shared/reference/hospitals.ts'
import { micuCentre, micuCentres, micuCentresServing } from '#shared/reference/micu-centres.ts'
import { partner, partners } from '#shared/reference/partners.ts'
import { group, groupOf, groups, region, regionOf, regions, regionsOf } from '#shared/reference/regions.ts'
import { safetyRegion, safetyRegionOfRav, safetyRegions } from '#shared/reference/safety-regions.ts'
import { VEHICLE_KINDS } from '#shared/terms.ts'

describe('each door gives what it lists, and nothing for an unknown id', () => {
  it.each([
    ['hospital', hospitals.map((each) => [each.id, each]), hospital],
    ['region', regions.map((each) => [each.id, each]), region],
    ['group', groups.map((each) => [each.id, each]), group],
    ['safety region', safetyRegions.map((each) => [each.code, each]), safetyRegion],
    ['safety region of a RAV', safetyRegions.map((each) => [each.rav.id, each]), safetyRegionOfRav],
    ['MICU centre', micuCentres.map((each) => [each.id, each]), micuCentre],
    ['partner', partners.map((each) => [each.id, each]), partner],
    ['vehicle', fleet.map((each) => [each.id, each]), vehicle],
  ] as const)('%s', (_, entries, door: (id: string) => unknown) => {
    expect(entries.length).toBeGreaterThan(0)
    for (const [id, item] of entries) expect(door(String(id))).toBe(item)
    expect(door('nergens')).toBeUndefined()
  })
})

describe('hospitals', () => {
  it('are 91, of which 80 with an IC, 8 university sites and 7 MICU centres', () => {
    const count = (flag: 'hasIc' | 'umc' | 'micuCentre') => hospitals.filter((each) => each[flag]).length
    expect([hospitals.length, count('hasIc'), count('umc'), count('micuCentre')]).toEqual([91, 80, 8, 7])
  })

  it('have unique short names of at most 22 characters, whatever the case of the letters', () => {
    const names = hospitals.map((each) => each.short.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
    expect(Math.max(...names.map((name) => [...name].length))).toBeLessThanOrEqual(22)
  })

  it('that are university sites can all give HFNO and isolate', () => {
    const unable = hospitals.filter((each) => each.umc && !(each.fictional.hfno && each.fictional.isolation))
    expect(unable).toEqual([])
  })

  it('with an IC mostly can give HFNO, and some cannot', () => {
    const withIc = hospitals.filter((each) => each.hasIc)
    const share = withIc.filter((each) => each.fictional.hfno).length / withIc.length
    expect(share).toBeGreaterThan(0.5)
    expect(share).toBeLessThan(1)
  })
})

describe('regions and groups', () => {
  it('are eleven in ten, NAZNW and SZN together', () => {
    expect([regions.length, groups.length]).toEqual([11, 10])
    expect(regionsOf('naznw-szn').map((each) => each.id)).toEqual(['naznw', 'szn'])
    expect(groups.filter((each) => regionsOf(each.id).length !== 1).map((each) => each.id)).toEqual([
      'naznw-szn',
    ])
  })

  it('are found from a hospital', () => {
    const amc = hospital('amsterdam-umc-amc')
    expect(amc && regionOf(amc)?.code).toBe('SZN')
    expect(amc && groupOf(amc)?.name).toBe('NAZNW + SZN')
  })

  it('print keys that add up to 100.1', () => {
    expect(groups.reduce((sum, each) => sum + Math.round(each.keyPercent * 10), 0)).toBe(1001)
  })
})

describe('MICU centres', () => {
  it('serve every region but Noord-Brabant', () => {
    const unserved = regions.filter((each) => micuCentresServing(each.id).length === 0)
    expect(unserved.map((each) => each.id)).toEqual(['nazb'])
  })
})

describe('the fleet', () => {
  it('has seven MICUs, four ambulances for each of 25 RAVs, two ambulances+, LL5 and a bus', () => {
    const counts = VEHICLE_KINDS.map((kind) => [kind, fleet.filter((each) => each.kind === kind).length])
    expect(Object.fromEntries(counts)).toEqual({
      micu: 7,
      ambulance: 100,
      'ambulance-plus': 2,
      helicopter: 1,
      bus: 1,
    })
    for (const { rav } of safetyRegions)
      expect(vehiclesOf(rav.id).map((each) => each.kind)).toEqual(Array(4).fill('ambulance'))
  })

  it('is fictional but for the MICUs and LL5', () => {
    const real = fleet.filter((each) => !each.fictional)
    expect(real.map((each) => each.kind).sort()).toEqual(['helicopter', ...Array(7).fill('micu')])
    expect([...carriers, ...safetyRegions.map((each) => each.rav)].every((each) => each.fictional)).toBe(true)
  })

  it('flies LL5 from seven to seven', () => {
    expect(vehicle('ll5')?.hours).toEqual({ from: '07:00', until: '19:00' })
  })
})

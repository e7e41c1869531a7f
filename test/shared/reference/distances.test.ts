import { describe, expect, it } from 'vitest'
import { greatCircleKm } from '#shared/matching/distance.ts'
import { distances, roadBetween } from '#shared/reference/distances.ts'
import { hospitals } from '#shared/reference/hospitals.ts'

const pairs = hospitals.flatMap((a, index) => hospitals.slice(0, index).map((b) => [a, b] as const))

describe('the road between two hospitals', () => {
  it('is known for all 4095 pairs and the same both ways', () => {
    expect(pairs.length).toBe(4095)
    for (const [a, b] of pairs) {
      const there = roadBetween(a.id, b.id)
      expect(there).toBeDefined()
      expect(roadBetween(b.id, a.id)).toEqual(there)
    }
  })

  it('is at least the straight line, and 1.2 to 1.5 times it on average', () => {
    const ratios = pairs.map(([a, b]) => {
      const line = greatCircleKm(a, b)
      const km = roadBetween(a.id, b.id)?.km ?? 0
      expect(km, `${a.id} – ${b.id}`).toBeGreaterThanOrEqual(line - 0.5)
      return km / line
    })
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
    expect(mean).toBeGreaterThan(1.2)
    expect(mean).toBeLessThan(1.5)
  })

  it('takes an ambulance no longer than a MICU', () => {
    for (const [a, b] of pairs) {
      const road = roadBetween(a.id, b.id)
      expect(road?.ambulanceMinutes).toBeLessThanOrEqual(road?.micuMinutes ?? 0)
    }
  })

  it('is nothing within one hospital', () => {
    for (const { id } of hospitals) {
      expect(roadBetween(id, id)).toEqual({ km: 0, micuMinutes: 0, ambulanceMinutes: 0 })
    }
  })

  it('is unknown for a place outside the table, also to itself', () => {
    expect(roadBetween('umc-utrecht', 'uk-muenster')).toBeUndefined()
    expect(roadBetween('uk-muenster', 'uk-muenster')).toBeUndefined()
  })

  it.each([
    ['mst-enschede', 'zgt-almelo', { km: 27, micuMinutes: 24, ambulanceMinutes: 20 }],
    ['radboudumc', 'cwz-nijmegen', { km: 3, micuMinutes: 5, ambulanceMinutes: 4 }],
    ['skb-winterswijk', 'haga-den-haag', { km: 189, micuMinutes: 145, ambulanceMinutes: 122 }],
    ['gelre-apeldoorn', 'jansdal-harderwijk', { km: 70, micuMinutes: 55, ambulanceMinutes: 47 }],
  ])('%s – %s is the source’s estimate in whole km', (a, b, road) => {
    expect(roadBetween(a, b)).toEqual(road)
  })

  it('is kept in the order of the hospitals', () => {
    expect(distances.hospitals).toEqual(hospitals.map((hospital) => hospital.id))
  })
})

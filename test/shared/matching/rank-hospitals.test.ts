import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXCLUSION_REASONS, type MatchHospital, type MatchInput } from '#shared/matching/match.ts'
import { matchHospitals } from '#shared/matching/rank-hospitals.ts'
import { hospitals as reference } from '#shared/reference/hospitals.ts'
import { anyMatchInput, NOW } from '#test/support/arbitraries.ts'

type Beds = { operational: number; occupied: number; boss?: number }

const hospital = (id: string, region: string, lat: number, beds: Beds): MatchHospital => ({
  id,
  region,
  group: region === 'naznw' || region === 'szn' ? 'naznw-szn' : region,
  lat,
  lon: 5,
  hfno: true,
  isolation: true,
  intakeStop: false,
  capacity: { ic: { reserved: 0, boss: 0, reportedAt: NOW, ...beds } },
})

const ask = (hospitals: MatchHospital[], request: Partial<MatchInput['request']> = {}): MatchInput => ({
  request: {
    id: 'q1',
    from: 'origin',
    bed: 'ic',
    kind: 'planned',
    purpose: 'spreading',
    hfno: false,
    isolation: false,
    ...request,
  },
  hospitals: [hospital('origin', 'nazb', 52, { operational: 5, occupied: 5 }), ...hospitals],
  phase: '2b',
  exempt: [],
  current: {},
  now: NOW,
})

const order = (input: MatchInput) => matchHospitals(input).candidates.map((candidate) => candidate.hospital)

describe('matchHospitals: the order', () => {
  it('goes within a region by safety beds, free beds, distance, id', () => {
    const input = ask(
      [
        hospital('boss', 'nazb', 52.1, { operational: 9, occupied: 0, boss: 9 }),
        hospital('near-b', 'nazb', 52.2, { operational: 5, occupied: 2 }),
        hospital('near-a', 'nazb', 52.2, { operational: 5, occupied: 2 }),
        hospital('nearest', 'nazb', 52.1, { operational: 5, occupied: 2 }),
        hospital('roomy', 'nazb', 53, { operational: 9, occupied: 2 }),
      ],
      { kind: 'urgent', ground: 'patient-bound' },
    )
    expect(order(input)).toEqual(['roomy', 'nearest', 'near-a', 'near-b', 'boss'])
  })

  const nation = [
    hospital('azo-far', 'azo', 53, { operational: 9, occupied: 1 }),
    hospital('azo-near', 'azo', 52.5, { operational: 9, occupied: 5 }),
    hospital('abroad', 'weser-ems', 52.1, { operational: 9, occupied: 0 }),
    hospital('aznn', 'aznn', 53.5, { operational: 9, occupied: 7 }),
  ]

  it('goes over the nation by fair share when spreading, a group without a key last', () => {
    expect(order({ ...ask(nation), current: { azo: 0, aznn: 90 } })).toEqual([
      'azo-far',
      'azo-near',
      'aznn',
      'abroad',
    ])
    expect(order({ ...ask(nation), current: { azo: 90 } })).toEqual(['aznn', 'azo-far', 'azo-near', 'abroad'])
  })

  it('counts the extra patients into the fair share', () => {
    // aznn is one patient short at first; with 1000 more its larger key decides against azo's deficit.
    const input = { ...ask(nation), keys: { azo: 20, aznn: 80 }, current: { azo: 0, aznn: 4 } }
    expect(order(input)[0]).toBe('azo-far')
    expect(order({ ...input, extra: 1000 })[0]).toBe('aznn')
  })

  it('forgets the fair share in phase 3, and goes near for any other purpose', () => {
    const crisis: MatchInput = { ...ask(nation), phase: '3', current: { azo: 90 } }
    expect(order(crisis)).toEqual(['abroad', 'azo-far', 'azo-near', 'aznn'])
    expect(order(ask(nation, { purpose: 'specialist-care' }))).toEqual([
      'abroad',
      'azo-near',
      'azo-far',
      'aznn',
    ])
  })
})

describe('matchHospitals: who is left out', () => {
  it('gives a planned patient no safety bed, an urgent one does', () => {
    const beds = [hospital('boss', 'nazb', 52.1, { operational: 9, occupied: 7, boss: 3 })]
    expect(matchHospitals(ask(beds)).excluded.boss).toEqual(['only-boss-left'])
    expect(matchHospitals(ask(beds, { kind: 'urgent', ground: 'patient-bound' })).candidates).toMatchObject([
      { hospital: 'boss', free: 2, usesBoss: true },
    ])
  })

  it('keeps an exempt group out of spreading over a region’s border, its own region in, in phase 3 too', () => {
    const hospitals = [
      hospital('home', 'nazb', 52.1, { operational: 9, occupied: 7 }),
      hospital('away', 'azo', 52.1, { operational: 9, occupied: 7 }),
    ]
    const spread = matchHospitals({ ...ask(hospitals), phase: '3', exempt: ['nazb', 'azo'] })
    expect(spread.candidates).toMatchObject([{ hospital: 'home' }])
    expect(spread.excluded.away).toEqual(['region-exempt'])
    const other = matchHospitals({ ...ask(hospitals, { purpose: 'return' }), exempt: ['nazb', 'azo'] })
    expect(other.excluded.away).toEqual(['regional-first'])
  })

  it('refuses the nation as an error while it is closed', () => {
    const input = { ...ask([], { level: 'national' }), phase: '1b' } as const
    expect(matchHospitals(input)).toEqual({
      level: 'none',
      coordinator: 'rcps',
      candidates: [],
      excluded: {},
      error: 'national-not-open-in-this-phase',
    })
    const shortage = ask([], { level: 'national', kind: 'urgent', ground: 'bed-shortage' })
    expect(matchHospitals({ ...shortage, phase: '1b' })).toMatchObject({
      level: 'national',
      coordinator: 'lcps',
    })
  })

  it('throws on an origin that is not there', () => {
    expect(() => matchHospitals(ask([], { from: 'elsewhere' }))).toThrow(RangeError)
  })
})

describe('matchHospitals: always', () => {
  const PLACED_ELSEWHERE = ['regional-first', 'own-region', 'nation-closed']

  it('puts every hospital exactly once among candidates or excluded', () => {
    fc.assert(
      fc.property(anyMatchInput, (input) => {
        const match = matchHospitals(input)
        if (match.error !== undefined) return
        const placed = [...match.candidates.map(({ hospital }) => hospital), ...Object.keys(match.excluded)]
        expect(placed.sort()).toEqual(input.hospitals.map(({ id }) => id).sort())
        for (const reasons of Object.values(match.excluded)) {
          expect(reasons).toEqual(EXCLUSION_REASONS.filter((reason) => reasons.includes(reason)))
          expect(reasons.length).toBeGreaterThan(0)
          if (reasons.some((reason) => PLACED_ELSEWHERE.includes(reason))) expect(reasons).toHaveLength(1)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('never proposes a hospital that may not have the patient', () => {
    fc.assert(
      fc.property(anyMatchInput, (input) => {
        const { request, phase } = input
        const match = matchHospitals(input)
        const home = input.hospitals.find(({ id }) => id === request.from)
        for (const candidate of match.candidates) {
          const chosen = input.hospitals.find(({ id }) => id === candidate.hospital)
          const beds = chosen?.capacity[request.bed]
          if (chosen === undefined || beds === undefined) expect.unreachable(candidate.hospital)
          const left = beds.operational - beds.occupied - beds.reserved
          expect(candidate.free).toBe(request.kind === 'urgent' ? left : left - beds.boss)
          expect(candidate.free).toBeGreaterThan(0)
          expect(candidate.usesBoss).toBe(left <= beds.boss)
          expect(Date.parse(NOW) - Date.parse(beds.reportedAt)).toBeLessThan(1441 * 60_000)
          expect(chosen.id).not.toBe(request.from)
          expect(chosen.intakeStop).toBe(false)
          expect(request.declinedBy ?? []).not.toContain(chosen.id)
          expect(request.hfno && !chosen.hfno).toBe(false)
          expect(request.isolation && !chosen.isolation).toBe(false)
          expect(chosen.region === home?.region).toBe(match.level === 'region')
          if (match.level === 'national') {
            expect(['1a', '1b'].includes(phase) && request.ground !== 'bed-shortage').toBe(false)
            expect(request.purpose === 'spreading' && input.exempt.includes(chosen.group)).toBe(false)
          }
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('answers the same for any order of hospitals', () => {
    const shuffled = anyMatchInput.chain((input) =>
      fc
        .shuffledSubarray([...input.hospitals], { minLength: input.hospitals.length })
        .map((hospitals) => ({ input, other: { ...input, hospitals } })),
    )
    fc.assert(
      fc.property(shuffled, ({ input, other }) => {
        expect(matchHospitals(other)).toEqual(matchHospitals(input))
      }),
      { numRuns: 2000 },
    )
  })

  it('ranks all 91 hospitals within 2 ms', () => {
    const hospitals = reference.map((place) => ({
      ...hospital(place.id, place.region, place.lat, { operational: 20, occupied: 12, boss: 1 }),
      lon: place.lon,
      group: place.group,
    }))
    const [first] = hospitals
    if (first === undefined) expect.unreachable('the reference holds hospitals')
    const input = { ...ask([]), hospitals, current: { azo: 40, nazb: 200 } }
    const request = { ...input.request, from: first.id, level: 'national' } as const
    const durations = Array.from({ length: 101 }, () => {
      const start = performance.now()
      matchHospitals({ ...input, request })
      return performance.now() - start
    }).sort((a, b) => a - b)
    expect(hospitals).toHaveLength(91)
    expect(matchHospitals({ ...input, request }).candidates.length).toBeGreaterThan(70)
    expect(durations[50]).toBeLessThan(2)
  })
})

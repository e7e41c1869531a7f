import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BEDS, SUPPORTS, VEHICLE_KINDS } from '#shared/terms.ts'
import { rankVehicles, type TransportInput } from '#shared/transport/rank-vehicles.ts'
import { TRANSPORT_REASONS } from '#shared/transport/vehicle-facts.ts'
import { anyPhase } from '#test/support/arbitraries.ts'

const CHOICES = [...VEHICLE_KINDS, 'ambulance-escorted'] as const
const all = { micu: 1, ambulance: 1, 'ambulance-plus': 1, helicopter: 1, bus: 1 }
const byIntensivist = { indicatedBy: 'intensivist' }

const trip = (facts: Partial<TransportInput>): TransportInput => ({
  bed: 'ic',
  distanceKm: 60,
  phase: '2b',
  fleet: all,
  ...facts,
})

const anyTrip: fc.Arbitrary<TransportInput> = fc.record(
  {
    bed: fc.constantFrom(...BEDS),
    support: fc.constantFrom(...SUPPORTS),
    escort: fc.constantFrom(null, byIntensivist, { indicatedBy: 'ward-physician' }),
    distanceKm: fc.oneof(fc.constantFrom(0, 100, 100.001), fc.double({ min: 0, max: 900, noNaN: true })),
    destination: fc.record({ country: fc.constantFrom('NL', 'DE', 'BE'), nearBorder: fc.boolean() }),
    phase: anyPhase,
    fleet: fc.record(
      {
        micu: fc.nat(2),
        ambulance: fc.nat(2),
        'ambulance-plus': fc.nat(2),
        helicopter: fc.nat(1),
        bus: fc.nat(1),
      },
      { requiredKeys: [] },
    ),
    groupSize: fc.integer({ min: 1, max: 8 }),
    canSit: fc.boolean(),
  },
  { requiredKeys: ['bed', 'distanceKm', 'phase', 'fleet'] },
)

describe('rankVehicles', () => {
  it('prefers the MICU at home, the escorted ambulance with an escort, the helicopter far abroad', () => {
    const near = { destination: { country: 'DE', nearBorder: true } }
    const far = { destination: { country: 'DE', nearBorder: false } }
    expect(rankVehicles(trip({})).allowed).toEqual(['micu'])
    expect(rankVehicles(trip({ escort: byIntensivist })).allowed).toEqual(['ambulance-escorted', 'micu'])
    expect(rankVehicles(trip({ escort: byIntensivist, ...near })).allowed).toEqual([
      'ambulance-escorted',
      'micu',
    ])
    expect(rankVehicles(trip({ escort: byIntensivist, ...far })).allowed).toEqual([
      'helicopter',
      'micu',
      'ambulance-escorted',
    ])
  })

  it('ranks what may carry a sitting ward patient, with or without an escort', () => {
    const ward = trip({ bed: 'ward', canSit: true, groupSize: 2 })
    expect(rankVehicles(ward).allowed).toEqual(['ambulance', 'bus'])
    expect(rankVehicles({ ...ward, escort: byIntensivist }).allowed).toEqual(['ambulance', 'bus'])
  })

  it('leaves an HFNO patient the ambulance+ alone, on an IC only when an intensivist indicates', () => {
    const hfno = trip({ support: 'hfno', distanceKm: 400 })
    expect(rankVehicles({ ...hfno, bed: 'ward' }).allowed).toEqual(['ambulance-plus'])
    expect(rankVehicles(hfno)).toMatchObject({
      allowed: [],
      excluded: { 'ambulance-plus': ['no-escort-indication'], micu: ['hfno-oxygen'] },
    })
    expect(rankVehicles({ ...hfno, escort: byIntensivist }).allowed).toEqual(['ambulance-plus'])
    const byAnother = rankVehicles({ ...hfno, escort: { indicatedBy: 'ward-physician' } })
    expect(byAnother.excluded['ambulance-plus']).toEqual(['escort-not-by-intensivist'])
    expect(byAnother.excluded['ambulance-escorted']).toEqual(['escort-not-by-intensivist', 'hfno-oxygen'])
  })

  it('flies at home only over 100 km, from 2a, with no MICU free', () => {
    const flight = trip({ fleet: { helicopter: 1 }, distanceKm: 100.1 })
    const against = (facts: Partial<TransportInput>) =>
      rankVehicles({ ...flight, ...facts }).excluded.helicopter
    expect(against({})).toBeUndefined()
    expect(against({ distanceKm: 100 })).toEqual(['not-over-100-km'])
    expect(against({ phase: '1b' })).toEqual(['phase'])
    expect(against({ fleet: { helicopter: 1, micu: 1 } })).toEqual(['micu-available'])
    const abroad = { country: 'BE', nearBorder: false }
    expect(against({ distanceKm: 5, fleet: all, destination: abroad })).toBeUndefined()
    expect(against({ destination: { ...abroad, nearBorder: true } })).toEqual(['short-border-transport'])
    // Near the border of one's own country is at home.
    expect(against({ destination: { country: 'NL', nearBorder: true } })).toBeUndefined()
  })

  it('lets an ambulance+ and a bus know their phase', () => {
    const bus = trip({ bed: 'ward', canSit: true, groupSize: 2, phase: '1b', support: 'none' })
    expect(rankVehicles(bus).excluded.bus).toEqual(['phase'])
    expect(rankVehicles(trip({ bed: 'ward', support: 'hfno', phase: '1a' })).allowed).toEqual([
      'ambulance-plus',
    ])
  })

  it('answers every trip: each vehicle allowed or excluded, with sorted reasons', () => {
    fc.assert(
      fc.property(anyTrip, (input) => {
        const { allowed, excluded } = rankVehicles(input)
        expect([...allowed, ...Object.keys(excluded)].sort()).toEqual([...CHOICES].sort())
        for (const reasons of Object.values(excluded)) {
          expect(reasons.length).toBeGreaterThan(0)
          expect(reasons).toEqual(TRANSPORT_REASONS.filter((reason) => reasons.includes(reason)))
          expect(reasons).toEqual([...new Set(reasons)].sort())
        }
        // Nothing drives that is not free, and nothing but an ambulance+ takes HFNO.
        const kinds = allowed.map((choice) => (choice === 'ambulance-escorted' ? 'ambulance' : choice))
        for (const kind of kinds) expect(input.fleet[kind]).toBeGreaterThan(0)
        if (input.support === 'hfno')
          expect(allowed.filter((choice) => choice !== 'ambulance-plus')).toEqual([])
        if (input.bed === 'ic') expect(allowed).not.toContain('bus')
      }),
      { numRuns: 3000 },
    )
  })

  it('takes an absent field for its default', () => {
    fc.assert(
      fc.property(anyTrip, (input) => {
        const filled = {
          support: 'none',
          escort: null,
          destination: { country: 'NL', nearBorder: false },
          groupSize: 1,
          canSit: false,
          ...input,
          fleet: { micu: 0, ambulance: 0, 'ambulance-plus': 0, helicopter: 0, bus: 0, ...input.fleet },
        } as const
        expect(rankVehicles(filled)).toEqual(rankVehicles(input))
      }),
    )
  })
})

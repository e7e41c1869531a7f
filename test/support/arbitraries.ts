// Generators of valid rule inputs for fast-check: small worlds in which ties, exemptions and full beds are common.
import fc from 'fast-check'
import type { BedReport } from '#shared/beds/capacity.ts'
import type { MatchHospital, MatchInput, MatchRequest } from '#shared/matching/match.ts'
import { BEDS, GROUNDS, PHASES, PURPOSES } from '#shared/terms.ts'

export const NOW = '2026-03-17T16:50:33Z'

export const anyPhase = fc.constantFrom(...PHASES)

const REGIONS = [
  { region: 'naznw', group: 'naznw-szn' },
  { region: 'szn', group: 'naznw-szn' },
  { region: 'azeur', group: 'azeur' },
  { region: 'nazb', group: 'nazb' },
  // A region over the border: no row in table 1.
  { region: 'weser-ems', group: 'weser-ems' },
] as const
const GROUPS = [...new Set(REGIONS.map(({ group }) => group))]

const secondsAgo = (seconds: number): string => new Date(Date.parse(NOW) - seconds * 1000).toISOString()

/** Up to 26 hours old, or a few minutes in the future. */
export const anyReport: fc.Arbitrary<BedReport> = fc.record({
  operational: fc.nat(12),
  occupied: fc.nat(12),
  reserved: fc.nat(3),
  boss: fc.nat(3),
  reportedAt: fc.integer({ min: -600, max: 26 * 3600 }).map(secondsAgo),
})

/** One that has beds, so that most hospitals are not full. */
const roomyReport = anyReport.map((report) => ({ ...report, operational: report.operational + 10 }))

const anyCapacity = fc.record(
  { ic: fc.oneof(anyReport, roomyReport), ward: fc.oneof(anyReport, roomyReport) },
  { requiredKeys: [] },
)

const anyHospital = (id: string): fc.Arbitrary<MatchHospital> =>
  fc
    .record({
      place: fc.constantFrom(...REGIONS),
      // A coarse grid, so that distances tie.
      lat: fc.integer({ min: 51, max: 53 }),
      lon: fc.integer({ min: 4, max: 7 }),
      hfno: fc.boolean(),
      isolation: fc.boolean(),
      intakeStop: fc.constantFrom(false, false, false, true),
      capacity: anyCapacity,
    })
    .map(({ place, ...facts }) => ({ id, ...place, ...facts }))

const anyRequest = (ids: readonly string[]): fc.Arbitrary<MatchRequest> =>
  fc
    .record(
      {
        id: fc.constant('q1'),
        from: fc.constantFrom(...ids),
        bed: fc.constantFrom(...BEDS),
        urgentFor: fc.constantFrom(null, ...GROUNDS),
        purpose: fc.constantFrom(...PURPOSES),
        hfno: fc.boolean(),
        isolation: fc.boolean(),
        level: fc.constantFrom('region', 'national'),
        declinedBy: fc.subarray([...ids], { maxLength: 2 }),
      },
      { requiredKeys: ['id', 'from', 'bed', 'urgentFor', 'purpose', 'hfno', 'isolation'] },
    )
    .map(({ urgentFor, ...request }) =>
      urgentFor === null
        ? { ...request, kind: 'planned' }
        : { ...request, kind: 'urgent', ground: urgentFor },
    )

/** A request at one of two to ten hospitals, in any phase. */
export const anyMatchInput: fc.Arbitrary<MatchInput> = fc.integer({ min: 2, max: 10 }).chain((size) => {
  const ids = Array.from({ length: size }, (_, at) => `h${String(at).padStart(2, '0')}`)
  return fc.record(
    {
      request: anyRequest(ids),
      hospitals: fc.tuple(...ids.map(anyHospital)),
      phase: anyPhase,
      exempt: fc.subarray(GROUPS, { maxLength: 2 }),
      current: fc.dictionary(fc.constantFrom(...GROUPS), fc.nat(40)),
      extra: fc.nat(30),
      now: fc.constant(NOW),
    },
    { requiredKeys: ['request', 'hospitals', 'phase', 'exempt', 'current', 'now'] },
  )
})

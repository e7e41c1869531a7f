// Generators of R9's inputs for fast-check: few beds, wished for by many, so that plans have to choose.
import fc from 'fast-check'
import type { MatchHospital, MatchRequest } from '#shared/matching/match.ts'
import type { PlanInput } from '#shared/matching/plan.ts'
import { type Bed, BEDS, GROUNDS, PURPOSES } from '#shared/terms.ts'
import { anyPhase, NOW } from '#test/support/arbitraries.ts'

const REGIONS = [
  { region: 'naznw', group: 'naznw-szn' },
  { region: 'szn', group: 'naznw-szn' },
  { region: 'azeur', group: 'azeur' },
  { region: 'nazb', group: 'nazb' },
  { region: 'tczw', group: 'tczw' },
  // A region over the border: no row in table 1.
  { region: 'weser-ems', group: 'weser-ems' },
] as const
export const GROUPS = [...new Set(REGIONS.map(({ group }) => group))]

const mostly = (usual: boolean) => fc.constantFrom(usual, usual, usual, !usual)

const aHospital = (id: string, bed: Bed): fc.Arbitrary<MatchHospital> =>
  fc
    .record({
      place: fc.constantFrom(...REGIONS),
      // A coarse grid, so that distances tie.
      lat: fc.integer({ min: 51, max: 53 }),
      lon: fc.integer({ min: 4, max: 7 }),
      hfno: mostly(true),
      isolation: mostly(true),
      intakeStop: mostly(false),
      // One or two beds, safety beds among them; now and then none, or more taken than there are.
      operational: fc.nat(3),
      occupied: fc.constantFrom(0, 0, 0, 1),
      boss: fc.constantFrom(0, 0, 1, 2),
      has: fc.constantFrom(true, true, true, true, false),
    })
    .map(({ place, operational, occupied, boss, has, ...facts }) => ({
      id,
      ...place,
      ...facts,
      capacity: has ? { [bed]: { operational, occupied, reserved: 0, boss, reportedAt: NOW } } : {},
    }))

const aRequest = (id: string, bed: Bed, hospitals: readonly string[]): fc.Arbitrary<MatchRequest> =>
  fc
    .record(
      {
        from: fc.constantFrom(...hospitals),
        urgentFor: fc.constantFrom(null, null, ...GROUNDS),
        purpose: fc.constantFrom('spreading' as const, 'spreading' as const, ...PURPOSES),
        hfno: mostly(false),
        isolation: mostly(false),
        level: fc.constantFrom('region', 'national'),
        declinedBy: fc.subarray([...hospitals], { maxLength: 2 }),
      },
      { requiredKeys: ['from', 'urgentFor', 'purpose', 'hfno', 'isolation'] },
    )
    .map(({ urgentFor, ...facts }) =>
      urgentFor === null
        ? { id, bed, kind: 'planned', ...facts }
        : { id, bed, kind: 'urgent', ground: urgentFor, ...facts },
    )

const named = (letter: string, size: number): string[] =>
  Array.from({ length: size }, (_, at) => `${letter}${at}`)

/** So many requests at most, over two to six hospitals. */
export const anyPlanInput = (mostRequests = 6): fc.Arbitrary<PlanInput> =>
  fc
    .record({
      bed: fc.constantFrom(...BEDS),
      size: fc.integer({ min: 2, max: 6 }),
      asked: fc.integer({ min: 0, max: mostRequests }),
    })
    .chain(({ bed, size, asked }) => {
      const hospitals = named('h', size)
      return fc.record({
        requests: fc.tuple(...named('q', asked).map((id) => aRequest(id, bed, hospitals))),
        hospitals: fc.tuple(...hospitals.map((id) => aHospital(id, bed))),
        // Below 2a and in 3 there is less to plan.
        phase: fc.oneof({ weight: 3, arbitrary: fc.constantFrom('2a', '2b', '2c') }, anyPhase),
        exempt: fc.subarray(GROUPS, { maxLength: 2 }),
        current: fc.dictionary(fc.constantFrom(...GROUPS), fc.nat(12), { noNullPrototype: true }),
        now: fc.constant(NOW),
      })
    })

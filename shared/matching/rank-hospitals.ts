// R8: which hospitals may take this patient, in which order, and why not the others?
// Called by the coordinators' match and by the day's plan (R9). The rule proposes; a coordinator chooses.
import { freeBeds } from '#shared/beds/capacity.ts'
import { type CandidateOrder, type Contender, overTheNation, withinRegion } from './candidate-order.ts'
import { greatCircleKm } from './distance.ts'
import { exclusionReasons } from './exclusions.ts'
import type { ExclusionReason, Match, MatchHospital, MatchInput } from './match.ts'
import { routeOf } from './route.ts'

export type { Match, MatchInput } from './match.ts'

/**
 * Ranks the hospitals for one request. The region goes first; the nation follows when the region has nobody or
 * the request was handed over, and R2 has it open. Every hospital is either a candidate or excluded with its
 * reasons, unless handing over is refused by `error`. The order of `hospitals` does not matter; their ids must
 * differ. Throws a RangeError when `request.from` is not among them (plan 2.2.3, 4.2, 4.5.1.5).
 */
export function matchHospitals(input: MatchInput): Match {
  const { request, hospitals } = input
  const origin = hospitals.find((hospital) => hospital.id === request.from)
  if (origin === undefined) throw new RangeError(`request.from is not among the hospitals: ${request.from}`)

  const handedOver = request.level === 'national'
  const nationOpen = routeOf({ ...request, phase: input.phase }).search.includes('national')
  if (handedOver && !nationOpen) {
    const error = 'national-not-open-in-this-phase'
    return { level: 'none', coordinator: 'rcps', candidates: [], excluded: {}, error }
  }

  const { contenders, excluded } = divide(input, origin)
  const inRegion = contenders.filter(({ hospital }) => hospital.region === origin.region)
  const elsewhere = contenders.filter(({ hospital }) => hospital.region !== origin.region)
  const setAside = (passedOver: readonly Contender[], reason: ExclusionReason): Match['excluded'] => {
    for (const { hospital } of passedOver) excluded.set(hospital.id, [reason])
    return Object.fromEntries(excluded)
  }

  if (!handedOver && inRegion.length > 0) {
    const candidates = ranked(inRegion, withinRegion)
    return {
      level: 'region',
      coordinator: 'rcps',
      candidates,
      excluded: setAside(elsewhere, 'regional-first'),
    }
  }
  if (nationOpen) {
    const candidates = ranked(elsewhere, overTheNation(input))
    return { level: 'national', coordinator: 'lcps', candidates, excluded: setAside(inRegion, 'own-region') }
  }
  return {
    level: 'none',
    coordinator: 'rcps',
    candidates: [],
    excluded: setAside(elsewhere, 'nation-closed'),
  }
}

/** Splits the hospitals into those that could take the patient and those that could not, with the reasons. */
function divide(input: MatchInput, origin: MatchHospital) {
  const { request, exempt, now } = input
  const urgent = request.kind === 'urgent'
  const contenders: Contender[] = []
  const excluded = new Map<string, ExclusionReason[]>()
  for (const hospital of input.hospitals) {
    const report = hospital.capacity[request.bed]
    const beds = report === undefined ? null : freeBeds({ ...report, now })
    const reasons = exclusionReasons({ request, origin, hospital, beds, exempt })
    if (beds === null || reasons.length > 0) {
      excluded.set(hospital.id, reasons)
      continue
    }
    contenders.push({
      hospital,
      candidate: {
        hospital: hospital.id,
        free: urgent ? beds.freeInclBoss : beds.free,
        usesBoss: urgent && beds.free === 0,
        distanceKm: greatCircleKm(origin, hospital),
      },
    })
  }
  return { contenders, excluded }
}

const ranked = (contenders: Contender[], order: CandidateOrder): Match['candidates'] =>
  contenders.sort(order).map(({ candidate }) => candidate)

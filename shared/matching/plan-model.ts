// R9 as figures: requests that are alike as one class, hospitals with their beds, groups with their shares.
// Called by the solver in server/plan; the same figures whatever solves them.
import { freeBeds } from '#shared/beds/capacity.ts'
import type { MatchRequest } from './match.ts'
import { type Assignment, nationalMatch, type PlanInput } from './plan.ts'
import { planShares } from './plan-shares.ts'
import { matchHospitals } from './rank-hospitals.ts'

/** One of R8's candidates for a class. */
export type PlanOption = {
  /** Index into `hospitals`. */
  hospital: number
  millimetres: number
}

/** Requests that the plan cannot tell apart: same origin, urgency and candidates, spreading or not. */
export type RequestClass = {
  /** Indexes into the input's requests. */
  requests: number[]
  urgent: boolean
  /** A move of one counts for the groups' shares. */
  counted: boolean
  /** Index into `gaps` of the group that loses the patient; -1: one that takes no part. */
  group: number
  options: PlanOption[]
  /** Index into `hospitals` of where an earlier plan sent them; -1: nowhere, or nowhere that may still be. */
  earlier: number
}

export type PlanHospital = {
  id: string
  /** Index into `gaps` of the group that gains the patient; -1: one that takes no part. */
  group: number
  /** For planned requests. */
  free: number
  /** For all requests. */
  freeInclBoss: number
}

export type PlanModel = {
  classes: RequestClass[]
  hospitals: PlanHospital[]
  /** Exact share minus patients now, per group that takes part, in units. */
  gaps: number[]
  /** One patient in units. */
  unit: number
}

export const MILLIMETRES_PER_KM = 1e6

/**
 * A request without candidates is in no class. With an earlier plan, what it sent elsewhere is no longer alike. Throws a
 * RangeError when an origin is not among the hospitals.
 */
export function planModel(input: PlanInput, earlier: readonly Assignment[] = []): PlanModel {
  const { unit, gaps } = planShares(input)
  const groups = [...gaps.keys()]
  const bed = input.requests[0]?.bed ?? 'ic'
  const hospitals = input.hospitals.map(({ id, group, capacity }) => {
    const report = capacity[bed]
    const beds = report === undefined ? { free: 0, freeInclBoss: 0 } : freeBeds({ ...report, now: input.now })
    return { id, group: groups.indexOf(group), free: beds.free, freeInclBoss: beds.freeInclBoss }
  })
  return { classes: classesOf(input, hospitals, earlier), hospitals, gaps: [...gaps.values()], unit }
}

function classesOf(
  input: PlanInput,
  hospitals: readonly PlanHospital[],
  plan: readonly Assignment[],
): RequestClass[] {
  const indexOf = new Map(hospitals.map(({ id }, index) => [id, index]))
  const takesPart = hospitals.some(({ group }) => group >= 0)
  const optionsOf = remembered((request) =>
    matchHospitals(nationalMatch(input, request))
      .candidates.map(({ hospital, distanceKm }) => ({
        hospital: indexOf.get(hospital) ?? -1,
        millimetres: Math.round(distanceKm * MILLIMETRES_PER_KM),
      }))
      .sort((a, b) => a.hospital - b.hospital),
  )
  const sentTo = new Map(plan.map(({ request, hospital }) => [request, indexOf.get(hospital ?? '') ?? -1]))
  const classes = new Map<string, RequestClass>()
  input.requests.forEach((request, index) => {
    const options = optionsOf(request)
    if (options.length === 0) return
    const urgent = request.kind === 'urgent'
    const counted = request.purpose === 'spreading' && takesPart
    const sent = sentTo.get(request.id) ?? -1
    const earlier = options.some(({ hospital }) => hospital === sent) ? sent : -1
    const places = options.map(({ hospital }) => hospital)
    const alike = JSON.stringify([request.from, urgent, counted, earlier, places])
    const known = classes.get(alike)
    if (known) known.requests.push(index)
    else {
      const group = hospitals[indexOf.get(request.from) ?? -1]?.group ?? -1
      classes.set(alike, { requests: [index], urgent, counted, group, options, earlier })
    }
  })
  return [...classes.values()]
}

/** Asks once for requests that differ in nothing but their id. */
function remembered<Answer>(ask: (request: MatchRequest) => Answer): (request: MatchRequest) => Answer {
  const answers = new Map<string, Answer>()
  return (request) => {
    const { id: _, level: __, declinedBy, ...facts } = request
    const same = JSON.stringify([Object.entries(facts).sort(), [...(declinedBy ?? [])].sort()])
    const answer = answers.get(same) ?? ask(request)
    answers.set(same, answer)
    return answer
  }
}

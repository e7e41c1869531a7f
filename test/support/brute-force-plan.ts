// R9 the slow way, to hold the solver against: tries every assignment. For a handful of requests.
import { freeBeds } from '#shared/beds/capacity.ts'
import { fairShare } from '#shared/fair-share/fair-share.ts'
import type { MatchRequest } from '#shared/matching/match.ts'
import type { Assignment, PlanInput, PlanObjective } from '#shared/matching/plan.ts'
import { planFaults } from '#shared/matching/plan-check.ts'
import { planObjective } from '#shared/matching/plan-objective.ts'
import { matchHospitals } from '#shared/matching/rank-hospitals.ts'

type Taken = { urgent: number; planned: number }
type Search = {
  input: PlanInput
  candidates: { hospital: string; distanceKm: number }[][]
  taken: Map<string, Taken>
  gains: Map<string, number>
  best: PlanObjective
}

const NOTHING: PlanObjective = { urgentPlaced: -1, placed: -1, deviation: 0, distanceKm: 0 }

/** What no assignment beats. */
export function bruteForceObjective(input: PlanInput): PlanObjective {
  const search = {
    input,
    candidates: input.requests.map(
      (request) => matchHospitals({ ...input, request: { ...request, level: 'national' } }).candidates,
    ),
    taken: new Map(input.hospitals.map(({ id }) => [id, { urgent: 0, planned: 0 }])),
    gains: new Map<string, number>(),
    best: NOTHING,
  }
  place(search, 0, { urgentPlaced: 0, placed: 0, deviation: 0, distanceKm: 0 })
  return search.best
}

function place(search: Search, at: number, sofar: PlanObjective): void {
  const request = search.input.requests[at]
  if (request === undefined) {
    const whole = { ...sofar, deviation: deviation(search) }
    if (isBetter(whole, search.best)) search.best = whole
    return
  }
  place(search, at + 1, sofar)
  for (const { hospital, distanceKm } of search.candidates[at] ?? []) {
    const taken = search.taken.get(hospital)
    if (taken === undefined || !hasRoom(search.input, hospital, request, taken)) continue
    const move = (patients: 1 | -1): void => {
      taken[request.kind] += patients
      if (request.purpose !== 'spreading') return
      for (const [id, sign] of [
        [request.from, -1],
        [hospital, 1],
      ] as const) {
        const group = search.input.hospitals.find((one) => one.id === id)?.group ?? ''
        search.gains.set(group, (search.gains.get(group) ?? 0) + sign * patients)
      }
    }
    move(1)
    place(search, at + 1, {
      urgentPlaced: sofar.urgentPlaced + (request.kind === 'urgent' ? 1 : 0),
      placed: sofar.placed + 1,
      deviation: 0,
      distanceKm: sofar.distanceKm + distanceKm,
    })
    move(-1)
  }
}

function hasRoom(input: PlanInput, id: string, request: MatchRequest, taken: Taken): boolean {
  const report = input.hospitals.find((hospital) => hospital.id === id)?.capacity[request.bed]
  if (report === undefined) return false
  const { free, freeInclBoss } = freeBeds({ ...report, now: input.now })
  if (taken.urgent + taken.planned >= freeInclBoss) return false
  return request.kind === 'urgent' || taken.planned < free
}

function deviation({ input, gains }: Search): number {
  if (input.phase === '3') return 0
  const { deficit } = fairShare(input)
  return Object.entries(deficit).reduce(
    (sum, [group, gap]) => sum + Math.abs((gains.get(group) ?? 0) - gap),
    0,
  )
}

function isBetter(a: PlanObjective, b: PlanObjective): boolean {
  if (a.urgentPlaced !== b.urgentPlaced) return a.urgentPlaced > b.urgentPlaced
  if (a.placed !== b.placed) return a.placed > b.placed
  // Deficits are rounded to six decimals; two deviations differ by a thousandth or not at all.
  if (Math.abs(a.deviation - b.deviation) > 1e-4) return a.deviation < b.deviation
  return a.distanceKm < b.distanceKm
}

/** Of all assignments that achieve this, the most that go where an earlier plan sent them. */
export function mostKept(input: PlanInput, earlier: readonly Assignment[], objective: PlanObjective): number {
  const candidates = input.requests.map((request) =>
    matchHospitals({ ...input, request: { ...request, level: 'national' } }).candidates.map(
      (one) => one.hospital,
    ),
  )
  let most = -1
  const walk = (sofar: Assignment[]): void => {
    const request = input.requests[sofar.length]
    if (request !== undefined) {
      for (const hospital of [null, ...(candidates[sofar.length] ?? [])])
        walk([...sofar, { request: request.id, hospital }])
      return
    }
    const achieved = planObjective(input, sofar)
    if (JSON.stringify(achieved) !== JSON.stringify(objective)) return
    if (planFaults(input, { objective: achieved, assignments: sofar }).length > 0) return
    const kept = sofar.filter(({ hospital }, at) => hospital !== null && earlier[at]?.hospital === hospital)
    most = Math.max(most, kept.length)
  }
  walk([])
  return most
}

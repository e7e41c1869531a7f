// R9: does a plan keep every hard rule and say what is true? Called by the solver before a plan leaves it, by tests,
// and by a screen after an assignment was changed by hand.
import { freeBeds } from '#shared/beds/capacity.ts'
import { nationalMatch, type Plan, type PlanInput, type PlanObjective } from './plan.ts'
import { movesOf, planObjective } from './plan-objective.ts'
import { matchHospitals } from './rank-hospitals.ts'

export type PlanFault =
  | { code: 'assignments-not-the-requests' }
  | { code: 'not-a-candidate'; request: string; hospital: string }
  | { code: 'planned-over-free' | 'over-free-with-boss'; hospital: string }
  | { code: 'objective-differs'; figure: keyof PlanObjective }

/** Patients or kilometres: how exactly a reported figure must be the recomputed one. */
const TOLERANCE = 1e-6

/** Every hard rule that the plan breaks; none: it may be carried out. It does not judge whether a better one exists. */
export function planFaults(input: PlanInput, plan: Omit<Plan, 'optimal'>): PlanFault[] {
  const { requests } = input
  const inOrder =
    plan.assignments.length === requests.length &&
    plan.assignments.every(({ request }, at) => request === requests[at]?.id)
  if (!inOrder) return [{ code: 'assignments-not-the-requests' }]
  return [...candidateFaults(input, plan), ...bedFaults(input, plan), ...objectiveFaults(input, plan)]
}

function candidateFaults(input: PlanInput, { assignments }: Pick<Plan, 'assignments'>): PlanFault[] {
  return assignments.flatMap(({ hospital }, at): PlanFault[] => {
    const request = input.requests[at]
    if (hospital === null || request === undefined) return []
    const { candidates } = matchHospitals(nationalMatch(input, request))
    if (candidates.some((candidate) => candidate.hospital === hospital)) return []
    return [{ code: 'not-a-candidate', request: request.id, hospital }]
  })
}

function bedFaults(input: PlanInput, { assignments }: Pick<Plan, 'assignments'>): PlanFault[] {
  const moves = movesOf(input, assignments)
  return input.hospitals.flatMap(({ id, capacity }): PlanFault[] => {
    const arriving = moves.filter(({ to }) => to.id === id).map(({ request }) => request)
    const report = arriving[0] && capacity[arriving[0].bed]
    // Without such beds the hospital is no candidate, which is said above.
    if (report === undefined) return []
    const { free, freeInclBoss } = freeBeds({ ...report, now: input.now })
    const planned = arriving.filter(({ kind }) => kind === 'planned').length
    const faults: PlanFault[] = []
    if (planned > free) faults.push({ code: 'planned-over-free', hospital: id })
    if (arriving.length > freeInclBoss) faults.push({ code: 'over-free-with-boss', hospital: id })
    return faults
  })
}

function objectiveFaults(input: PlanInput, plan: Omit<Plan, 'optimal'>): PlanFault[] {
  const actual = planObjective(input, plan.assignments)
  const figures = ['urgentPlaced', 'placed', 'deviation', 'distanceKm'] as const
  return figures
    .filter((figure) => Math.abs(actual[figure] - plan.objective[figure]) > TOLERANCE)
    .map((figure) => ({ code: 'objective-differs', figure }))
}

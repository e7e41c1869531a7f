// R9: what a plan achieves, computed from its assignments alone. Called by the solver for what it reports, by the
// plan's check, and by a screen that shows what changing an assignment by hand would cost.
import { toSixDecimals } from '#shared/rounding.ts'
import { greatCircleKm } from './distance.ts'
import type { MatchHospital } from './match.ts'
import type { Assignment, PlanInput, PlanObjective } from './plan.ts'
import { deviationUnits, planShares, unitsToPatients } from './plan-shares.ts'

/** One request that goes somewhere. */
export type Move = { request: PlanInput['requests'][number]; from: MatchHospital; to: MatchHospital }

/** The assignments that move a patient; one that names an unknown request or hospital moves nobody. */
export function movesOf(input: PlanInput, assignments: readonly Assignment[]): Move[] {
  const hospitals = new Map(input.hospitals.map((hospital) => [hospital.id, hospital]))
  const requests = new Map(input.requests.map((request) => [request.id, request]))
  return assignments.flatMap((assignment) => {
    const request = requests.get(assignment.request)
    const from = hospitals.get(request?.from ?? '')
    const to = hospitals.get(assignment.hospital ?? '')
    return request && from && to ? [{ request, from, to }] : []
  })
}

/** Patients that each group gains (negative: loses) by the placed spreading requests. */
export function groupGains(moves: readonly Move[]): Map<string, number> {
  const gains = new Map<string, number>()
  const add = (group: string, patients: number) => gains.set(group, (gains.get(group) ?? 0) + patients)
  for (const { request, from, to } of moves) {
    if (request.purpose !== 'spreading') continue
    add(from.group, -1)
    add(to.group, 1)
  }
  return gains
}

/** Kilometres and patients, to six decimals. Never throws. */
export function planObjective(input: PlanInput, assignments: readonly Assignment[]): PlanObjective {
  const moves = movesOf(input, assignments)
  const shares = planShares(input)
  return {
    urgentPlaced: moves.filter(({ request }) => request.kind === 'urgent').length,
    placed: moves.length,
    deviation: unitsToPatients(shares, deviationUnits(shares, groupGains(moves))),
    distanceKm: toSixDecimals(moves.reduce((sum, { from, to }) => sum + greatCircleKm(from, to), 0)),
  }
}

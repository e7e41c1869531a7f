// What R9 takes and gives: the day's movements of one care level, all at once (plan 3.3 PECC, 4.5.1.4).
// Called by the plan's model, check and explanation, by the solver in server/plan and by the desk's screens.
import type { MatchHospital, MatchInput, MatchRequest } from './match.ts'

export type PlanInput = {
  /** All of one care level; each counts as handed over to the nation, whatever its own `level` says. */
  requests: readonly MatchRequest[]
  hospitals: readonly MatchHospital[]
} & Pick<MatchInput, 'phase' | 'exempt' | 'current' | 'keys' | 'now'>

/** Best first by urgentPlaced (most), placed (most), deviation (least), distanceKm (least), in this order. */
export type PlanObjective = {
  urgentPlaced: number
  /** Urgent and planned. */
  placed: number
  /** Patients away from the exact shares after the moves, over the groups that take part; 0 in phase 3. */
  deviation: number
  distanceKm: number
}

/** Where one request goes; null: nowhere today. */
export type Assignment = { request: string; hospital: string | null }

export type Plan = {
  objective: PlanObjective
  /** In the order of the requests. */
  assignments: Assignment[]
  /** No plan is better, and that is proven. */
  optimal: true
}

/** R8 asks for one request at a time; the plan asks it for each, at national level. */
export const nationalMatch = (input: PlanInput, request: MatchRequest): MatchInput => ({
  request: { ...request, level: 'national' },
  hospitals: input.hospitals,
  phase: input.phase,
  exempt: input.exempt,
  current: input.current,
  ...(input.keys === undefined ? {} : { keys: input.keys }),
  now: input.now,
})

// A proven plan as it is kept: whom it is about by id, where they go, and the figures it rests on; nothing of what a
// patient needs. Made and read by server/planning.
import type { WhatIf } from '#shared/matching/plan-facts.ts'
import type { PlanGround } from '#shared/matching/plan-figures.ts'
import type { MatchRequest } from '#shared/matching/match.ts'
import type { PlanInput, PlanObjective } from '#shared/matching/plan.ts'
import { isHfno, needsIsolationRoom } from '#shared/transfers/request-facts.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Bed } from '#shared/terms.ts'

export type KeptAssignment = {
  request: string
  hospital: string | null
  /** Where the plan before it sent the request. */
  was: string | null
  /** The id of the reservation that an offer makes. */
  offer: string
}

export type KeptPlan = {
  id: string
  bed: Bed
  ground: PlanGround
  /** Open offers of this level at that moment. */
  offers: number
  requests: Omit<MatchRequest, 'hfno' | 'isolation'>[]
  whatIf: WhatIf | null
  objective: PlanObjective
  deviationBefore: number
  assignments: KeptAssignment[]
  earlier: { id: string; at: string } | null
  seconds: number
}

export const withoutNeeds = ({ hfno: _, isolation: __, ...request }: MatchRequest) => request

/** What was planned from, with each patient's needs as they are known now; whose are gone needs nothing. */
export const inputOf = (
  { ground, requests }: KeptPlan,
  clinicalOf: (transfer: string) => Clinical | null,
): PlanInput => ({
  ...ground,
  requests: requests.map((request) => {
    const clinical = clinicalOf(request.id)
    return {
      ...request,
      hfno: clinical !== null && isHfno(clinical),
      isolation: clinical !== null && needsIsolationRoom(clinical),
    }
  }),
})

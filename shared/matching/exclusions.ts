// R8: why a hospital may not take this patient, whatever the level (plan 2.2.3, 4.2, 4.5.1.5).
// Called by rank-hospitals for every hospital.
import type { Capacity } from '#shared/beds/capacity.ts'
import type { ExclusionReason, MatchHospital, MatchRequest } from './match.ts'

export type ExclusionInput = {
  request: MatchRequest
  origin: MatchHospital
  hospital: MatchHospital
  /** R6 at the request's care level; null where the hospital has no such beds. */
  beds: Capacity | null
  exempt: readonly string[]
}

/** Every reason that holds, sorted; none means the hospital is eligible. Never throws. */
export function exclusionReasons(input: ExclusionInput): ExclusionReason[] {
  const { request, origin, hospital, exempt } = input
  const reasons = bedReasons(request, input.beds)
  if (hospital.id === request.from) reasons.push('origin')
  if (hospital.intakeStop) reasons.push('intake-stop')
  if (request.hfno && !hospital.hfno) reasons.push('no-hfno')
  if (request.isolation && !hospital.isolation) reasons.push('no-isolation')
  if (request.declinedBy?.includes(hospital.id)) reasons.push('declined-earlier')
  if (
    request.purpose === 'spreading' &&
    hospital.region !== origin.region &&
    exempt.includes(hospital.group)
  ) {
    reasons.push('region-exempt')
  }
  return reasons.sort()
}

function bedReasons(request: MatchRequest, beds: Capacity | null): ExclusionReason[] {
  if (beds === null) return ['no-such-beds']
  const reasons: ExclusionReason[] = []
  if (beds.freshness === 'expired') reasons.push('capacity-expired')
  if (beds.freeInclBoss === 0) reasons.push('full')
  // A planned patient never takes a safety bed; an urgent one may.
  else if (request.kind === 'planned' && beds.free === 0) reasons.push('only-boss-left')
  return reasons
}

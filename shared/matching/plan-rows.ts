// R9 in short: per request where it goes, which of R8's it is, and what stops those before it. Called by the thread that
// plans; the desk's screen says it in words. Nothing of it is stored: some reasons tell what a patient needs.
import { explainPlan, type PlanStop, type ReasonCount } from './explain-plan.ts'
import type { ExclusionReason } from './match.ts'
import type { Assignment, PlanInput } from './plan.ts'

export type PlanReason = Assignment & {
  why: 'placed' | 'no-bed-left' | 'no-candidates' | 'nation-closed'
  /** R8's candidates. */
  of: number
  /** Its place among them, from 1; null where it goes nowhere. */
  rank: number | null
  distanceKm: number | null
  /** An urgent patient on a safety bed. */
  usesBoss: boolean
  /** What stops those that R8 ranks higher. */
  above: Partial<Record<PlanStop, number>>
  /** Of a request that goes nowhere: what stops all hospitals. */
  counts: Partial<Record<PlanStop | ExclusionReason, ReasonCount>>
}

/** In the order of the requests. Throws a RangeError on an unknown origin. */
export function planReasons(input: PlanInput, assignments: readonly Assignment[]): PlanReason[] {
  return explainPlan(input, assignments).map(({ request, hospital, why, candidates, counts }) => {
    const at = candidates.findIndex((one) => one.hospital === hospital)
    const chosen = candidates[at]
    const above: PlanReason['above'] = {}
    for (const { stop } of candidates.slice(0, Math.max(0, at)))
      if (stop !== null) above[stop] = (above[stop] ?? 0) + 1
    return {
      request,
      hospital,
      why,
      of: candidates.length,
      rank: at < 0 ? null : at + 1,
      distanceKm: chosen?.distanceKm ?? null,
      usesBoss: chosen?.usesBoss ?? false,
      above,
      counts: hospital === null ? counts : {},
    }
  })
}

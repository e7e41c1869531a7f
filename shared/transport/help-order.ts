// In which order a MICU centre asks for help, and whom at each step (plan 4.5.2.1: own centre first, then the neighbours,
// then the nation, then extra teams). Called by the decision and, as a proposal, by the desk's screen.
import { greatCircleKm } from '#shared/matching/distance.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { type MicuCentre, micuCentres } from '#shared/reference/micu-centres.ts'
import { TEAM_BODY } from './decide-team.ts'
import { type FleetLines, fleetNow } from './fleet-now.ts'
import { HELP_STEPS, type HelpStep } from './help.ts'
import { MAX_MICU } from './vehicle-row.ts'

/** So many centres are neighbours: the nearest to the patient (own). */
export const NEIGHBOURS = 2

export type HelpPlan = Record<HelpStep, string[]>

/** Houses to ask per step, the nearest to the patient first. `at`: when the vehicle is wanted. */
export function helpOrder(
  { by, from }: { by: string; from: string },
  lines: FleetLines,
  at: string,
): HelpPlan {
  const others = byDistance(from).filter(({ id }) => id !== by)
  const centres = byDistance(from)
  return {
    neighbours: others.slice(0, NEIGHBOURS).map(({ id }) => id),
    nation: others.slice(NEIGHBOURS).map(({ id }) => id),
    team: [...teamCentres(centres, lines, at), TEAM_BODY],
  }
}

/** Kilometres from the patient to a centre, great circle. */
export const kmToCentre = (from: string, { hospital: at }: MicuCentre): number => {
  const [origin, base] = [hospital(from), hospital(at)]
  return origin && base ? greatCircleKm(origin, base) : 0
}

const byDistance = (from: string): MicuCentre[] =>
  [...micuCentres].sort((a, b) => kmToCentre(from, a) - kmToCentre(from, b) || (a.id < b.id ? -1 : 1))

/** Those that have no second team then, as long as fourteen do not drive. */
function teamCentres(centres: readonly MicuCentre[], lines: FleetLines, at: string): string[] {
  const micus = fleetNow(lines, at).filter(({ kind }) => kind === 'micu')
  if (micus.length >= MAX_MICU) return []
  const hasTeam = (id: string) => micus.some(({ org, team }) => org === id && team !== null)
  return centres.filter(({ id, vehicles }) => vehicles.max > 1 && !hasTeam(id)).map(({ id }) => id)
}

/** The step after this one that has somebody to ask; null after the last. */
export function stepAfter(step: HelpStep | null, order: HelpPlan): HelpStep | null {
  const rest = HELP_STEPS.slice(step === null ? 0 : HELP_STEPS.indexOf(step) + 1)
  return rest.find((one) => order[one].length > 0) ?? null
}

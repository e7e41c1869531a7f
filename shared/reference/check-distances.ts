// Does the road table belong to these hospitals, and is every road a believable one?
// Called by checkReference.
import { greatCircleKm } from '#shared/matching/distance.ts'
import type { Problem } from './problem.ts'
import type { ReferenceData } from './reference-data.ts'

/** Slowest and fastest mean speed of a ride door to door, km/h. */
const SLOWEST = 20
const FASTEST = 100
/** A rounded road may be half a km short of the line; the longest estimate is 2.5 times the line. */
const ROUNDING_KM = 0.5
const LONGEST_DETOUR = 3

function isPlausible(line: number, km: number, micuMinutes: number, sooner: number): boolean {
  const ambulanceMinutes = micuMinutes - sooner
  return (
    km >= line - ROUNDING_KM &&
    km <= LONGEST_DETOUR * line + ROUNDING_KM &&
    (km + ROUNDING_KM) / (micuMinutes / 60) >= SLOWEST &&
    (km - ROUNDING_KM) / (ambulanceMinutes / 60) <= FASTEST &&
    ambulanceMinutes > 0
  )
}

export function checkDistances({ hospitals, distances }: ReferenceData): readonly Problem[] {
  const ids = hospitals.map((hospital) => hospital.id)
  const pairs = (ids.length * (ids.length - 1)) / 2
  const columns = [distances.km, distances.micuMinutes, distances.ambulanceSooner]
  const sameOrder = ids.join() === distances.hospitals.join()
  if (!sameOrder || columns.some((column) => column.length !== pairs)) {
    return [
      { code: 'distance-table', where: `distances: not the ${pairs} pairs of hospitals.json in its order` },
    ]
  }
  const problems: Problem[] = []
  let at = 0
  for (const [high, to] of hospitals.entries()) {
    for (const from of hospitals.slice(0, high)) {
      const [km = 0, micuMinutes = 0, sooner = 0] = columns.map((column) => column[at])
      if (!isPlausible(greatCircleKm(from, to), km, micuMinutes, sooner)) {
        problems.push({ code: 'distance-implausible', where: `distances: ${from.id} – ${to.id}` })
      }
      at += 1
    }
  }
  return problems
}

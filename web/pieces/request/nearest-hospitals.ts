import { greatCircleKm } from '#shared/matching/distance.ts'
import { type Hospital, hospital, hospitals } from '#shared/reference/hospitals.ts'

/** The other hospitals, the nearest to this one first. */
export function nearestTo(id: string): Hospital[] {
  const place = hospital(id)
  const others = hospitals.filter((other) => other.id !== id)
  if (place === undefined) return others
  return others
    .map((other) => ({ other, km: greatCircleKm(place, other) }))
    .sort((a, b) => a.km - b.km)
    .map(({ other }) => other)
}

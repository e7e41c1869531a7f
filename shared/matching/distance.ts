// Great circle distance between two places, the rulebook's only distance. Called by R8 and for R4's input.
import { toSixDecimals } from '#shared/rounding.ts'

/** Degrees. */
export type Place = { lat: number; lon: number }

const EARTH_RADIUS_KM = 6371.0088

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Kilometres over the sphere (haversine), to the millimetre so that equal distances tie. */
export function greatCircleKm(a: Place, b: Place): number {
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2)
  const halfLon = Math.sin(radians(b.lon - a.lon) / 2)
  const chord = halfLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLon ** 2
  return toSixDecimals(2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord))))
}

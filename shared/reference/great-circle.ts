// Distance in a straight line over the earth, in km (R8: R = 6371.0088).
// Called by the check of the reference data; roads are in distances.ts.

export interface Position {
  readonly lat: number
  readonly lon: number
}

const EARTH_RADIUS_KM = 6371.0088

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Haversine; positions in degrees. */
export function greatCircleKm(a: Position, b: Position): number {
  const acrossLat = Math.sin(radians(b.lat - a.lat) / 2)
  const acrossLon = Math.sin(radians(b.lon - a.lon) / 2)
  const h = acrossLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * acrossLon ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

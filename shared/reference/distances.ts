// Road distance and driving time between any two hospitals: ESTIMATES from a hand-drawn road graph.
// Read by the transport desk and the day's plan; phones load it only when a screen shows a road.
import data from './distances.json' with { type: 'json' }
import type { HospitalId } from './hospitals.ts'

/** 4095 pairs as lower triangles: row `i` holds the pairs of hospital `i` with hospitals 0 … i − 1. */
export interface DistanceTable {
  readonly hospitals: readonly HospitalId[]
  readonly km: readonly number[]
  readonly micuMinutes: readonly number[]
  /** How much sooner an ambulance is there than a MICU: smaller on the wire than its own minutes. */
  readonly ambulanceSooner: readonly number[]
}

export interface RoadEstimate {
  readonly km: number
  readonly micuMinutes: number
  readonly ambulanceMinutes: number
}

export const distances: DistanceTable = data

const position = new Map(distances.hospitals.map((id, index) => [id, index]))

/** Whole km and minutes, the same both ways, zeros for one hospital; undefined for an id not in the table. */
export function roadBetween(a: HospitalId, b: HospitalId): RoadEstimate | undefined {
  const i = position.get(a)
  const j = position.get(b)
  if (i === undefined || j === undefined) return undefined
  if (i === j) return { km: 0, micuMinutes: 0, ambulanceMinutes: 0 }
  const high = Math.max(i, j)
  const at = (high * (high - 1)) / 2 + Math.min(i, j)
  const km = distances.km[at]
  const micuMinutes = distances.micuMinutes[at]
  const sooner = distances.ambulanceSooner[at]
  if (km === undefined || micuMinutes === undefined || sooner === undefined) return undefined
  return { km, micuMinutes, ambulanceMinutes: micuMinutes - sooner }
}

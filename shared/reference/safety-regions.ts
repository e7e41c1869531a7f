// The 25 safety regions (veiligheidsregio's), each with one RAV: that one-to-one assignment is fictional.
// Read by the fleet, the server's seed and access.
import data from './safety-regions.json' with { type: 'json' }

/** `VR01` … `VR25`. */
export type SafetyRegionCode = string

/** Regional ambulance service. `fictional`: one per safety region is our simplification. */
export interface Rav {
  /** `rav-vr05` */
  readonly id: string
  readonly name: string
  readonly fictional: boolean
}

export interface SafetyRegion {
  readonly code: SafetyRegionCode
  readonly name: string
  readonly rav: Rav
}

export const safetyRegions: readonly SafetyRegion[] = data.safetyRegions

const byCode = new Map(safetyRegions.map((region) => [region.code, region]))
const byRav = new Map(safetyRegions.map((region) => [region.rav.id, region]))

export const safetyRegion = (code: SafetyRegionCode): SafetyRegion | undefined => byCode.get(code)
export const safetyRegionOfRav = (rav: string): SafetyRegion | undefined => byRav.get(rav)

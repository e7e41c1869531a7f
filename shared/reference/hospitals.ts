// The 91 acute hospital locations: names, positions, regions, IC bed ESTIMATES, invented demo figures.
// Read by the server's seed, the rules' callers and (lazily) every screen that names a hospital.
import data from './hospitals.json' with { type: 'json' }
import type { BedSteps, GroupId, RegionId } from './regions.ts'

export type HospitalId = string

export interface Hospital {
  readonly id: HospitalId
  readonly name: string
  /** At most 22 characters and unique: for tables and the map. */
  readonly short: string
  readonly city: string
  readonly lat: number
  readonly lon: number
  readonly region: RegionId
  readonly group: GroupId
  /** `VR01` … `VR25`. */
  readonly safetyRegion: string
  readonly hasIc: boolean
  readonly umc: boolean
  readonly micuCentre: boolean
  /** An estimate fitted to table 1, never a published number; null without an IC. */
  readonly icBedsEstimate: BedSteps | null
  readonly fictional: HospitalFiction
}

/** Invented, so that a demo has something to run on. Real figures come from the hospitals themselves. */
export interface HospitalFiction {
  /** Series 9990xxxx. */
  readonly ura: string
  readonly wardBeds: number
  /** Staffed IC beds; 0 without an IC. */
  readonly icOperational: number
  readonly boss: { readonly ic: number; readonly ward: number }
  readonly hfno: boolean
  readonly isolation: boolean
}

export const hospitals: readonly Hospital[] = data.hospitals

const byId = new Map(hospitals.map((hospital) => [hospital.id, hospital]))

export const hospital = (id: HospitalId): Hospital | undefined => byId.get(id)

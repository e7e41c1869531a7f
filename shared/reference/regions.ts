// The eleven ROAZ regions and the ten share groups of table 1 (plan 6.2.1).
// Read by fair share, phases, access and every screen that names a region.
import data from './regions.json' with { type: 'json' }

/** `azeur` … `nazb`: the eleven regions. */
export type RegionId = string
/** The ten rows of table 1; NAZNW and SZN share `naznw-szn`. */
export type GroupId = string

/** IC beds at the three steps of table 1: base, phase 1 and up, maximum. */
export interface BedSteps {
  readonly step999: number
  readonly step1141: number
  readonly step1250: number
}

export interface Region {
  readonly id: RegionId
  readonly code: string
  readonly name: string
  readonly group: GroupId
  /** Hospital id of the regional trauma centre. */
  readonly traumaCentre: string
  readonly safetyRegions: {
    readonly whole: readonly string[]
    readonly part: readonly { readonly code: string; readonly municipalities: string }[]
  }
}

export interface Group {
  readonly id: GroupId
  readonly name: string
  readonly regions: readonly RegionId[]
  /** As printed; the ten add up to 100.1, so normalise before use. */
  readonly keyPercent: number
  readonly icBeds: BedSteps
}

export const regions: readonly Region[] = data.regions
export const groups: readonly Group[] = data.groups

const regionsById = new Map(regions.map((region) => [region.id, region]))
const groupsById = new Map(groups.map((group) => [group.id, group]))

export const region = (id: RegionId): Region | undefined => regionsById.get(id)
export const group = (id: GroupId): Group | undefined => groupsById.get(id)

/** The region a hospital lies in, or any other thing that names its region. */
export const regionOf = (place: { readonly region: RegionId }): Region | undefined => region(place.region)
/** The share group of a hospital or of a region. */
export const groupOf = (place: { readonly group: GroupId }): Group | undefined => group(place.group)
/** The regions that share one row of table 1. */
export const regionsOf = (id: GroupId): readonly Region[] => regions.filter((region) => region.group === id)

// The seven MICU centres: where they are, whom they serve, their hours and vehicles (plan 4.5.1.1, 4.5.2.1).
// Read by transport, the fleet and the transport desk's screens.
import data from './micu-centres.json' with { type: 'json' }
import type { HospitalId } from './hospitals.ts'
import type { RegionId } from './regions.ts'

/** Local clock times of every day, `08:00` to `24:00`. */
export interface Hours {
  readonly from: string
  readonly until: string
}

export interface MicuCentre {
  /** `micu-<hospital id>` */
  readonly id: string
  readonly name: string
  readonly hospital: HospitalId
  /** Regions it serves first. Noord-Brabant has none of its own: the nearest free centre goes. */
  readonly regions: readonly RegionId[]
  /** null: not published. */
  readonly hours: Hours | null
  /** One, two at most: our reading of the plan's seven and fourteen. */
  readonly vehicles: { readonly regular: number; readonly max: number }
}

export const micuCentres: readonly MicuCentre[] = data.micuCentres

const byId = new Map(micuCentres.map((centre) => [centre.id, centre]))

export const micuCentre = (id: string): MicuCentre | undefined => byId.get(id)

/** The centres that serve a region first; empty for Noord-Brabant. */
export const micuCentresServing = (region: RegionId): readonly MicuCentre[] =>
  micuCentres.filter((centre) => centre.regions.includes(region))

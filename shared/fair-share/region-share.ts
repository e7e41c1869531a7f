// One region's load per hospital at one care level, by the region's own key or else by staffed beds (R7's arithmetic).
// Called by the region's share read (server/views/shares-view.ts).
import { type Beds, bedsId } from '#shared/beds/beds.ts'
import { type Freshness, freeBeds } from '#shared/beds/capacity.ts'
import { hospitals } from '#shared/reference/hospitals.ts'
import type { Bed } from '#shared/terms.ts'
import { type RegisterRow, rowsOfList } from '#shared/wire/register.ts'
import { fairShare } from './fair-share.ts'
import { type RegionKey, regionKeyAt } from './region-key.ts'

export type HospitalShare = {
  hospital: string
  /** The part in the key; 0 takes no part. */
  part: number
  /** Null where no figures were ever given. */
  operational: number | null
  occupied: number | null
  free: number | null
  reportedAt: string | null
  freshness: Freshness | null
  /** Who said them. */
  source: Beds['source'] | null
  feed: string | null
  present: number
  target: number | null
  deficit: number | null
}

export type RegionShare = {
  bed: Bed
  total: number
  /** Null: by staffed beds. */
  key: Pick<RegionKey, 'from' | 'reason'> | null
  hospitals: HospitalShare[]
}

type Facts = { beds: readonly Beds[]; register: readonly RegisterRow[] }

/** The region's hospitals that have such beds, by id. Never throws on instants that parse. */
export function regionShare(region: string, bed: Bed, { beds, register }: Facts, now: string): RegionShare {
  const own = hospitalsWith(region, bed)
  const rows = new Map(beds.map((row) => [row.id, row]))
  const set = regionKeyAt(rowsOfList(register, 'region-key'), { region, bed }, now)
  const partOf = (hospital: string): number =>
    set === undefined ? (rows.get(bedsId(hospital, bed))?.operational ?? 0) : (set.parts[hospital] ?? 0)
  const crisisOf = (hospital: string): number => rows.get(bedsId(hospital, bed))?.crisis ?? 0
  const keys = Object.fromEntries(own.map((id) => [id, partOf(id)]).filter(([, part]) => part !== 0))
  const current = Object.fromEntries(own.map((id) => [id, crisisOf(id)]))
  const { total, target, deficit } = fairShare({ keys, current })
  return {
    bed,
    total,
    key: set === undefined ? null : { from: set.from, reason: set.reason },
    hospitals: own.map((hospital) => ({
      hospital,
      part: partOf(hospital),
      ...figuresOf(rows.get(bedsId(hospital, bed)), now),
      present: crisisOf(hospital),
      target: target[hospital] ?? null,
      deficit: deficit[hospital] ?? null,
    })),
  }
}

/** Whom a region's key may name. */
export const hospitalsWith = (region: string, bed: Bed): string[] =>
  hospitals
    .filter((one) => one.region === region && (bed === 'ward' || one.hasIc))
    .map(({ id }) => id)
    .sort()

type Figures = Omit<HospitalShare, 'hospital' | 'part' | 'present' | 'target' | 'deficit'>
const UNKNOWN: Figures = {
  operational: null,
  occupied: null,
  free: null,
  reportedAt: null,
  freshness: null,
  source: null,
  feed: null,
}

function figuresOf(row: Beds | undefined, now: string): Figures {
  if (row === undefined) return UNKNOWN
  const { free, freshness } = freeBeds({ ...row, now })
  const { operational, occupied, reportedAt, source, feed = null } = row
  return { operational, occupied, free, reportedAt, freshness, source, feed }
}

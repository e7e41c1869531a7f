// How a region shares its patients out over its own hospitals: a key that its ROAZ set, from a date. Rows of the register.
// Read by region-share.ts; without one the staffed beds are the key.
import type { Bed } from '#shared/terms.ts'
import { byBeginning } from './key-set.ts'

export type RegionKey = {
  id: string
  rev: number
  list: 'region-key'
  region: string
  bed: Bed
  /** Per hospital, at most one decimal; 0 takes no part. */
  parts: Readonly<Record<string, number>>
  from: string
  reason: string
  announcedAt: string
}

/** The key in force at an instant: the last that began, of two at once the last recorded. */
export const regionKeyAt = (
  keys: readonly RegionKey[],
  { region, bed }: { region: string; bed: Bed },
  at: string,
): RegionKey | undefined =>
  keys
    .filter((row) => row.region === region && row.bed === bed && Date.parse(row.from) <= Date.parse(at))
    .sort(byBeginning)
    .at(-1)

// Bed figures per region and for the nation: as they are now, and as they are kept for one day. Both come from here,
// so that a day's report and the boards agree. Called by the report, the daily keeping and the demo's history.
import type { Day } from '#shared/calendar-day.ts'
import type { Beds } from '#shared/beds/beds.ts'
import type { FairShareInput } from '#shared/fair-share/fair-share.ts'
import { type BedsSum, sumBeds } from '#shared/beds/sum-beds.ts'
import { regions } from '#shared/reference/regions.ts'
import { BEDS, type Bed } from '#shared/terms.ts'

/** Where the whole country is meant instead of a region. */
export const NATION = 'nl'

/** Hours on Amsterdam's clock at which a day's figures are kept. */
export const KEPT_AT_HOUR = 10

export type BedsOfPlace = BedsSum & { place: string; bed: Bed }

/** R7's keys and exemptions as they held, at one level. */
export type ShareRule = Pick<FairShareInput, 'keys' | 'exempt'>
export type ShareRules = Record<Bed, ShareRule>

/** Kept once a day. `at`: when they were taken; `rule` stands with the nation's. */
export type BedsDay = BedsOfPlace & { day: Day; at: string; rule?: ShareRule; example?: true }

/** Every region and the nation, IC and ward; a region without beds at a level has zeros. */
export function bedsByPlace(beds: readonly Beds[], now: string): BedsOfPlace[] {
  return BEDS.flatMap((bed) => {
    const rows = beds.filter((row) => row.bed === bed)
    const sumAt = (place: string, of: readonly Beds[]) => ({ place, bed, ...sumBeds(of, now) })
    return [
      sumAt(NATION, rows),
      ...regions.map(({ id }) =>
        sumAt(
          id,
          rows.filter(({ region }) => region === id),
        ),
      ),
    ]
  })
}

/** What is kept of a day, from the figures of one moment. */
export const bedsDay = (beds: readonly Beds[], day: Day, at: string, rules: ShareRules): BedsDay[] =>
  bedsByPlace(beds, at).map((line) => ({
    ...line,
    day,
    at,
    ...(line.place === NATION ? { rule: rules[line.bed] } : {}),
  }))

/** Patients of the crisis per share group: R7's `current`, from the figures of regions. */
export function presentByGroupOf(
  places: readonly Pick<BedsOfPlace, 'place' | 'bed' | 'crisis'>[],
  bed: Bed,
): Record<string, number> {
  const present: Record<string, number> = {}
  const crisis = new Map(places.filter((line) => line.bed === bed).map((line) => [line.place, line.crisis]))
  for (const { id, group } of regions) present[group] = (present[group] ?? 0) + (crisis.get(id) ?? 0)
  return present
}

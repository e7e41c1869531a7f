// What the day's plan (R9) does with patients who were named for a wanted movement: it shares out by R7 and does not
// follow the wanted numbers (docs/decisions/051). Read by the plan's screen.
import type { Day } from '#shared/calendar-day.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import type { Named } from './wish.ts'

type Placed = { transfer: string; hospital: string | null }
export type NamedInPlan = {
  /** Of the plan's patients, named for a region today. */
  named: number
  /** Sent to the region they were named for. */
  asWanted: number
  /** Sent to another: patient → the region that was wanted. */
  elsewhere: ReadonlyMap<string, string>
  /** Not placed by the plan. */
  nowhere: number
}

export function namedInPlan(
  rows: readonly Placed[],
  namedFor: (transfer: string) => Named | null | undefined,
  day: Day,
): NamedInPlan {
  const named = rows.flatMap((row) => {
    const wish = namedFor(row.transfer)
    return wish?.day === day ? [{ ...row, to: wish.to }] : []
  })
  const placed = named.filter((row) => row.hospital !== null)
  const other = placed.filter((row) => hospital(row.hospital ?? '')?.region !== row.to)
  return {
    named: named.length,
    asWanted: placed.length - other.length,
    elsewhere: new Map(other.map(({ transfer, to }) => [transfer, to])),
    nowhere: named.length - placed.length,
  }
}

// What has become of the wanted movements: wanted, named, under way, done, per pair of regions. One reading for the
// table, the map and the form; called by web/screens/wishes and the reports.
import type { Day } from '#shared/calendar-day.ts'
import type { Bed } from '#shared/terms.ts'
import { isOpen, type Transfer } from '#shared/transfers/transfer.ts'
import { byPair, pairKey, type Wish } from './wish.ts'

export type PairProgress = {
  from: string
  to: string
  /** 0: nobody asked for this pair, somebody was named for it. */
  wanted: number
  /** Named and not fallen through; those under way and done are among them. */
  named: number
  /** Left the origin, not arrived yet. */
  underWay: number
  /** Arrived. */
  done: number
}
export type Progress = { pairs: PairProgress[]; total: Omit<PairProgress, 'from' | 'to'> }

/** Where a named patient goes: the hospital it was offered to decides, before that the region it was named for. */
export const goesTo = ({ toRegion, wish }: Pick<Transfer, 'toRegion' | 'wish'>): string | null =>
  toRegion ?? wish?.to ?? null

/** Named today at this care level, and not withdrawn, refused or otherwise ended on the way. */
export const isNamed = (transfer: Transfer, day: Day, bed: Bed): boolean =>
  transfer.wish?.day === day &&
  transfer.bed === bed &&
  (isOpen(transfer) || transfer.state === 'closed') &&
  goesTo(transfer) !== transfer.fromRegion

export const hasArrived = ({ state }: Pick<Transfer, 'state'>): boolean =>
  state === 'arrived' || state === 'closed'

export function progressOf(
  wish: Wish | undefined,
  transfers: Iterable<Transfer>,
  { day, bed }: { day: Day; bed: Bed },
): Progress {
  const pairs = new Map<string, PairProgress>()
  const pairOf = (from: string, to: string): PairProgress => {
    const key = pairKey({ from, to })
    const found = pairs.get(key) ?? { from, to, wanted: 0, named: 0, underWay: 0, done: 0 }
    pairs.set(key, found)
    return found
  }
  for (const { from, to, wanted } of wish?.pairs ?? []) pairOf(from, to).wanted = wanted
  for (const transfer of transfers) {
    const to = goesTo(transfer)
    if (to === null || !isNamed(transfer, day, bed)) continue
    const pair = pairOf(transfer.fromRegion, to)
    pair.named += 1
    if (hasArrived(transfer)) pair.done += 1
    else if (transfer.state === 'in-transit') pair.underWay += 1
  }
  const sorted = [...pairs.values()].sort(byPair)
  const total = { wanted: 0, named: 0, underWay: 0, done: 0 }
  for (const pair of sorted)
    for (const part of ['wanted', 'named', 'underWay', 'done'] as const) total[part] += pair[part]
  return { pairs: sorted, total }
}

/** As one viewer knows it. Null: it is not told of patients it is no party of, so it cannot count them. */
export type SeenPair = Pick<PairProgress, 'from' | 'to' | 'wanted'> & {
  named: number | null
  underWay: number | null
  done: number | null
}
export type Seen = { pairs: SeenPair[]; total: Omit<SeenPair, 'from' | 'to'> }

/**
 * The LCPS knows all; an RCPS who was named from its region, and who is on the way or came to it: of an offer it knows
 * no sooner than it is made.
 */
export function seenBy(
  { pairs, total }: Progress,
  viewer: { nation: boolean; regions: readonly string[] },
): Seen {
  if (viewer.nation) return { pairs, total }
  const unknown = { named: null, underWay: null, done: null }
  return {
    pairs: pairs.map((pair) => {
      if (viewer.regions.includes(pair.from)) return pair
      return { ...pair, ...(viewer.regions.includes(pair.to) ? { named: null } : unknown) }
    }),
    total: { ...unknown, wanted: total.wanted },
  }
}

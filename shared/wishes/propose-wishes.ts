// Which movements the day wants: from regions whose group is above its fair share (R7) to regions whose group is below,
// in whole patients, over the least distance (plan 3.3, 4.2). It proposes; the LCPS changes it and publishes.
import { byCodeUnit } from '#shared/code-unit-order.ts'
import { type FairShareInput, fairShare } from '#shared/fair-share/fair-share.ts'
import { greatCircleKm } from '#shared/matching/distance.ts'
import { type Amount, leastDistance } from './least-distance.ts'

export type WishRegion = {
  id: string
  /** Row of table 1. */
  group: string
  /** Its middle, degrees. */
  lat: number
  lon: number
  /** Patients of the crisis there now. */
  present: number
  /** Beds that a planned patient from elsewhere may have. */
  room: number
}

export type WishInput = Pick<FairShareInput, 'current' | 'exempt' | 'keys'> & {
  regions: readonly WishRegion[]
  /** No more than so many patients today; absent: as many as the shares ask for. */
  most?: number
}

export type ProposedPair = { from: string; to: string; patients: number; km: number }
/** A group that takes part: where it stands, and what this proposal makes it give and take. */
export type ShareLine = {
  group: string
  present: number
  target: number
  /** Exact share minus present: above zero, it may take. */
  deficit: number
  gives: number
  takes: number
}
export type Proposal = {
  pairs: ProposedPair[]
  groups: ShareLine[]
  /** Patients above the targets that stay where they are for want of beds in the groups below theirs. */
  noRoom: number
}

/** Never throws; no pairs where every group is at its target. */
export function proposeWishes(input: WishInput): Proposal {
  const { target, deficit, order } = fairShare(input)
  const groups = order.map((group) => ({
    group,
    present: input.current[group] ?? 0,
    target: target[group] ?? 0,
    deficit: deficit[group] ?? 0,
    gives: 0,
    takes: 0,
  }))
  const regions = input.regions
    .map((region) => ({ ...region, gives: 0, takes: 0 }))
    .sort((a, b) => byCodeUnit(a.id, b.id))
  const chosen = choose(groups, regions, input.most ?? Infinity)
  const places = new Map(regions.map((region) => [region.id, region]))
  const km = (from: string, to: string): number => {
    const [a, b] = [places.get(from), places.get(to)]
    return a === undefined || b === undefined ? 0 : greatCircleKm(a, b)
  }
  const amounts = (of: 'gives' | 'takes'): Amount[] =>
    regions.filter((region) => region[of] > 0).map((region) => ({ id: region.id, patients: region[of] }))
  return {
    pairs: leastDistance(amounts('gives'), amounts('takes'), km).map((haul) => ({
      ...haul,
      km: km(haul.from, haul.to),
    })),
    groups,
    noRoom: chosen.noRoom,
  }
}

type Choosing = WishRegion & { gives: number; takes: number }

/** One patient at a time: from the group farthest above its share to the one farthest below that has a bed. */
function choose(groups: ShareLine[], regions: Choosing[], most: number): { noRoom: number } {
  const above = (line: ShareLine) => line.present - line.gives - line.target
  const below = (line: ShareLine) => line.target - line.present - line.takes
  const gap = ({ deficit, gives, takes }: ShareLine) => deficit + gives - takes
  for (let patients = 0; patients < most; patients += 1) {
    const from = best(groups, (line) => (above(line) > 0 && giver(line) ? -gap(line) : null))
    const to = best(groups, (line) => (below(line) > 0 && taker(line) ? gap(line) : null))
    if (from === undefined) return { noRoom: 0 }
    if (to === undefined) return { noRoom: groups.reduce((sum, line) => sum + Math.max(0, above(line)), 0) }
    move(from, to)
  }
  return { noRoom: 0 }

  /** Of a group's regions the fullest gives and the emptiest takes: how the two of one row share it is ours. */
  function giver({ group }: ShareLine): Choosing | undefined {
    return best(regions, (one) =>
      one.group === group && one.present > one.gives ? one.present - one.gives : null,
    )
  }
  function taker({ group }: ShareLine): Choosing | undefined {
    return best(regions, (one) => (one.group === group && one.room > one.takes ? one.room - one.takes : null))
  }
  function move(from: ShareLine, to: ShareLine): void {
    const [gives, takes] = [giver(from), taker(to)]
    if (gives === undefined || takes === undefined) return
    gives.gives += 1
    takes.takes += 1
    from.gives += 1
    to.takes += 1
  }
}

/** The first with the highest worth; null: not to be had. */
function best<T>(list: readonly T[], worth: (one: T) => number | null): T | undefined {
  let found: T | undefined
  let most = -Infinity
  for (const one of list) {
    const value = worth(one)
    if (value === null || value <= most) continue
    found = one
    most = value
  }
  return found
}

// Who arrived, for who oversees: pairs of regions, each region's sums and the nation's are one figure added up in several
// tables, so one rule decides which of them are hidden. Called by shown-to.ts and interval-view.ts.
import { type Flow, hideSmallFlows } from '#shared/access/small-flows.ts'
import { hideSmall } from '#shared/access/small-groups.ts'
import { regions } from '#shared/reference/regions.ts'
import { type Track, TRACKS } from './fact.ts'
import { NATION } from './beds-day.ts'

export type Moves = { from: string; to: string; count: number }
export type HiddenMoves = {
  pair: (from: string, to: string) => boolean
  /** Of who left a place; of who arrived in it. The nation's are one number. */
  out: (place: string) => boolean
  in: (place: string) => boolean
  track: (track: Track) => boolean
}

const RANK = { pair: 0, region: 1, nation: 2 }
/** A patient who went abroad is told in a pair and in the nation's sum, in no region's. */
const isRegion = (place: string): boolean => regions.some(({ id }) => id === place)

/** Of one care level. `tracks`: the nation's moves by track, parts of the same sum. */
export function hiddenMoves(pairs: readonly Moves[], tracks: Readonly<Record<Track, number>>): HiddenMoves {
  const hidden = hideSmallFlows(flowsOf(pairs))
  const together = hideSmall(TRACKS.map((id) => ({ id, count: tracks[id] })))
  const hiddenTracks = new Set<string>(together.groups.flatMap(({ id, count }) => (count === null ? id : [])))
  const nation = hidden.has('nation') || pairs.length === 0
  const isSum = (side: 'out' | 'in') => (place: string) =>
    place === NATION ? nation : hidden.has(`${side} ${place}`) || sumOf(pairs, side, place) === 0
  return {
    pair: (from, to) => hidden.has(`pair ${from} ${to}`),
    out: isSum('out'),
    in: isSum('in'),
    track: (track) => nation || hiddenTracks.has(track),
  }
}

const placeAt = (pair: Moves, side: 'out' | 'in'): string => (side === 'out' ? pair.from : pair.to)

const sumOf = (pairs: readonly Moves[], side: 'out' | 'in', place: string): number =>
  pairs.reduce((sum, pair) => sum + (placeAt(pair, side) === place ? pair.count : 0), 0)

/** All leave by their region, go to another or the same, and arrive: what goes round adds up at each point. */
function flowsOf(pairs: readonly Moves[]): Flow[] {
  const sums = (side: 'out' | 'in') =>
    [...new Set(pairs.map((pair) => placeAt(pair, side)))].map(
      (place): Flow => ({
        id: `${side} ${place}`,
        ...(side === 'out' ? { from: 'filed', to: `out ${place}` } : { from: `in ${place}`, to: 'arrived' }),
        count: sumOf(pairs, side, place),
        told: isRegion(place),
        rank: RANK.region,
      }),
    )
  return [
    ...pairs.map(
      ({ from, to, count }): Flow => ({
        ...{ id: `pair ${from} ${to}`, from: `out ${from}`, to: `in ${to}` },
        ...{ count, told: true, rank: RANK.pair },
      }),
    ),
    ...sums('out'),
    ...sums('in'),
    {
      ...{ id: 'nation', from: 'arrived', to: 'filed', told: true, rank: RANK.nation },
      count: pairs.reduce((sum, { count }) => sum + count, 0),
    },
  ]
}

// The intervals of the rides that arrived in a period, added up by track, region, vehicle and delay, as one viewer is told
// of them. Pure; called by server/views/interval-view.ts.
import type { Day } from '#shared/calendar-day.ts'
import { hideSmall } from '#shared/access/small-groups.ts'
import { byCodeUnit } from '#shared/code-unit-order.ts'
import { BEDS } from '#shared/terms.ts'
import {
  type IntervalLine,
  RIDE_GROUPINGS,
  type RideGrouping,
  type RideLine,
  type RideReport,
} from '#shared/wire/ride-report.ts'
import { NATION } from './beds-day.ts'
import { type Track, TRACKS } from './fact.ts'
import { hiddenMoves, type Moves } from './hide-moves.ts'
import { type Asked, spanOf } from './report-view.ts'
import { INTERVALS } from './ride-intervals.ts'
import type { Seen } from './shown-to.ts'
import { spreadOf } from './spread.ts'

/** A ride that met nothing. */
export const NO_DELAY = 'none'

const KEYS: Record<RideGrouping, (ride: RideLine) => readonly string[]> = {
  all: () => ['all'],
  track: ({ track }) => [track],
  region: ({ fromRegion }) => [fromRegion],
  vehicle: ({ vehicleKind }) => [vehicleKind],
  delay: ({ delays }) => (delays.length === 0 ? [NO_DELAY] : delays),
}

/** Every grouping; parts that nobody went through have no line. */
export const intervalLines = (rides: readonly RideLine[]): IntervalLine[] =>
  RIDE_GROUPINGS.flatMap((by) =>
    [...new Set(rides.flatMap(KEYS[by]))].sort(byCodeUnit).flatMap((key) =>
      linesOf(
        by,
        key,
        rides.filter((ride) => KEYS[by](ride).includes(key)),
      ),
    ),
  )

const linesOf = (by: RideGrouping, key: string, rides: readonly RideLine[]): IntervalLine[] =>
  INTERVALS.flatMap((interval) => {
    const took = rides.flatMap(({ minutes }) => minutes[interval] ?? [])
    if (took.length === 0) return []
    const { count, median, p90 } = spreadOf(took.map((minutes) => ({ minutes, count: 1 })))
    return [{ by, key, interval, count, median, p90 }]
  })

export type IntervalFacts = { now: string; today: Day; rides: readonly RideLine[] }

export function rideReport(asked: Asked, { now, today, rides }: IntervalFacts, viewer: Seen): RideReport {
  const { place, period } = asked
  const { from, until } = spanOf(asked, today)
  const then = rides.filter(({ day }) => day !== null && day >= from && day <= until)
  const here = then.filter(({ fromRegion }) => place === NATION || fromRegion === place)
  const lines = intervalLines(here)
  return {
    ...{ period, from, until, place, at: now, seen: viewer.seen },
    lines: viewer.seen === 'groups' ? hideLines(lines, hiddenOf(then, place)) : lines.filter(isTold(viewer)),
    rides: here
      .filter(isListed(viewer))
      .toSorted((a, b) => byCodeUnit(b.day ?? '', a.day ?? '') || byCodeUnit(a.ride, b.ride)),
  }
}

/** An RCPS: its own region and the nation's sums. */
const isTold =
  ({ seen, regions }: Seen) =>
  ({ by, key }: IntervalLine): boolean =>
    seen === 'all' || by !== 'region' || regions.includes(key)

const isListed =
  ({ seen, regions }: Seen) =>
  ({ fromRegion, toRegion }: RideLine): boolean =>
    seen === 'all' || (seen === 'region' && (regions.includes(fromRegion) || regions.includes(toRegion)))

type IsHidden = (line: IntervalLine) => boolean

/** What the day report does not tell of the same rides, told of both care levels together there or here. */
function hiddenOf(rides: readonly RideLine[], place: string): IsHidden {
  const levels = BEDS.map((bed) => rides.filter((ride) => ride.bed === bed)).filter((some) => some.length > 0)
  const hidden = levels.map((some) => {
    const ofTrack = (track: Track) => some.filter((ride) => ride.track === track).length
    const tracks = { planned: ofTrack('planned'), urgent: ofTrack('urgent'), shortage: ofTrack('shortage') }
    return { some, moves: hiddenMoves(pairsOf(some), tracks), tracks }
  })
  const isOut = (region: string) =>
    hidden.some(({ some, moves }) => moves.out(region) && some.some((ride) => ride.fromRegion === region))
  const isSumHidden = place === NATION ? hidden.some(({ moves }) => moves.out(NATION)) : isOut(place)
  const isTrack = (track: Track) =>
    hidden.some(({ moves, tracks }) => tracks[track] > 0 && moves.track(track))
  return ({ by, key }) => {
    if (isSumHidden) return true
    if (by === 'region') return isOut(key)
    return by === 'track' && TRACKS.some((track) => track === key && isTrack(track))
  }
}

function pairsOf(rides: readonly RideLine[]): Moves[] {
  const pairs = new Map<string, Moves>()
  for (const { fromRegion: from, toRegion: to } of rides) {
    const key = `${from} ${to}`
    pairs.set(key, { from, to, count: (pairs.get(key)?.count ?? 0) + 1 })
  }
  return [...pairs.values()]
}

/** No group under five, nor what it could be reckoned from: the sum goes where any grouping would tell of it. */
function hideLines(lines: readonly IntervalLine[], isHidden: IsHidden): IntervalLine[] {
  return INTERVALS.flatMap((interval) => {
    const some = lines.filter((line) => line.interval === interval)
    const hidden = new Set<string>()
    for (const by of RIDE_GROUPINGS) {
      const groups = some
        .filter((line) => line.by === by)
        .map(({ key, count }) => ({ id: key, count: count ?? 0 }))
      const shown = hideSmall(groups)
      for (const { id, count } of shown.groups) if (count === null) hidden.add(`${by} ${id}`)
      if (shown.total === null && groups.length > 0) hidden.add('all all')
    }
    return some.map((line) =>
      isHidden(line) || hidden.has(`${line.by} ${line.key}`)
        ? { ...line, count: null, median: null, p90: null }
        : line,
    )
  })
}

// How much of a report somebody is told: the LCPS all of it, an RCPS its own region and the nation's sums, who
// oversees no group under five. Called by report-view.ts and forecast-view.ts.
import type { Person } from '#shared/access/parties.ts'
import { type Group, hideSmall } from '#shared/access/small-groups.ts'
import { regions } from '#shared/reference/regions.ts'
import { type Bed, BEDS } from '#shared/terms.ts'
import type {
  BedLine,
  FlowLine,
  MovementLine,
  RefusalLine,
  ReportView,
  SeriesLine,
  ShareLine,
  WaitLine,
} from '#shared/wire/reports.ts'
import { NATION } from './beds-day.ts'
import type { Step } from './fact.ts'
import { type HiddenMoves, hiddenMoves } from './hide-moves.ts'

export type Seen = { seen: ReportView['seen']; regions: readonly string[] }
export type Tables = Pick<ReportView, 'beds' | 'share' | 'flow' | 'movements' | 'waits' | 'refusals'>

/** The widest of what their roles give. */
export function seenBy({ memberships }: Pick<Person, 'memberships'>): Seen {
  const own = memberships.filter(({ role }) => role === 'rcps').map(({ org }) => org)
  if (memberships.some(({ role }) => role === 'lcps')) return { seen: 'all', regions: own }
  return own.length > 0 ? { seen: 'region', regions: own } : { seen: 'groups', regions: [] }
}

/** The nation for everybody; a region for who is told of it. */
export const mayAsk = (place: string, { seen, regions: own }: Seen): boolean =>
  place === NATION || (seen === 'region' ? own.includes(place) : regions.some(({ id }) => id === place))

/** The tables as this viewer may have them. */
export function tablesFor(tables: Tables, { seen, regions: own }: Seen): Tables {
  if (seen === 'all') return tables
  if (seen === 'region') {
    const mine = (place: string) => place === NATION || own.includes(place)
    return {
      ...tables,
      flow: tables.flow.filter(({ place }) => mine(place)),
      movements: tables.movements.filter((line) => own.includes(line.from) || own.includes(line.to)),
      waits: tables.waits.filter(({ place }) => mine(place)),
      refusals: tables.refusals.filter(({ place }) => mine(place)),
    }
  }
  const moves = { ic: movesOf(tables, 'ic'), ward: movesOf(tables, 'ward') }
  return {
    beds: hideBeds(tables.beds),
    share: hideShare(tables.share),
    flow: hideFlow(tables.flow, moves),
    movements: hideMovements(tables.movements, moves),
    waits: hideWaits(tables.waits, moves),
    refusals: hideRefusals(tables.refusals),
  }
}

/** Groups by id that are hidden, and whether their sum is. */
function hiddenOf(groups: readonly Group[]): { has: (id: string) => boolean; total: boolean } {
  const { total, groups: shown } = hideSmall(groups)
  const hidden = new Set(shown.filter(({ count }) => count === null).map(({ id }) => id))
  return { has: (id) => hidden.has(id), total: total === null }
}

type Placed = { place: string }
/** Hides one figure of regions and the nation's line, which are parts and their sum. */
function hideParts<L extends Placed>(lines: readonly L[], field: keyof L): L[] {
  const count = (line: L) => Number(line[field] ?? 0)
  const hidden = hiddenOf(
    lines.filter(({ place }) => place !== NATION).map((line) => ({ id: line.place, count: count(line) })),
  )
  const isHidden = ({ place }: L) => (place === NATION ? hidden.total : hidden.has(place))
  return lines.map((line) => (isHidden(line) ? { ...line, [field]: null } : line))
}

const hideBeds = (lines: readonly BedLine[]): BedLine[] =>
  BEDS.flatMap((bed) => {
    const some = lines.filter((line) => line.bed === bed)
    return (['occupied', 'crisis', 'reserved'] as const)
      .reduce<BedLine[]>((shown, field) => hideParts(shown, field), some)
      .map((line) => ({ ...line, free: unoccupied(line, line.boss), freeInclBoss: unoccupied(line, 0) }))
  })

type Beds = Pick<BedLine, 'operational' | 'occupied'>
/** Free beds beside the occupied ones would tell how many are reserved: for who oversees those count as free. */
const unoccupied = ({ operational, occupied }: Beds, boss: number): number | null =>
  occupied === null ? null : Math.max(0, operational - occupied - boss)

/** Series of every region and of the nation: hidden day by day. */
export function hideSeries<L extends SeriesLine & Placed & Pick<BedLine, 'boss'>>(lines: readonly L[]): L[] {
  const byDay = new Map<string, L[]>()
  for (const line of lines) {
    const key = `${line.day} ${line.bed}`
    byDay.set(key, [...(byDay.get(key) ?? []), line])
  }
  return [...byDay.values()].flatMap((some) =>
    hideParts(hideParts(some, 'occupied'), 'crisis').map((line) => ({
      ...line,
      free: unoccupied(line, line.boss),
    })),
  )
}

const hideShare = (lines: readonly ShareLine[]): ShareLine[] =>
  BEDS.flatMap((bed) => {
    const some = lines.filter((line) => line.bed === bed)
    const hidden = hiddenOf(some.map(({ group, present }) => ({ id: group, count: present ?? 0 })))
    return some.map((line) =>
      hidden.has(line.group) ? { ...line, present: null, target: null, deficit: null } : line,
    )
  })

type MovesOf = Readonly<Record<Bed, HiddenMoves>>

function movesOf({ movements, flow }: Tables, bed: Bed): HiddenMoves {
  const ofTrack = (track: FlowLine['track']) =>
    flow.find((line) => line.bed === bed && line.place === NATION && line.track === track)?.moved ?? 0
  return hiddenMoves(
    movements.filter((line) => line.bed === bed).map((line) => ({ ...line, count: line.count ?? 0 })),
    { planned: ofTrack('planned'), urgent: ofTrack('urgent'), shortage: ofTrack('shortage') },
  )
}

/** Regions with their tracks together; the nation's tracks, which are parts of its sum as well. */
const hideFlow = (lines: readonly FlowLine[], moves: MovesOf): FlowLine[] =>
  BEDS.flatMap((bed) => {
    const some = lines.filter((line) => line.bed === bed)
    let together = some.filter(({ track }) => track === 'all')
    let tracks = some.filter(({ place, track }) => place === NATION && track !== 'all')
    for (const field of ['filed', 'ended'] as const) {
      together = hideParts(together, field)
      const hidden = hiddenOf(tracks.map((line) => ({ id: line.track, count: line[field] ?? 0 })))
      tracks = tracks.map((line) => (hidden.has(line.track) ? { ...line, [field]: null } : line))
    }
    return [...together, ...tracks].map((line) => hideArrivals(line, moves[bed]))
  })

const hideArrivals = (line: FlowLine, moves: HiddenMoves): FlowLine => {
  const isOut = line.track === 'all' ? moves.out(line.place) : moves.track(line.track)
  const isIn = line.track === 'all' ? moves.in(line.place) : moves.track(line.track)
  return { ...line, moved: isOut ? null : line.moved, arrived: isIn ? null : line.arrived }
}

const hideMovements = (lines: readonly MovementLine[], moves: MovesOf): MovementLine[] =>
  lines.map((line) => ({
    ...line,
    urgent: null,
    count: moves[line.bed].pair(line.from, line.to) ? null : line.count,
  }))

/** Left by who travelled: as many as moved, or nearly. */
const TRAVELLED: readonly Step[] = ['planned', 'in-transit', 'arrived', 'to-departure', 'to-arrival']

const without = (line: WaitLine): WaitLine => ({ ...line, count: null, median: null, p90: null })

const hideWaits = (lines: readonly WaitLine[], moves: MovesOf): WaitLine[] =>
  hideFewWaits(lines).map((line) => {
    if (!TRAVELLED.includes(line.step)) return line
    const { out, track } = moves[line.bed]
    return (line.track === 'all' ? out(line.place) : track(line.track)) ? without(line) : line
  })

const hideFewWaits = (lines: readonly WaitLine[]): WaitLine[] => {
  const groups = new Map<string, WaitLine[]>()
  for (const line of lines) {
    const key = `${line.bed} ${line.step}`
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups.values()].flatMap((some) => {
    const together = some.filter(({ track }) => track === 'all')
    const places = hiddenOf(
      together
        .filter(({ place }) => place !== NATION)
        .map(({ place, count }) => ({ id: place, count: count ?? 0 })),
    )
    const tracks = some.filter(({ place, track }) => place === NATION && track !== 'all')
    const ofTracks = hiddenOf(tracks.map(({ track, count }) => ({ id: track, count: count ?? 0 })))
    return [
      ...together.map((line) =>
        (line.place === NATION ? places.total : places.has(line.place)) ? without(line) : line,
      ),
      ...tracks.map((line) => (ofTracks.has(line.track) ? without(line) : line)),
    ]
  })
}

/** The nation's only, by reason. */
const hideRefusals = (lines: readonly RefusalLine[]): RefusalLine[] =>
  BEDS.flatMap((bed) => {
    const some = lines.filter((line) => line.bed === bed && line.place === NATION)
    const idOf = ({ kind, reason }: RefusalLine) => `${kind} ${reason}`
    const hidden = hiddenOf(some.map((line) => ({ id: idOf(line), count: line.count ?? 0 })))
    return some.map((line) => (hidden.has(idOf(line)) ? { ...line, count: null } : line))
  })

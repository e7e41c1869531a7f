// The coordinators' board: every transfer in the group of its state, the one longest past its limit first, with what
// its filters leave. Called by web/screens/board.tsx, the bench and the reports' counts.
import type { Person } from '#shared/access/parties.ts'
import { byCodeUnit } from '#shared/code-unit-order.ts'
import type { Ride } from '#shared/rides/ride.ts'
import { type Bed, KINDS, type Kind, BEDS } from '#shared/terms.ts'
import { type ActsNow, actsNow } from './acts-now.ts'
import { isOpen, type Transfer, type TransferState } from './transfer.ts'
import { isMyTurn, isOver, partOf } from './turn.ts'

/** In the order of a transfer's life; `ended` holds every end state. */
export const BOARD_GROUPS = [
  'verifying',
  'matching',
  'offered',
  'reserved',
  'planned',
  'in-transit',
  'arrived',
  'on-hold',
  'ended',
] as const
export type BoardGroup = (typeof BOARD_GROUPS)[number]

export type BoardFilter = {
  bed?: Bed | undefined
  kind?: Kind | undefined
  /** Comes from or goes to this region. */
  region?: string | undefined
  /** A part of the code, or of what `names` says of its hospitals. */
  text?: string | undefined
  /** Claimed by this person, or this person's turn and nobody else's claim. */
  mine?: boolean | undefined
  /** Past the limit of its step. */
  late?: boolean | undefined
}

export type BoardLine<T extends Transfer = Transfer> = {
  transfer: T
  ride: Ride | null
  acts: ActsNow
  late: boolean
  /** This person's turn. */
  mine: boolean
}
export type BoardGroupOf<T extends Transfer> = { group: BoardGroup; lines: BoardLine<T>[]; late: number }
export type Board<T extends Transfer = Transfer> = {
  groups: BoardGroupOf<T>[]
  /** Over all groups but the ended. */
  open: number
  late: number
}

export type BoardView = {
  filter: BoardFilter
  viewer: Person
  /** ISO. */
  now: string
  /** What people call a hospital, for `text`. */
  nameOf: (hospital: string) => string
}

export const groupOfState = (state: TransferState): BoardGroup => {
  if (!isOpen({ state })) return 'ended'
  if (state === 'submitted') return 'verifying'
  return BOARD_GROUPS.find((group) => group === state) ?? 'ended'
}

/** Every group is there, empty ones too. Never throws. */
export function boardOf<T extends Transfer>(
  transfers: Iterable<T>,
  rides: ReadonlyMap<string, Ride>,
  view: BoardView,
): Board<T> {
  const groups = new Map(BOARD_GROUPS.map((group) => [group, [] as (BoardLine<T> & { used: number })[]]))
  const fits = filterOf(view)
  const nowMs = Date.parse(view.now)
  for (const transfer of transfers) {
    const ride = (transfer.ride === null ? undefined : rides.get(transfer.ride)) ?? null
    const acts = actsNow(transfer, ride)
    const spent = nowMs - Date.parse(acts.since)
    const mine = isMyTurn(acts, view.viewer.memberships)
    const line = { transfer, ride, acts, late: isOver(acts, spent), mine, used: partOf(acts, spent) }
    if (fits(line)) groups.get(groupOfState(transfer.state))?.push(line)
  }
  const sorted = [...groups].map(([group, lines]) => ({
    group,
    lines: lines.sort(group === 'ended' ? latestFirst : mostOverdueFirst),
    late: lines.reduce((sum, { late }) => sum + (late ? 1 : 0), 0),
  }))
  const open = sorted.filter(({ group }) => group !== 'ended')
  return {
    groups: sorted,
    open: open.reduce((sum, { lines }) => sum + lines.length, 0),
    late: open.reduce((sum, { late }) => sum + late, 0),
  }
}

type Sorted = BoardLine & { used: number }

const byId = (a: Sorted, b: Sorted): number => byCodeUnit(a.transfer.id, b.transfer.id)

const mostOverdueFirst = (a: Sorted, b: Sorted): number =>
  b.used - a.used || byCodeUnit(a.acts.since, b.acts.since) || byId(a, b)

const latestFirst = (a: Sorted, b: Sorted): number =>
  byCodeUnit(b.transfer.since, a.transfer.since) || byId(a, b)

/** The code as typed from paper: `k7q-3` finds K7Q3TB. */
const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s-]/g, '')

function filterOf({ filter, viewer, nameOf }: BoardView): (line: BoardLine) => boolean {
  const { bed, kind, region, mine, late } = filter
  const text = plain(filter.text ?? '')
  const isOwn = ({ transfer: { claim }, mine: turn }: BoardLine) =>
    claim === null ? turn : claim.person === viewer.id
  const isNamed = ({ transfer: { code, from, to } }: BoardLine) =>
    plain(code).includes(text) || [from, to].some((id) => id !== null && plain(nameOf(id)).includes(text))
  return (line) => {
    const { transfer } = line
    return (
      (bed === undefined || transfer.bed === bed) &&
      (kind === undefined || transfer.kind === kind) &&
      (region === undefined || transfer.fromRegion === region || transfer.toRegion === region) &&
      (late !== true || line.late) &&
      (mine !== true || isOwn(line)) &&
      (text === '' || isNamed(line))
    )
  }
}

/** From the address; what it does not know is no filter. */
export const boardFilter = (
  query: Readonly<Partial<Record<'bed' | 'kind' | 'region' | 'text' | 'mine' | 'late', string>>>,
): BoardFilter => ({
  bed: BEDS.find((bed) => bed === query.bed),
  kind: KINDS.find((kind) => kind === query.kind),
  region: query.region === '' ? undefined : query.region,
  text: query.text,
  mine: query.mine === '1',
  late: query.late === '1',
})

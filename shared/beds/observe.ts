// Lays an observation over what stands (R6): older never replaces newer, what was counted since stays counted, a feed
// never wins from a desk unasked, a correction stays on top. Used by the decisions and by the feed's dry run.
import { type BedFigures, type BedMove, type Beds, FIGURES, type Observed } from './beds.ts'
import { freshnessOf } from './capacity.ts'
import { largeChanges } from './large-changes.ts'

/** Two clocks may differ by this much. */
export const SKEW_MS = 5 * 60_000

/** `current`: it counts now. `beside`: it is shown, and the desk is asked. `beneath`: a correction lies on it. */
export type Laid =
  | { as: 'current' | 'beside' | 'beneath'; data: Partial<Beds> }
  /** What stands was seen later. */
  | { as: 'older' }

/** The last observation, without what lies on top of it. */
export const observedOf = (row: Beds): Observed => row.beneath ?? pick(row)

const pick = ({ intakeStop, observedAt, reportedAt, source, feed, ...row }: Observed): Observed => ({
  ...figuresOf({ ...row, intakeStop }),
  observedAt,
  reportedAt,
  source,
  feed: feed ?? null,
})

export const figuresOf = ({
  operational,
  occupied,
  crisis,
  boss,
  addable24h,
  intakeStop,
}: BedFigures): BedFigures => ({ operational, occupied, crisis, boss, addable24h, intakeStop })

const isHuman = ({ source }: Observed): boolean => source === 'desk' || source === 'file'
const time = (instant: string): number => Date.parse(instant)

/** Arrivals and departures later than the observation are not in it yet. */
function countOn(seen: Observed, moves: readonly BedMove[]): Observed {
  const occupied = moves.reduce((sum, move) => sum + move.occupied, seen.occupied)
  const crisis = moves.reduce((sum, move) => sum + move.crisis, seen.crisis)
  return { ...seen, occupied: Math.max(0, occupied), crisis: Math.max(0, Math.min(crisis, occupied)) }
}

/** `now`: the deciding side's clock. */
export function layObservation(row: Beds, seen: Observed, now: string): Laid {
  const base = observedOf(row)
  // A desk's clock may be a little behind what it replaces; a feed repeats itself and must be later.
  const slack = isHuman(seen) ? SKEW_MS : -1
  const known = [base, ...(row.beside ? [row.beside] : [])].filter((one) => one === base || !isHuman(seen))
  if (known.some((one) => time(seen.observedAt) < time(one.observedAt) - slack)) return { as: 'older' }
  const moves = (row.moves ?? []).filter(({ at }) => time(at) > time(seen.observedAt))
  const counted = countOn(seen, moves)
  if (isAsked(base, counted, now)) return { as: 'beside', data: { beside: seen } }
  const beside = isHuman(seen) ? conflictOf(row, base, counted, now) : null
  const { correction } = row
  if (correction != null && !(isHuman(seen) && seen.observedAt > correction.at))
    return { as: 'beneath', data: { beneath: counted, moves, beside } }
  return {
    as: 'current',
    data: {
      ...counted,
      feed: counted.feed ?? null,
      moves,
      beside,
      beneath: null,
      correction: null,
      reminded: null,
    },
  }
}

/** A feed that says something quite different from what a desk said just now. */
const isAsked = (base: Observed, seen: Observed, now: string): boolean =>
  !isHuman(seen) && isHuman(base) && isFresh(base, now) && largeChanges(base, seen).length > 0

const isFresh = ({ reportedAt }: Observed, now: string): boolean => freshnessOf(reportedAt, now) === 'fresh'

/** What a fresh feed says that the desk now contradicts, so that both stay to be seen. */
function conflictOf(row: Beds, base: Observed, seen: Observed, now: string): Observed | null {
  const feed = row.beside ?? (base.source === 'lpz' ? base : null)
  return feed !== null && isFresh(feed, now) && largeChanges(seen, feed).length > 0 ? feed : null
}

/** What the app counted since the observation. */
export const countedSince = (row: Beds): number =>
  (row.moves ?? [])
    .filter(({ at }) => row.correction == null || at > row.correction.at)
    .reduce((sum, { occupied }) => sum + occupied, 0)

/** More moves than a hospital makes between two reports: the two oldest become one. */
const MOVES_KEPT = 60

/** One patient more or less: on top of what stands, and of what lies beneath. `undone`: it takes back an earlier one. */
export function countMove(row: Beds, move: BedMove, undone = false): Partial<Beds> {
  const on = <R extends Pick<Beds, 'occupied' | 'crisis'>>(figures: R) => ({
    occupied: Math.max(0, figures.occupied + move.occupied),
    crisis: Math.max(0, figures.crisis + move.crisis),
  })
  const { beneath } = row
  return {
    ...on(row),
    moves: undone ? takenBack(row.moves ?? [], move) : shortened([...(row.moves ?? []), move]),
    ...(beneath ? { beneath: { ...beneath, ...on(beneath) } } : {}),
  }
}

/** Without the move that it takes back; an observation in between has that one in it already. */
function takenBack(moves: readonly BedMove[], move: BedMove): BedMove[] {
  const at = moves.findLastIndex(
    ({ occupied, crisis }) => occupied + move.occupied === 0 && crisis + move.crisis === 0,
  )
  return at === -1 ? [...moves, move] : moves.toSpliced(at, 1)
}

function shortened(moves: readonly BedMove[]): BedMove[] {
  const [first, second, ...rest] = moves.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
  if (moves.length <= MOVES_KEPT || first === undefined || second === undefined) return [...moves]
  const merged = {
    at: second.at,
    occupied: first.occupied + second.occupied,
    crisis: first.crisis + second.crisis,
  }
  return [merged, ...rest]
}

/** Which of the figures two observations do not agree on. */
export const differing = (a: BedFigures, b: BedFigures) => FIGURES.filter((figure) => a[figure] !== b[figure])

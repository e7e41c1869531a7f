// What each good line of a feed would come to, before anything is written: the newest of each hospital's beds against
// what stands, the rest as history. Called by server/feeds/receive.ts.
import { setImmediate as breathe } from 'node:timers/promises'
import { type Beds, bedsId, type Observed } from '#shared/beds/beds.ts'
import { type Said, seenBy } from '#shared/beds/decide-beds.ts'
import { type FeedLine, type FeedRow, type LineContext, readFeedLine } from '#shared/beds/feed-line.ts'
import { largeChanges } from '#shared/beds/large-changes.ts'
import { saidOf } from '#shared/beds/observation.ts'
import { layObservation, observedOf } from '#shared/beds/observe.ts'
import { unreported } from '#shared/beds/unreported.ts'
import type { FeedRowFault } from '#shared/wire/capacity-feed.ts'
import { knownObservations } from '#server/store/observations.ts'
import type { Db } from '#server/store/store.ts'

/** How many lines are read before others get their turn. */
const TURN = 2000
/** Moments asked for at once. */
const TIMES = 100

/** The newest of its beds, and what it comes to. */
export type Newest = FeedRow & {
  before: Beds
  seen: Observed
  became: 'current' | 'beside' | 'beneath'
  large: boolean
}
export type Placed = { newest: Newest[]; older: FeedRow[]; same: number; faults: FeedRowFault[][] }

const keyOf = ({ hospital, bed, said }: FeedRow): string => `${bedsId(hospital, bed)} ${said.observedAt}`

export async function placeRows(
  db: Db,
  rows: ReadonlyMap<string, Beds>,
  lines: readonly FeedLine[],
  context: LineContext,
): Promise<Placed> {
  const good: FeedRow[] = []
  const faults: FeedRowFault[][] = []
  for (let at = 0; at < lines.length; at += TURN) {
    for (const line of lines.slice(at, at + TURN)) {
      const read = readFeedLine(line, context)
      if (Array.isArray(read)) faults.push(read)
      else good.push(read)
    }
    await breathe()
  }
  const known = await knownTo(db, good, context)
  const { fresh, same, differing } = sift(good, known)
  faults.push(...differing.map(differs))
  return { ...newestOf(fresh, rows, context.now), same, faults }
}

const differs = ({ line, said }: FeedRow): FeedRowFault[] => [
  { line, field: 'observedAt', code: 'differs', value: said.observedAt },
]

/** What this source told before, of the moments in this file. */
async function knownTo(
  db: Db,
  good: readonly FeedRow[],
  { source, feed }: LineContext,
): Promise<Map<string, string>> {
  const times = [...new Set(good.map(({ said }: { said: Said }) => said.observedAt))].sort()
  const known = new Map<string, string>()
  for (let at = 0; at < times.length; at += TIMES)
    for (const [key, said] of await knownObservations(db, source, feed, times.slice(at, at + TIMES)))
      known.set(key, said)
  return known
}

/** The same again is known; the same moment with other figures is a mistake somewhere. */
function sift(good: readonly FeedRow[], known: Map<string, string>) {
  const fresh: FeedRow[] = []
  const differing: FeedRow[] = []
  for (const row of good) {
    const said = saidOf(row.said)
    const before = known.get(keyOf(row))
    if (before === undefined) {
      known.set(keyOf(row), said)
      fresh.push(row)
    } else if (before !== said) differing.push(row)
  }
  return { fresh, differing, same: good.length - fresh.length - differing.length }
}

function newestOf(fresh: readonly FeedRow[], rows: ReadonlyMap<string, Beds>, now: string) {
  const last = new Map<string, FeedRow>()
  for (const row of fresh) {
    const id = bedsId(row.hospital, row.bed)
    const known = last.get(id)
    if (known === undefined || known.said.observedAt < row.said.observedAt) last.set(id, row)
  }
  const newest = [...last].flatMap(([id, row]): Newest[] => {
    const before = rows.get(id) ?? unreported(row.hospital, row.bed)
    if (before === null) return []
    const seen = seenBy(before, row.said, now)
    const laid = layObservation(before, seen, now)
    if (laid.as === 'older') return []
    const large = before.rev > 0 && largeChanges(observedOf(before), seen).length > 0
    return [{ ...row, before, seen, became: laid.as, large }]
  })
  const taken = new Set(newest.map(({ line }) => line))
  return { newest, older: fresh.filter(({ line }) => !taken.has(line)) }
}

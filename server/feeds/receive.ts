// Takes in bed figures that a source sends or somebody brings, or tells what would come of it: good lines are kept,
// each wholly, bad ones are told. What counts now goes through the hinge, line by line; the rest is history. Sent
// again it changes nothing. Called by server/http/feeds.ts.
import { createHash } from 'node:crypto'
import { type Person, SYSTEM } from '#shared/access/parties.ts'
import { type Beds, bedsId } from '#shared/beds/beds.ts'
import type { FeedRow } from '#shared/beds/feed-line.ts'
import { type Observation, saidOf } from '#shared/beds/observation.ts'
import { figuresOf } from '#shared/beds/observe.ts'
import { seenBy } from '#shared/beds/decide-beds.ts'
import { unreported } from '#shared/beds/unreported.ts'
import type { Via } from '#shared/record/act.ts'
import { otherAct } from '#shared/record/acts.ts'
import { type FeedChange, FEED_TOLD, type FeedReport } from '#shared/wire/capacity-feed.ts'
import type { By } from '#shared/wire/event.ts'
import { derivedId } from '#server/derived-id.ts'
import { type Hinge, perform } from '#server/perform.ts'
import { allBeds } from '#server/store/beds.ts'
import { saveObservations } from '#server/store/observations.ts'
import { saveAct } from '#server/store/record.ts'
import { type Newest, placeRows } from './place-rows.ts'
import type { FeedRead } from './read-feed.ts'

/** `feed`: its name; null: a person's file. `id`: how the record knows who it was. */
export type Sender = {
  id: string
  person: Person
  via: Via
  feed: string | null
  may: (hospital: string) => boolean
}

const HISTORY = 500

export async function receive(
  hinge: Hinge,
  from: Sender,
  read: FeedRead,
  keep: boolean,
): Promise<FeedReport> {
  const now = hinge.now().toISOString()
  const { encoding } = read
  if ('file' in read) return record(hinge, from, { ...nothing, kept: false, file: read.file, encoding })
  const rows = new Map((await allBeds(hinge.store.query)).map((row) => [row.id, row]))
  const source = from.feed === null ? ('file' as const) : ('lpz' as const)
  const context = { source, feed: from.feed, may: from.may, now }
  const placed = await placeRows(hinge.store.query, rows, read.lines, context)
  const late = keep ? await keepNewest(hinge, from, placed.newest) : []
  if (keep) await keepHistory(hinge, from, [...placed.older, ...late], rows)
  const counted = placed.newest.filter((one) => !late.includes(one))
  const number = (became: Newest['became']) => counted.filter((one) => one.became === became).length
  return record(hinge, from, {
    kept: keep,
    file: null,
    encoding,
    rows: read.lines.length,
    current: number('current'),
    beside: number('beside'),
    beneath: number('beneath'),
    older: placed.older.length + late.length,
    same: placed.same,
    faulty: placed.faults.length,
    faults: placed.faults
      .flat()
      .sort((a, b) => a.line - b.line)
      .slice(0, FEED_TOLD),
    changes: counted
      .map(changeOf)
      .sort((a, b) => a.line - b.line)
      .slice(0, FEED_TOLD),
  })
}

const nothing = {
  rows: 0,
  current: 0,
  beside: 0,
  beneath: 0,
  older: 0,
  same: 0,
  faulty: 0,
  faults: [],
  changes: [],
}

const changeOf = ({ line, hospital, bed, became, before, seen, large }: Newest): FeedChange => ({
  line,
  hospital,
  bed,
  became,
  observedAt: seen.observedAt,
  from: before.rev === 0 ? null : { operational: before.operational, occupied: before.occupied },
  to: { operational: seen.operational, occupied: seen.occupied },
  large,
})

/** One command each, so that each is whole; gives those that something newer came before in the meantime. */
async function keepNewest(hinge: Hinge, from: Sender, newest: readonly Newest[]): Promise<Newest[]> {
  const late: Newest[] = []
  for (const one of newest) {
    const { hospital, bed, said } = one
    const payload = { hospital, bed, ...said }
    const hash = createHash('sha256')
      .update(JSON.stringify([from.id, payload]))
      .digest('hex')
    const id = derivedId('observe', from.id, hospital, bed, said.observedAt, saidOf(said))
    const command = { id, name: 'beds.observe' as const, at: hinge.now().toISOString(), payload }
    const person = from.feed === null ? from.person : SYSTEM
    const outcome = await perform(hinge, { person, command, hash, via: from.via })
    if ('refused' in outcome) late.push(one)
  }
  return late
}

async function keepHistory(
  { store, now }: Hinge,
  from: Sender,
  older: readonly FeedRow[],
  rows: ReadonlyMap<string, Beds>,
): Promise<void> {
  const reportedAt = now().toISOString()
  for (let at = 0; at < older.length; at += HISTORY) {
    const lines = older.slice(at, at + HISTORY).flatMap((row) => lineOf(row, from, reportedAt, rows))
    await store.transaction(({ db }) => saveObservations(db, lines))
  }
}

function lineOf(
  row: FeedRow,
  from: Sender,
  reportedAt: string,
  rows: ReadonlyMap<string, Beds>,
): Observation[] {
  const { hospital, bed, said } = row
  const id = bedsId(hospital, bed)
  const known = rows.get(id) ?? unreported(hospital, bed)
  if (known === null) return []
  return [
    {
      ...figuresOf(seenBy(known, said, reportedAt)),
      id,
      source: said.source,
      feed: said.feed,
      observedAt: said.observedAt,
      reportedAt,
      became: 'older',
      by: byOf(from),
      reason: null,
      until: null,
      note: null,
      said: saidOf(said),
    },
  ]
}

const byOf = ({ feed, person }: Sender): By => {
  const [held] = person.memberships
  return feed !== null || held === undefined
    ? { role: 'system', org: feed ?? '' }
    : { role: held.role, org: held.org }
}

async function record({ store, now }: Hinge, from: Sender, report: FeedReport): Promise<FeedReport> {
  const { kept, file, rows, current, beside, beneath, older, same, faulty } = report
  const counts = { rows, current, beside, beneath, older, same, faulty }
  const told = Object.entries(counts).map(([name, count]) => `${name}:${count}`)
  const happened = { at: now().toISOString(), person: from.person, via: from.via }
  await saveAct(
    store.query,
    otherAct(happened, kept ? 'beds.file' : 'beds.file-tried', 'E', {
      reason: file ?? told.join(' '),
      subject: 'list',
      subjectId: from.id,
    }),
  )
  return report
}

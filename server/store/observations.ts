// The history of bed figures: what was said, by whom, when, and what became of it. One line per observation; the same
// again is no other. Written by the hinge and by server/feeds, read by the beds' history, let go by the retention job.
import type { Observation } from '#shared/beds/observation.ts'
import { fixedRows } from './fixed.ts'
import type { Db } from './store.ts'

/** Bound values in one statement stay far below what either database takes. */
const CHUNK = 500

const inserted = fixedRows((db, lines: ReturnType<typeof columnsOf>[]) =>
  db
    .insertInto('bed_observations')
    .values(lines)
    .onConflict((conflict) => conflict.doNothing()),
)

export async function saveObservations(db: Db, lines: readonly Observation[]): Promise<void> {
  for (let at = 0; at < lines.length; at += CHUNK)
    await inserted(db, lines.slice(at, at + CHUNK).map(columnsOf))
}

const columnsOf = ({ said, ...line }: Observation) => ({
  beds: line.id,
  source: line.source,
  feed: line.feed ?? '',
  observed_at: line.observedAt,
  reported_at: line.reportedAt,
  said: said ?? '',
  row: JSON.stringify(line),
})

/** `<beds> <observed at>` → what this source said then. */
export async function knownObservations(
  db: Db,
  source: string,
  feed: string | null,
  times: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('bed_observations')
    .select(['beds', 'observed_at', 'said'])
    .where('source', '=', source)
    .where('feed', '=', feed ?? '')
    .where('observed_at', 'in', times)
    .execute()
  return new Map(rows.map(({ beds, observed_at, said }) => [`${beds} ${observed_at}`, said]))
}

/** Newest first. */
export async function historyOf(db: Db, beds: string, since: string, limit: number): Promise<Observation[]> {
  const rows = await db
    .selectFrom('bed_observations')
    .select('row')
    .where('beds', '=', beds)
    .where('observed_at', '>=', since)
    .orderBy('observed_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ row }) => JSON.parse(row) as Observation)
}

export async function dropObservations(db: Db, before: string): Promise<void> {
  await db.deleteFrom('bed_observations').where('observed_at', '<', before).execute()
}

// Bed figures in the database. A bed is given out by writing revision n + 1 of its row, and that can happen once:
// the events' unique (subject, id, rev) guards the last bed (docs/decisions/002). Used by the hinge and the reads.
import type { Beds } from '#shared/beds/beds.ts'
import { bedsDueAt } from '#shared/beds/remind.ts'
import { lockedById, parsed } from './load-row.ts'
import { flag, saver } from './save-row.ts'
import type { Db, Tx } from './store.ts'
import { untoldIn } from './untold.ts'

export async function allBeds(db: Db): Promise<Beds[]> {
  return (await db.selectFrom('beds').select('row').execute()).map(parsed<Beds>)
}

export const lockBeds = lockedById<Beds>('beds')

/** New rows, all at once. */
export async function insertBeds({ db }: Tx, rows: readonly Beds[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('beds').values(rows.map(columnsOf)).execute()
}

const save = saver<ReturnType<typeof columnsOf>>('beds', ['hospital', 'bed'])
/** `before`: the revision that was read, 0 for a new row. */
export const saveBeds = (tx: Tx, beds: Beds, before: number): Promise<void> =>
  save(tx, columnsOf(beds), before)

const columnsOf = (beds: Beds) => ({
  id: beds.id,
  rev: beds.rev,
  hospital: beds.hospital,
  bed: beds.bed,
  due: bedsDueAt(beds),
  untold: flag(beds.reminded != null && beds.reminded.rev === beds.rev),
  row: JSON.stringify(beds),
})

/** Those that want looking at, the longest due first. */
export async function dueBeds(db: Db, now: string, limit: number): Promise<Beds[]> {
  const rows = await db
    .selectFrom('beds')
    .select('row')
    .where('due', '<=', now)
    .orderBy('due')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(parsed<Beds>)
}

/** Looked at, and nothing was due: as of rows from before there were reminders. */
export async function setBedsDue(db: Db, beds: Beds): Promise<void> {
  const due = bedsDueAt(beds)
  await db.updateTable('beds').set({ due }).where('id', '=', beds.id).where('rev', '=', beds.rev).execute()
}

/** Rows that ask for figures and of which no device was told yet. */
export const untoldBeds = untoldIn<Beds>('beds')

// Bed figures in the database. A bed is given out by writing revision n + 1 of its row, and that can happen once:
// the events' unique (subject, id, rev) guards the last bed (docs/decisions/002). Used by the hinge and the reads.
import type { Beds } from '#shared/beds/beds.ts'
import { expectOne } from './save-row.ts'
import type { Db, Tx } from './store.ts'

const parse = ({ row }: { row: string }): Beds => JSON.parse(row) as Beds

export async function allBeds(db: Db): Promise<Beds[]> {
  return (await db.selectFrom('beds').select('row').execute()).map(parse)
}

/** Locked in the order of their ids, so that two decisions never wait for each other. */
export async function lockBeds(tx: Tx, ids: readonly string[]): Promise<Beds[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .lock(tx.db.selectFrom('beds').select('row').where('id', 'in', ids).orderBy('id'))
    .execute()
  return rows.map(parse)
}

/** New rows, all at once. */
export async function insertBeds({ db }: Tx, rows: readonly Beds[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('beds').values(rows.map(columnsOf)).execute()
}

/** `before`: the revision that was read, 0 for a new row. */
export async function saveBeds(tx: Tx, beds: Beds, before: number): Promise<void> {
  if (before === 0) return insertBeds(tx, [beds])
  expectOne(
    await tx.db
      .updateTable('beds')
      .set(columnsOf(beds))
      .where('id', '=', beds.id)
      .where('rev', '=', before)
      .executeTakeFirst(),
  )
}

const columnsOf = (beds: Beds) => ({
  id: beds.id,
  rev: beds.rev,
  hospital: beds.hospital,
  bed: beds.bed,
  row: JSON.stringify(beds),
})

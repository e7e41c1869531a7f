// The phase register in the database: lines are added, never changed. Used by the hinge and the reads.
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import type { Db, Tx } from './store.ts'

/** In the order they come into force. */
export async function allPhases(db: Db): Promise<PhaseEntry[]> {
  const rows = await db.selectFrom('phases').select('row').orderBy('in_force_from').execute()
  return rows.map(({ row }) => JSON.parse(row) as PhaseEntry)
}

export async function savePhase({ db }: Tx, entry: PhaseEntry): Promise<void> {
  await db
    .insertInto('phases')
    .values({
      id: entry.id,
      rev: entry.rev,
      in_force_from: entry.inForceFrom,
      row: JSON.stringify(entry),
    })
    .execute()
}

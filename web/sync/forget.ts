import Dexie from 'dexie'

import { type LocalDb, rowTables, wipeRows } from './local-db.ts'

/** Signing out: rows, drafts, facts of the ride, queue and key of this person. Only after the person saw what is unsent. */
export async function forget(db: LocalDb, person: string): Promise<void> {
  const own = [db.drafts, db.rideFacts]
  await db.transaction('rw', [...rowTables(db), ...own, db.meta, db.outbox, db.keys], async () => {
    await wipeRows(db)
    for (const table of own)
      await table.where(':id').between([person, Dexie.minKey], [person, Dexie.maxKey]).delete()
    await db.outbox.where('person').equals(person).delete()
    await db.keys.delete(person)
  })
}

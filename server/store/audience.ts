// Who may know of which row, as keys (shared/access/audience.ts). Written by the hinge, read by every list.
import type { Key } from '#shared/access/audience.ts'
import type { Subject } from '#shared/wire/event.ts'
import type { Db, Tx } from './store.ts'

export type Shift = { subject: Subject; id: string; before: Key[]; after: Key[] }

export async function saveShift({ db }: Tx, { subject, id, before, after }: Shift): Promise<void> {
  const left = before.filter((key) => !after.includes(key))
  const joined = after.filter((key) => !before.includes(key))
  if (left.length > 0)
    await db
      .deleteFrom('audience')
      .where('subject', '=', subject)
      .where('id', '=', id)
      .where('key', 'in', left)
      .execute()
  if (joined.length > 0)
    await db
      .insertInto('audience')
      .values(joined.map((key) => ({ subject, id, key })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** Who may see rows that are new, all at once. */
export async function insertAudiences({ db }: Tx, shifts: readonly Omit<Shift, 'before'>[]): Promise<void> {
  const rows = shifts.flatMap(({ subject, id, after }) => after.map((key) => ({ subject, id, key })))
  if (rows.length > 0) await db.insertInto('audience').values(rows).execute()
}

export async function audienceOf(db: Db, subject: Subject, id: string): Promise<Key[]> {
  const rows = await db
    .selectFrom('audience')
    .select('key')
    .where('subject', '=', subject)
    .where('id', '=', id)
    .execute()
  return rows.map(({ key }) => key)
}

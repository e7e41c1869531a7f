// The day's plans in the database: who works on which, and the proven ones. Whoever holds a row of an active plan is the
// server that works on it; its beat says that it still does. Used by server/plan and the reads of server/http/plans.ts.
import type { Selectable } from 'kysely'
import type { Bed } from '#shared/terms.ts'
import type { Db } from './store.ts'
import type { Tables } from './tables.ts'

export type PlanLine = Selectable<Tables['plans']>
export type PlanPatch = Partial<Omit<PlanLine, 'id' | 'bed' | 'person' | 'asked'>>

/** False: this person's plan of this level is being worked on already. */
export async function addPlan(db: Db, line: PlanLine): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('plans')
    .values(line)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Only while it is worked on: what ended stays as it ended. */
export async function changePlan(db: Db, id: string, patch: PlanPatch): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('plans')
    .set(patch)
    .where('id', '=', id)
    .where('active', '=', 1)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const loadPlan = async (db: Db, id: string): Promise<PlanLine | null> =>
  (await db.selectFrom('plans').selectAll().where('id', '=', id).executeTakeFirst()) ?? null

/** In the order in which they were asked for. */
export const activePlans = (db: Db): Promise<PlanLine[]> =>
  db.selectFrom('plans').selectAll().where('active', '=', 1).orderBy('asked').orderBy('id').execute()

/** The day's plan: the last one that was proven, on the figures as they were. */
export const lastPlan = async (db: Db, bed: Bed): Promise<PlanLine | null> =>
  (await db
    .selectFrom('plans')
    .selectAll()
    .where('bed', '=', bed)
    .where('state', '=', 'done')
    .where('what_if', 'is', null)
    .orderBy('ended', 'desc')
    .orderBy('id')
    .executeTakeFirst()) ?? null

/** Their server gave no sign since: nobody works on them any more. */
export async function failLost(db: Db, since: string, now: string): Promise<void> {
  await db
    .updateTable('plans')
    .set({ active: 0, state: 'failed', failure: 'server-stopped', ended: now })
    .where('active', '=', 1)
    .where('beat', '<', since)
    .execute()
}

export async function dropPlans(db: Db, endedBefore: string): Promise<void> {
  await db.deleteFrom('plans').where('active', '=', 0).where('ended', '<', endedBefore).execute()
}

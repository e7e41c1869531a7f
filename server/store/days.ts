// Bed figures per day and place in the database: written once a day, never changed. Used by server/reports and by the
// reads of reports and prognosis.
import type { Day } from '#shared/calendar-day.ts'
import type { BedsDay } from '#shared/reports/beds-day.ts'
import type { Db } from './store.ts'

export async function daysBetween(db: Db, first: Day, last: Day): Promise<BedsDay[]> {
  const rows = await db
    .selectFrom('days')
    .select('row')
    .where('day', '>=', first)
    .where('day', '<=', last)
    .orderBy('day')
    .execute()
  return rows.map(({ row }) => JSON.parse(row) as BedsDay)
}

export async function hasDay(db: Db, day: Day): Promise<boolean> {
  const found = await db.selectFrom('days').select('day').where('day', '=', day).limit(1).executeTakeFirst()
  return found !== undefined
}

/** The first to write a day's figures is right: of several servers one does it. */
export async function keepDays(db: Db, days: readonly BedsDay[]): Promise<void> {
  const rows = days.map((line) => ({
    day: line.day,
    place: line.place,
    bed: line.bed,
    row: JSON.stringify(line),
  }))
  // SQLite takes so many values in one statement.
  for (let at = 0; at < rows.length; at += 200)
    await db
      .insertInto('days')
      .values(rows.slice(at, at + 200))
      .onConflict((conflict) => conflict.columns(['day', 'place', 'bed']).doNothing())
      .execute()
}

/** The last day with figures, up to this one. */
export async function lastDay(db: Db, until: Day): Promise<Day | null> {
  const found = await db
    .selectFrom('days')
    .select('day')
    .where('day', '<=', until)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.day ?? null
}

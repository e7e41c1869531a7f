// What is old, and its going: clinical fields, a whole transfer, a legal hold, the figures that stay. Used by
// server/retention only.
import { sql } from 'kysely'
import type { Key } from '#shared/access/audience.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Help } from '#shared/transport/help.ts'
import type { Db, Tx } from './store.ts'
import type { Tables } from './tables.ts'

/** Over since `before`, and something of it may have to go: the longest over first. */
export async function overSince(
  db: Db,
  { clinical, timeline }: { clinical: string; timeline: string },
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from transfers
    where (open = 0 or state = 'arrived') and since <= ${clinical}
      and (since <= ${timeline} or exists (
        select 1 from transfer_private where transfer_private.transfer = transfers.id))
      and not exists (
        select 1 from legal_holds where legal_holds.transfer = transfers.id and lifted is null)
    order by since limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Moved patients whose clinical part is still there, of whom these keys tell: the longest over first. */
export async function overWithClinical(db: Db, keys: readonly Key[]): Promise<Transfer[]> {
  const { rows } = await sql<{ row: string }>`
    select row from transfers
    where (open = 0 or state = 'arrived')
      and id in (select transfer from transfer_private)
      and exists (
        select 1 from audience
        where audience.subject = 'transfer' and audience.id = transfers.id
          and audience.key in (${sql.join(keys)}))
    order by since, id`.execute(db)
  return rows.map(({ row }) => JSON.parse(row) as Transfer)
}

export async function hasPrivate(db: Db, transfer: string): Promise<boolean> {
  const found = await db
    .selectFrom('transfer_private')
    .select('transfer')
    .where('transfer', '=', transfer)
    .executeTakeFirst()
  return found !== undefined
}

/** When the longest kept clinical part's transfer was filed; null: there is none. */
export async function oldestClinical(db: Db): Promise<string | null> {
  const rows = await db
    .selectFrom('transfer_private')
    .innerJoin('transfers', 'transfers.id', 'transfer_private.transfer')
    .select('transfers.row')
    .execute()
  const filed = rows.map(({ row }) => (JSON.parse(row) as Transfer).submittedAt).sort()
  return filed[0] ?? null
}

/** The hospitals that printed or exported the letter. `since`: what was printed for the way does not count as the letter of what became of it. */
export async function takenOverBy(db: Db, transfer: string, since: string): Promise<string[]> {
  const rows = await db
    .selectFrom('record_lines')
    .select('org')
    .distinct()
    .where('transfer', '=', transfer)
    .where('event', 'in', ['transfer.print', 'transfer.export'])
    .where('outcome', '=', 'done')
    .where('at', '>=', since)
    .execute()
  return rows.flatMap(({ org }) => org ?? [])
}

/** Whether its hospitals were reminded of the letter after `since`, by the record. */
export async function wasReminded(db: Db, transfer: string, since: string): Promise<boolean> {
  const found = await db
    .selectFrom('record_lines')
    .select('at')
    .where('transfer', '=', transfer)
    .where('event', '=', 'retention.remind')
    .where('at', '>', since)
    .executeTakeFirst()
  return found !== undefined
}

/** Clinical fields, phone lines, and every word that was typed along the way. */
export async function dropClinical({ db }: Tx, transfer: string): Promise<void> {
  await db.deleteFrom('transfer_private').where('transfer', '=', transfer).execute()
  await db
    .updateTable('events')
    .set({ note: null })
    .where('transfer', '=', transfer)
    .where('note', 'is not', null)
    .execute()
}

/** Rows, timeline, commands and who could see them. What the events of others tell (bed counts) names no transfer. */
export async function dropTransfer({ db }: Tx, transfer: string): Promise<void> {
  await sql`delete from commands where id in (select command from events where transfer = ${transfer})`.execute(
    db,
  )
  for (const [table, subject] of [
    ['alerts', 'alert'],
    ['rides', 'ride'],
    ['reservations', 'reservation'],
  ] as const) {
    await sql`delete from audience where subject = ${subject}
      and id in (select id from ${sql.table(table)} where transfer = ${transfer})`.execute(db)
    await db.deleteFrom(table).where('transfer', '=', transfer).execute()
  }
  await dropHelp(db, transfer)
  await db.deleteFrom('audience').where('subject', '=', 'transfer').where('id', '=', transfer).execute()
  await db.deleteFrom('events').where('transfer', '=', transfer).execute()
  await db.deleteFrom('transfer_private').where('transfer', '=', transfer).execute()
  await db.deleteFrom('transfers').where('id', '=', transfer).execute()
}

/** Lines of the register that were about this transfer: who was asked to drive it. */
async function dropHelp(db: Db, transfer: string): Promise<void> {
  const rows = await db.selectFrom('register').select(['id', 'row']).where('list', '=', 'help').execute()
  const own = rows.filter(({ row }) => (JSON.parse(row) as Help).transfer === transfer).map(({ id }) => id)
  if (own.length === 0) return
  await db.deleteFrom('audience').where('subject', '=', 'register').where('id', 'in', own).execute()
  await sql`delete from commands where id in (
    select command from events where subject = 'register' and subject_id in (${sql.join(own)}))`.execute(db)
  await sql`delete from events where subject = 'register' and subject_id in (${sql.join(own)})`.execute(db)
  await db.deleteFrom('register').where('id', 'in', own).execute()
}

/** What was answered with no: no copy of it is on its way any more. */
export async function dropRefused(db: Db, before: string): Promise<void> {
  await db
    .deleteFrom('commands')
    .where('entered', '<', before)
    .where('answer', 'like', '{"refused":%')
    .execute()
}

/** Words that a transfer is gone serve whoever was away; after so long nobody is away any more. */
export async function dropGoneWords(db: Db, before: string): Promise<void> {
  await db.deleteFrom('events').where('name', '=', 'transfer.purged').where('entered', '<', before).execute()
}

export type Figure = Tables['figures']

export async function addFigures({ db }: Tx, figures: readonly Figure[]): Promise<void> {
  for (const figure of figures)
    await db
      .insertInto('figures')
      .values(figure)
      .onConflict((conflict) =>
        conflict.columns(['day', 'from_region', 'to_region', 'bed', 'kind', 'ended', 'measure']).doUpdateSet({
          count: sql`figures.count + ${figure.count}`,
          minutes: sql`figures.minutes + ${figure.minutes}`,
        }),
      )
      .execute()
}

/** Of an empty table. */
export async function insertFigures({ db }: Tx, figures: readonly Figure[]): Promise<void> {
  for (let at = 0; at < figures.length; at += 100)
    await db
      .insertInto('figures')
      .values(figures.slice(at, at + 100))
      .execute()
}

export async function isHeld(db: Db, transfer: string): Promise<boolean> {
  const found = await db
    .selectFrom('legal_holds')
    .select('id')
    .where('transfer', '=', transfer)
    .where('lifted', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

export type Hold = { id: string; transfer: string; reason: string; person: string; at: string }

export async function saveHold(db: Db, hold: Hold): Promise<void> {
  await db
    .insertInto('legal_holds')
    .values({ ...hold, lifted: null, lifted_by: null })
    .execute()
}

/** False when there was none. */
export async function liftHold(db: Db, transfer: string, at: string, person: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('legal_holds')
    .set({ lifted: at, lifted_by: person })
    .where('transfer', '=', transfer)
    .where('lifted', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type HoldRow = Hold & { code: string | null; lifted: string | null; lifted_by: string | null }

/** The newest first; those that were lifted too. `code` null: the transfer is gone. */
export const listHolds = (db: Db, limit: number): Promise<HoldRow[]> =>
  db
    .selectFrom('legal_holds')
    .leftJoin('transfers', 'transfers.id', 'legal_holds.transfer')
    .selectAll('legal_holds')
    .select('transfers.code')
    .orderBy('legal_holds.at', 'desc')
    .limit(limit)
    .execute()

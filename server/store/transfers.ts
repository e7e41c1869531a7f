// Transfers in the database: the row, and apart from it what only few may read (clinical fields, phone lines).
// Used by the hinge's world and by the reads.
import { type RawBuilder, sql } from 'kysely'
import type { Contacts } from '#shared/transfers/contacts.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import { firstLapse } from '#shared/access/emergency.ts'
import { isOpen, type Transfer } from '#shared/transfers/transfer.ts'
import { byId, lockedById, parsed } from './load-row.ts'
import { flag, saver } from './save-row.ts'
import type { Db, Tx } from './store.ts'

export const loadTransfer = byId<Transfer>('transfers')

export async function transfersById(db: Db, ids: readonly string[]): Promise<Map<string, Transfer>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('transfers').select(['id', 'row']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, row }) => [id, JSON.parse(row) as Transfer]))
}

const locked = lockedById<Transfer>('transfers')
/** Every other row of a transfer is changed under this one lock only. */
export const lockTransfer = async (tx: Tx, id: string): Promise<Transfer | null> =>
  (await locked(tx, [id]))[0] ?? null

const columnsOf = (transfer: Transfer) => ({
  id: transfer.id,
  rev: transfer.rev,
  code: transfer.code,
  from_hospital: transfer.from,
  state: transfer.state,
  since: transfer.since,
  open: flag(isOpen(transfer)),
  emergency_until: firstLapse(transfer),
  row: JSON.stringify(transfer),
})

const save = saver<ReturnType<typeof columnsOf>>('transfers', ['code', 'from_hospital'])
/** `before`: the revision that was read, 0 for a new row. */
export const saveTransfer = (tx: Tx, transfer: Transfer, before: number): Promise<void> =>
  save(tx, columnsOf(transfer), before)

/** Every transfer that has this code, open or ended: a code may come back after its transfer ended. */
export async function transfersByCode(db: Db, code: string): Promise<string[]> {
  const rows = await db.selectFrom('transfers').select('id').where('code', '=', code).execute()
  return rows.map(({ id }) => id)
}

/** The open one with this code; there is one at most. */
export async function openTransferBy(db: Db, code: string): Promise<string | null> {
  const found = await db
    .selectFrom('transfers')
    .select('id')
    .where('code', '=', code)
    .where('open', '=', 1)
    .executeTakeFirst()
  return found?.id ?? null
}

/** Those of which an emergency access is over. */
export async function lapsedEmergencies(
  db: Db,
  now: string,
  limit: number,
): Promise<{ id: string; rev: number }[]> {
  return db
    .selectFrom('transfers')
    .select(['id', 'rev'])
    .where('emergency_until', '<=', now)
    .orderBy('emergency_until')
    .limit(limit)
    .execute()
}

/**
 * The ids of the open ones, and of those whose state holds since then. Two looks into an index each: as one condition with
 * `or`, or as a union without doubles, every transfer there ever was is read.
 */
export const recentIds = (since: string): RawBuilder<string> =>
  sql`select id from transfers where open = 1 union all select id from transfers where since > ${since}`

export async function transfersSince(db: Db, since: string): Promise<Transfer[]> {
  const rows = await db
    .selectFrom('transfers')
    .select('row')
    .where(sql<boolean>`id in (${recentIds(since)})`)
    .execute()
  return rows.map(parsed<Transfer>)
}

export async function openCodesAt(db: Db, hospitals: readonly string[]): Promise<string[]> {
  if (hospitals.length === 0) return []
  const rows = await db
    .selectFrom('transfers')
    .select('code')
    .where('open', '=', 1)
    .where('from_hospital', 'in', hospitals)
    .execute()
  return rows.map(({ code }) => code)
}

/** Bound values in one statement stay far below what either database takes. */
const CHUNK = 500

export type Private = { clinical: Clinical | null; contacts: Contacts | null }

export async function loadPrivate(db: Db, transfer: string): Promise<Private> {
  const found = await db
    .selectFrom('transfer_private')
    .select(['clinical', 'contacts'])
    .where('transfer', '=', transfer)
    .executeTakeFirst()
  return {
    clinical: found?.clinical == null ? null : (JSON.parse(found.clinical) as Clinical),
    contacts: found?.contacts == null ? null : (JSON.parse(found.contacts) as Contacts),
  }
}

/** Of many at once; one that has none is not in it. */
export async function privatesOf(db: Db, transfers: readonly string[]): Promise<Map<string, Private>> {
  const found = new Map<string, Private>()
  for (let at = 0; at < transfers.length; at += CHUNK) {
    const rows = await db
      .selectFrom('transfer_private')
      .selectAll()
      .where('transfer', 'in', transfers.slice(at, at + CHUNK))
      .execute()
    for (const { transfer, clinical, contacts } of rows)
      found.set(transfer, {
        clinical: clinical === null ? null : (JSON.parse(clinical) as Clinical),
        contacts: contacts === null ? null : (JSON.parse(contacts) as Contacts),
      })
  }
  return found
}

/** What is absent stays as it was. */
export async function savePrivate({ db }: Tx, transfer: string, parts: Partial<Private>): Promise<void> {
  const columns = {
    ...(parts.clinical === undefined ? {} : { clinical: JSON.stringify(parts.clinical) }),
    ...(parts.contacts === undefined ? {} : { contacts: JSON.stringify(parts.contacts) }),
  }
  await db
    .insertInto('transfer_private')
    .values({ transfer, clinical: null, contacts: null, ...columns })
    .onConflict((conflict) => conflict.column('transfer').doUpdateSet(columns))
    .execute()
}

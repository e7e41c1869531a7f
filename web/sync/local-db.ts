import Dexie, { type EntityTable, type Table } from 'dexie'

import type { RowTable } from '#shared/wire/event.ts'

import type { Sealed } from './crypto.ts'
import type { StoredEntry } from './outbox-entry.ts'
import { ROW_TABLES, type Rows } from './row-tables.ts'

export type StoredDraft = { person: string; key: string; sealed: Sealed; savedAt: string }
/** What a crew needs to know on its own ride, without signal too. */
export type StoredRideFacts = { person: string; transfer: string; sealed: Sealed; savedAt: string }
export type StoredKey = { person: string; key: CryptoKey }
export type Meta = { key: 'person' | 'cursor' | 'epoch' | 'shape' | 'syncedAt' | 'wholeAt'; value: string }

export type LocalDb = Dexie & { [T in RowTable]: EntityTable<Rows[T], 'id'> } & {
  drafts: Table<StoredDraft, [string, string]>
  rideFacts: Table<StoredRideFacts, [string, string]>
  outbox: EntityTable<StoredEntry, 'seq'>
  keys: EntityTable<StoredKey, 'person'>
  meta: EntityTable<Meta, 'key'>
}

export function openLocalDb(name = 'brancard'): LocalDb {
  const db = new Dexie(name) as LocalDb
  db.version(1).stores({
    transfers: 'id',
    reservations: 'id, transfer',
    rides: 'id, transfer',
    beds: 'id',
    phases: 'id',
    drafts: '[person+key]',
    outbox: '++seq, &id, person',
    keys: 'person',
    meta: 'key',
  })
  db.version(2).stores({ alerts: 'id', rideFacts: '[person+transfer]' })
  db.version(3).stores({ register: 'id' })
  return db
}

export const rowTables = (db: LocalDb) => ROW_TABLES.map((name) => db[name])

/**
 * Makes the mirror this person's: another person's rows leave in the same transaction. Outboxes, drafts and keys
 * stay, each under its own person.
 */
export async function claimFor(db: LocalDb, person: string): Promise<void> {
  await db.transaction('rw', [...rowTables(db), db.meta], async () => {
    const owner = await db.meta.get('person')
    if (owner?.value === person) return
    await wipeRows(db)
    await db.meta.put({ key: 'person', value: person })
  })
}

/** Inside a transaction over the row tables and meta. */
export async function wipeRows(db: LocalDb): Promise<void> {
  for (const table of rowTables(db)) await table.clear()
  await db.meta.clear()
}

import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { describe, expect, it } from 'vitest'
import { fixed, fixedRows } from '#server/store/fixed.ts'
import type { Db } from '#server/store/store.ts'
import type { Tables } from '#server/store/tables.ts'

type Note = { id: number; text: string | null }
const notes = (db: Db) => db as unknown as Kysely<{ notes: Note }>

function open(): Db {
  const database = new Database(':memory:')
  database.exec('create table notes (id integer primary key, text text)')
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
}

let built = 0
const insert = fixedRows((db, rows: Note[]) => {
  built += 1
  return notes(db).insertInto('notes').values(rows)
})
const retext = fixed((db, { id, text }: { id: number; text: string }) =>
  notes(db).updateTable('notes').set({ text }).where('id', '=', id),
)
const all = (db: Db) => notes(db).selectFrom('notes').selectAll().orderBy('id').execute()

describe('a fixed statement', () => {
  it('binds what it is given each time, null too, and is built once per number of rows', async () => {
    const db = open()
    built = 0
    await insert(db, [{ id: 1, text: 'a' }])
    await insert(db, [{ id: 2, text: null }])
    await insert(db, [
      { id: 3, text: 'c' },
      { id: 4, text: 'd' },
    ])
    expect(built).toBe(2)
    expect((await retext(db, { id: 2, text: 'b' })).numAffectedRows).toBe(1n)
    expect((await retext(db, { id: 9, text: 'x' })).numAffectedRows).toBe(0n)
    expect((await all(db)).map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('is built for each database by itself', async () => {
    const [one, other] = [open(), open()]
    await insert(one, [{ id: 1, text: 'one' }])
    await insert(other, [{ id: 1, text: 'other' }])
    expect(await all(one)).toEqual([{ id: 1, text: 'one' }])
    expect(await all(other)).toEqual([{ id: 1, text: 'other' }])
  })

  it('is built anew for a long list, which no other will be as long as', async () => {
    const db = open()
    built = 0
    const rows = (from: number) => Array.from({ length: 40 }, (_, at) => ({ id: from + at, text: `${at}` }))
    await insert(db, rows(0))
    await insert(db, rows(100))
    expect(built).toBe(2)
    expect(await all(db)).toHaveLength(80)
  })
})

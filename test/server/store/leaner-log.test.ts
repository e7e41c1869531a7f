import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { migrate } from '#server/store/migrate.ts'
import { migrations } from '#server/store/migrations/all.ts'
import { openPostgres } from '#server/store/postgres.ts'
import { openSqlite } from '#server/store/sqlite.ts'
import type { Store } from '#server/store/store.ts'
import { T0 } from '#test/support/builders.ts'
import { DIALECTS, type Dialect, emptyDatabase } from '#test/support/databases.ts'

const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
})

/** At the version before, with a few lines in it of which the last has left. */
async function asItWas(dialect: Dialect): Promise<Store> {
  const { choice, drop } = await emptyDatabase(dialect)
  undo.push(drop)
  const store =
    choice.databaseUrl === null ? openSqlite(choice.dataDir) : await openPostgres(choice.databaseUrl)
  undo.push(() => store.close())
  const at = migrations.findIndex(({ name }) => name === '018-leaner-log')
  await migrate(store, T0, migrations.slice(0, at))
  for (const [n, transfer] of [
    [4, null],
    [7, 'a transfer'],
  ] as const)
    await sql`insert into events
      (seq, name, subject, subject_id, rev, transfer, at, entered, role, org, person, command, data, note, audience, shifts, corrected)
      values (${n}, 'beds.reported', 'beds', ${`row ${n}`}, 1, ${transfer}, ${T0}, ${T0}, 'bed-desk', 'x', 'p',
        ${`command ${n}`}, '{}', null, '[]', '[]', 1)`.execute(store.query)
  for (const once of ['first', null, 'last']) await line(store, once)
  return store
}

const line = async (store: Store, once: string | null): Promise<void> =>
  void (await sql`insert into record_lines (at, event, action, outcome, person, subject, emergency, once)
    values (${T0}, 'list.read', 'R', 'done', 'p', 'list', 0, ${once})
    on conflict do nothing`.execute(store.query))

const all = async (store: Store, table: 'events' | 'record_lines', by: 'seq' | 'id') =>
  (await sql`select * from ${sql.table(table)} order by ${sql.ref(by)}`.execute(store.query)).rows

describe.each(DIALECTS)('a log that every command wrote in more places, on %s', (dialect) => {
  it('keeps its events and its record, line by line, when it is brought to this version', async () => {
    const store = await asItWas(dialect)
    const was = { events: await all(store, 'events', 'seq'), lines: await all(store, 'record_lines', 'id') }
    expect(was.events).toHaveLength(2)
    expect(was.lines).toHaveLength(3)
    await migrate(store, T0)
    expect(await all(store, 'events', 'seq')).toEqual(was.events)
    expect(await all(store, 'record_lines', 'id')).toEqual(was.lines)
    await expect(
      sql`insert into events select * from events where seq = 4`.execute(store.query),
    ).rejects.toThrow()
    const again = sql`insert into events
      (seq, name, subject, subject_id, rev, at, entered, role, org, person, command, data, audience, shifts)
      select 9, name, subject, subject_id, rev, at, entered, role, org, person, command, data, audience, shifts
      from events where seq = 4`.execute(store.query)
    await again.catch((error: unknown) => expect(store.kindOf(error)).toBe('conflict'))
    await expect(again).rejects.toThrow()
  })

  it('still refuses to change or lose a line, and to tell once-told things twice', async () => {
    const store = await asItWas(dialect)
    await migrate(store, T0)
    for (const statement of [
      `update record_lines set reason = 'x'`,
      'delete from record_lines',
      'delete from record_lines where id = 2',
    ])
      await expect(sql.raw(statement).execute(store.query), statement).rejects.toThrow('append-only')
    await line(store, 'first')
    await line(store, null)
    await line(store, 'new')
    const rows = (await all(store, 'record_lines', 'id')) as { id: number; once: string | null }[]
    expect(rows.map(({ once }) => once)).toEqual(['first', null, 'last', null, 'new'])
    expect(rows[3]?.id).toBeGreaterThan(3)
  })

  it('gives no number out again that a line had which has left', async () => {
    const store = await asItWas(dialect)
    await sql`insert into record_checkpoints (n, through, hash, lines, at) values (1, 'd', 'h', 3, ${T0})`.execute(
      store.query,
    )
    await sql`insert into record_chain (n, line, sealed, hash) values (1, 3, ${T0}, 'h')`.execute(store.query)
    await sql`delete from record_lines where id = 3`.execute(store.query)
    await migrate(store, T0)
    await line(store, 'next')
    const rows = (await all(store, 'record_lines', 'id')) as { id: number }[]
    expect(rows.map(({ id }) => Number(id))).toEqual([1, 2, 4])
  })
})

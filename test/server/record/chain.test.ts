import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { seal } from '#server/record/seal.ts'
import { verifyRecord } from '#server/record/verify.ts'
import { anId, aRequest, people, plus } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

describe.each(DIALECTS)('the record and its chain on %s', (dialect) => {
  let server: TestServer
  beforeEach(async () => {
    server = await startTestServer(dialect, { beds: [] })
  })
  afterEach(() => server.close())

  const store = () => server.parts.hinge.store
  const sealNow = () => seal(store(), server.clock.now)
  const lines = async (count: number, from = 100) => {
    for (let n = 0; n < count; n += 1)
      await server.perform(people.intensivist, 'transfer.submit', {
        transfer: anId(from + n),
        request: aRequest(),
      })
  }
  const ids = async () =>
    (await store().query.selectFrom('record_lines').select('id').orderBy('id').execute()).map(({ id }) => id)
  /** As somebody with all rights over the database could. */
  const force = async (statement: string) => {
    await store().transaction(async ({ db }) => {
      for (const off of OFF[dialect]) await sql.raw(off).execute(db)
      await sql.raw(statement).execute(db)
    })
  }
  const faults = async () => (await verifyRecord(store().query)).faults

  it('nobody changes or removes a line by the ordinary way', async () => {
    await lines(2)
    await sealNow()
    const tables = ['record_lines', 'record_chain'] as const
    for (const table of tables) {
      const change = table === 'record_lines' ? "person = 'x'" : "hash = 'x'"
      for (const statement of [
        `update ${table} set ${change}`,
        `delete from ${table}`,
        ...(dialect === 'postgres' ? [`truncate ${table}`] : []),
      ])
        await expect(sql.raw(statement).execute(store().query), statement).rejects.toThrow('append-only')
    }
    expect(await faults()).toEqual([])
  })

  it('a line that was changed is named, and no other', async () => {
    await lines(30)
    expect(await sealNow()).toBe(30)
    expect(await verifyRecord(store().query)).toMatchObject({ lines: 30, unsealed: 0, faults: [] })
    const id = (await ids())[11]
    for (const column of ['person', 'at', 'code', 'basis', 'transfer']) {
      await force(`update record_lines set ${column} = '${column}!' where id = ${id}`)
      expect(await faults(), column).toEqual([{ line: id, what: 'changed', n: 12 }])
    }
  })

  it('a line that is gone is named', async () => {
    await lines(5)
    await sealNow()
    const id = (await ids())[2]
    await force(`delete from record_lines where id = ${id}`)
    expect(await faults()).toEqual([{ line: id, what: 'removed', n: 3 }])
    await force(`delete from record_chain where n = 4`)
    expect(await faults()).toContainEqual({ line: null, what: 'place-removed', n: 4 })
  })

  it('a line put in afterwards with an earlier time is named, before and after the sealer saw it', async () => {
    await lines(3)
    await sealNow()
    server.clock.now = plus(10)
    await lines(1, 200)
    await sealNow()
    const { id: _, ...line } = await store()
      .query.selectFrom('record_lines')
      .selectAll()
      .orderBy('id')
      .executeTakeFirstOrThrow()
    await store()
      .query.insertInto('record_lines')
      .values({ ...line, person: 'somebody@else' })
      .execute()
    const id = (await ids()).at(-1)
    expect(await faults()).toEqual([{ line: id, what: 'inserted', n: null }])
    server.clock.now = plus(11)
    await sealNow()
    expect(await faults()).toEqual([{ line: id, what: 'inserted', n: 5 }])
  })

  it('a chain that was written anew differs from what was noted', async () => {
    await lines(3)
    await sealNow()
    const { head } = await verifyRecord(store().query)
    expect((await verifyRecord(store().query, { [head.n]: head.hash })).faults).toEqual([])
    const id = (await ids())[0]
    await force(`update record_lines set person = 'x' where id = ${id}`)
    await force('delete from record_chain')
    await sealNow()
    expect(await faults()).toEqual([])
    expect((await verifyRecord(store().query, { [head.n]: head.hash })).faults).toMatchObject([
      { what: 'other-checkpoint', n: 3 },
    ])
  })

  it('lines that come in while it seals are sealed the next time, each once', async () => {
    const filing = lines(40)
    for (let n = 0; n < 10; n += 1) {
      await sealNow()
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await filing
    await sealNow()
    expect(await verifyRecord(store().query)).toMatchObject({ lines: 40, unsealed: 0, faults: [] })
  })
})

const OFF = {
  sqlite: ['record_lines_unchanged', 'record_kept', 'record_chain_kept'].map(
    (name) => `drop trigger if exists ${name}`,
  ),
  postgres: ['set local session_replication_role = replica'],
} as const

describe.runIf(DIALECTS.includes('postgres'))('several servers on one PostgreSQL', () => {
  it('seal one at a time, and each line once', async () => {
    const first = await startTestServer('postgres', { beds: [] })
    const second = await startTestServer('postgres', { fill: false, place: first.place })
    const filing = Promise.all(
      [first, second].map(async (server, of) => {
        for (let n = 0; n < 40; n += 1)
          await server.perform(people.intensivist, 'transfer.submit', {
            transfer: anId(1000 * of + n + 1),
            request: aRequest(),
          })
      }),
    )
    let busy = 0
    for (let n = 0; n < 20; n += 1) {
      const sealed = await Promise.all(
        [first, second].map(({ parts }) => seal(parts.hinge.store, first.clock.now)),
      )
      busy += sealed.filter((count) => count === null).length
    }
    await filing
    await seal(first.parts.hinge.store, first.clock.now)
    expect(await verifyRecord(first.parts.hinge.store.query)).toMatchObject({
      lines: 80,
      unsealed: 0,
      faults: [],
    })
    expect(busy).toBeGreaterThan(0)
    await second.close()
    await first.close()
  })
})

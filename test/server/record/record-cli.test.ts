import { execFile } from 'node:child_process'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { seal } from '#server/record/seal.ts'
import { aRequest, ids, people, places } from '#test/support/builders.ts'
import { DIALECTS, emptyDatabase, type Place } from '#test/support/databases.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

// Each starts a process or more.
vi.setConfig({ testTimeout: 120_000 })

describe.each(DIALECTS)('the record’s commands beside a running server, on %s', (dialect) => {
  let server: TestServer
  let place: Place
  beforeEach(async () => {
    place = await emptyDatabase(dialect)
    server = await startTestServer(dialect, { place })
    const caller = await server.as(people.intensivist.id)
    await caller.post('transfer.submit', { transfer: ids.transfer, request: aRequest() })
    await caller.get(`/api/transfers/${ids.transfer}`)
    await caller.get('/api/snapshot')
    await (await server.as(people.receiver.id)).get(`/api/transfers/${ids.transfer}`)
    await seal(server.parts.hinge.store, server.clock.now)
  })
  afterEach(async () => {
    await server.close()
    await place.drop()
  })
  const run = (script: string, ...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const { dataDir, databaseUrl } = place.choice
      const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '' }
      execFile(process.execPath, [`scripts/${script}.ts`, ...args], { env }, (error, out, err) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
      )
    })

  it('audit:verify: 0 and the head; 1 and the line when one was changed', async () => {
    const well = await run('audit-verify')
    expect(well).toMatchObject({ code: 0, err: '' })
    const [, head] = /^6 lines in the chain, 0 not sealed yet, head (6:[0-9a-f]{64})\n$/.exec(well.out) ?? []
    expect((await run('audit-verify', head ?? '')).code).toBe(0)
    expect(await run('audit-verify', `6:${'0'.repeat(64)}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('had another hash'),
    })
    expect((await run('audit-verify', 'nonsense')).code).toBe(2)
    await server.parts.hinge.store.transaction(async ({ db }) => {
      await sql
        .raw(
          dialect === 'sqlite'
            ? 'drop trigger record_lines_unchanged'
            : 'set local session_replication_role = replica',
        )
        .execute(db)
      await sql`update record_lines set person = 'x' where id = 3`.execute(db)
    })
    expect(await run('audit-verify')).toMatchObject({
      code: 1,
      err: 'line 3 (place 3): was changed after it was sealed\n',
    })
  })

  it('audit:export: FHIR AuditEvents, one a line, and the handing out is recorded', async () => {
    const { code, out, err } = await run('audit-export')
    expect({ code, err }).toEqual({ code: 0, err: '7 lines\n' })
    const events = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const [signedIn, filed, read, list, , refused, exported] = events
    expect(events.every(({ resourceType, recorded }) => resourceType === 'AuditEvent' && recorded)).toBe(true)
    expect(signedIn).toMatchObject({ type: { code: '110114' }, action: 'E', outcome: '0' })
    expect(filed).toMatchObject({
      type: { code: '110110' },
      subtype: [{ code: 'transfer.submit' }],
      action: 'C',
      agent: [
        {
          who: { identifier: { value: people.intensivist.id }, display: `intensivist, ${places.from}` },
          requestor: true,
          policy: ['urn:brancard:basis:referrer'],
        },
      ],
      entity: [{ what: { identifier: { value: ids.transfer } } }, { role: { code: '1' } }],
    })
    const patient = filed.entity[1].what
    expect(read.entity[1].what).toEqual(patient)
    expect(list).toMatchObject({ type: { code: '110112' }, entity: [{ what: patient }] })
    expect(refused).toMatchObject({ outcome: '4', outcomeDesc: 'not-found' })
    expect(exported).toMatchObject({ type: { code: '110101' }, subtype: [{ code: 'record.export' }] })
    expect((await run('audit-export', '--until', '2020-01-01')).out).toBe('')
  })

  it('retention: says what went; a hold asks for a reason, and is recorded', async () => {
    const { code, out } = await run('retention')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ clinical: 0, timeline: 0, lines: 0 })
    expect(await run('retention', 'hold', ids.transfer)).toMatchObject({ code: 2 })
    expect(await run('retention', 'hold', ids.other, 'vordering')).toMatchObject({ code: 2 })
    expect(await run('retention', 'hold', ids.transfer, 'vordering OM')).toMatchObject({ code: 0 })
    expect(await run('retention', 'lift', ids.transfer)).toMatchObject({ code: 0 })
    expect(await run('retention', 'lift', ids.transfer)).toMatchObject({ code: 2 })
    const lines = await server.parts.hinge.store.query
      .selectFrom('record_lines')
      .select(['event', 'transfer'])
      .where('event', 'like', 'retention.%')
      .execute()
    expect(lines).toEqual([
      { event: 'retention.hold', transfer: ids.transfer },
      { event: 'retention.lift', transfer: ids.transfer },
    ])
  })
})

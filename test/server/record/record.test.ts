import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordRow } from '#server/store/record.ts'
import { anId, aRequest, ids, people, places, plus } from '#test/support/builders.ts'
import { strangers } from '#test/support/cast.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { type Caller, startTestServer, type TestServer } from '#test/support/server.ts'

const linesOf = ({ parts }: TestServer): Promise<RecordRow[]> =>
  parts.hinge.store.query.selectFrom('record_lines').selectAll().orderBy('id').execute()

/** What NEN 7513 wants of every line, and nothing that tells of a patient. */
function incomplete(line: RecordRow, now: string): string[] {
  const isSignIn = line.event.startsWith('access.')
  const faults: string[] = []
  const want = (name: string, holds: boolean) => holds || faults.push(`${line.event}: ${name}`)
  want('time', line.at === now)
  want('action', /^[CRUDE]$/.test(line.action))
  want('outcome', line.outcome === 'done' ? line.reason === null || isSignIn : line.reason !== null)
  want('user', line.person !== '')
  want('role and organisation', line.role !== null && line.org !== null)
  want('right', line.outcome === 'refused' ? line.basis === null : line.basis !== null)
  want('object', line.subject === 'list' ? line.codes !== null : line.subject_id !== null)
  want('request', /^[0-9a-f-]{36}$/.test(line.request ?? ''))
  want('session', isSignIn || /^[0-9a-f]{16}$/.test(line.session ?? ''))
  want('emergency', line.emergency === 0)
  return faults
}

describe.each(DIALECTS)('the record on %s', (dialect) => {
  let server: TestServer
  beforeEach(async () => {
    server = await startTestServer(dialect)
  })
  afterEach(() => server.close())

  it('1 000 mixed acts give 1 000 complete lines', { timeout: 240_000 }, async () => {
    const callers = new Map<string, Caller>()
    for (const { id } of [
      people.intensivist,
      people.rcps,
      people.lcps,
      people.receiver,
      strangers.otherReferrer,
    ])
      callers.set(id, await server.as(id))
    const by = ({ id }: { id: string }) => callers.get(id) as Caller
    const { transfer, reservation } = {
      transfer: (n: number) => anId(1000 + n),
      reservation: (n: number) => anId(5000 + n),
    }
    const acts: ((n: number) => Promise<Response>)[] = [
      (n) =>
        by(people.intensivist).post('transfer.submit', {
          transfer: transfer(n),
          request: aRequest({ readyFrom: server.clock.now }),
        }),
      (n) => by(people.intensivist).get(`/api/transfers/${transfer(n)}`),
      () => by(people.rcps).get('/api/snapshot'),
      (n) => by(people.rcps).get(`/api/transfers/${transfer(n)}/match`),
      (n) => by(strangers.otherReferrer).get(`/api/transfers/${transfer(n)}`),
      (n) => by(people.receiver).post('transfer.hold', { transfer: transfer(n) }),
      (n) => by(people.rcps).post('transfer.hand-over', { transfer: transfer(n), note: 'vol' }),
      (n) =>
        by(people.lcps).post('transfer.offer', {
          transfer: transfer(n),
          reservation: reservation(n),
          hospital: places.to,
          reason: 'afgesproken',
        }),
      (n) =>
        by(people.receiver).post('reservation.decline', { reservation: reservation(n), reason: 'no-staff' }),
      (n) => by(people.intensivist).post('transfer.withdraw', { transfer: transfer(n), reason: 'other' }),
    ]
    const before = (await linesOf(server)).length
    const statuses = new Map<number, number>()
    for (let round = 0; round < 100; round += 1) {
      server.clock.now = plus(round)
      for (const act of acts) {
        const { status } = await act(round)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
    }
    expect(Object.fromEntries(statuses)).toEqual({ 200: 800, 404: 200 })
    const lines = (await linesOf(server)).slice(before)
    expect(lines).toHaveLength(1000)
    expect(lines.flatMap((line, n) => incomplete(line, plus(Math.floor(n / 10))))).toEqual([])
    // A party's line names the patient by code; a stranger's refusal does not.
    for (const line of lines.filter(({ subject }) => subject !== 'list'))
      expect(line.code !== null, `${line.event} ${line.outcome}`).toBe(line.outcome === 'done')
    expect(JSON.stringify(lines)).not.toMatch(/fio2|invasive|afgesproken|"vol"/)
  })

  it('holds who signed in, and who could not', async () => {
    await server.as(people.rcps.id)
    const [line] = await linesOf(server)
    expect(line).toMatchObject({
      event: 'access.signed-in',
      action: 'E',
      outcome: 'done',
      person: people.rcps.id,
      role: 'rcps',
      org: 'nazmn',
      basis: 'method:demo',
    })
  })

  it('a refusal changes nothing and leaves one line; a command sent again leaves none', async () => {
    const caller = await server.as(people.intensivist.id)
    const { length } = await linesOf(server)
    await caller.post('transfer.submit', { transfer: ids.transfer, request: aRequest() }, { id: anId(50) })
    await caller.post('transfer.submit', { transfer: ids.transfer, request: aRequest() }, { id: anId(50) })
    expect((await linesOf(server)).slice(length)).toMatchObject([
      { event: 'transfer.submit', action: 'C', transfer: ids.transfer, basis: 'referrer' },
    ])
    await caller.post('transfer.verify', { transfer: ids.transfer })
    expect((await linesOf(server)).at(-1)).toMatchObject({
      event: 'transfer.verify',
      action: 'U',
      outcome: 'refused',
      reason: 'role.refused',
      transfer: ids.transfer,
      basis: null,
    })
  })

  it('what cannot be recorded does not happen and is not told', async () => {
    const caller = await server.as(people.intensivist.id)
    await caller.post('transfer.submit', { transfer: ids.transfer, request: aRequest() })
    const { query } = server.parts.hinge.store
    await query.schema.alterTable('record_lines').renameTo('record_away').execute()
    expect((await caller.get(`/api/transfers/${ids.transfer}`)).status).toBe(500)
    expect((await caller.post('transfer.hold', { transfer: ids.transfer })).status).toBe(500)
    await query.schema.alterTable('record_away').renameTo('record_lines').execute()
    const detail = await (await caller.get(`/api/transfers/${ids.transfer}`)).json()
    expect(detail.transfer.state).not.toBe('on-hold')
  })

  it('an emergency access, and what is read by it, is marked', async () => {
    const caller = await server.as(strangers.otherReferrer.id)
    const filed = await (await server.as(people.intensivist.id)).post('transfer.submit', {
      transfer: ids.transfer,
      request: aRequest(),
    })
    const { code } = await filed.json()
    const { length } = await linesOf(server)
    expect((await caller.get(`/api/transfers/${ids.transfer}`)).status).toBe(404)
    expect((await caller.post('emergency.open', { code, reason: 'patiënt ligt hier' })).status).toBe(200)
    expect((await caller.get(`/api/transfers/${ids.transfer}`)).status).toBe(200)
    const about = { subject: 'transfer', subject_id: ids.transfer, transfer: ids.transfer }
    expect((await linesOf(server)).slice(length)).toMatchObject([
      { event: 'transfer.read', outcome: 'refused', code: null, emergency: 0, ...about },
      { event: 'emergency.open', outcome: 'done', code, emergency: 1, ...about },
      { event: 'transfer.read', outcome: 'done', code, emergency: 1, basis: 'emergency', ...about },
    ])
  })

  it('a deputy acts in the place of another', async () => {
    const deputy = { id: 'd', memberships: [{ ...people.intensivist.memberships[0], deputy: true }] }
    await server.perform(deputy as never, 'transfer.submit', { transfer: ids.transfer, request: aRequest() })
    expect((await linesOf(server)).at(-1)).toMatchObject({ behalf: `intensivist@${places.from}` })
  })
})

import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Problem, Snapshot, TransferDetail } from '#shared/wire/reads.ts'
import { startTimers } from '#server/timers/timers.ts'
import { aRequest, ids, people, places, plus, T0 } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { firstAdmin, show, startOwnServer, welcome } from '#test/support/own-server.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

const helper = `intensivist@${places.elsewhere}`
const reason = 'Patiënt is hier binnengebracht, MICU met pech.'
const path = `/api/transfers/${ids.transfer}`

describe.each(DIALECTS)('emergency access on %s', (dialect) => {
  let server: TestServer
  let code: string
  beforeEach(async () => {
    server = await startTestServer(dialect)
    const filed = { transfer: ids.transfer, request: aRequest() }
    const receipt = await server.perform(people.intensivist, 'transfer.submit', filed)
    code = 'code' in receipt ? (receipt.code ?? '') : ''
  })
  afterEach(() => server.close())

  const open = async (person = helper, of = code) =>
    (await server.as(person)).post('emergency.open', { code: of, reason })
  const read = async (person: string) => (await server.as(person)).get(path)
  const refusal = async (answer: Response) => ((await answer.json()) as Problem).code

  it('opens one request to one person by its whole code, to read and for nothing else', async () => {
    expect((await read(helper)).status).toBe(404)
    const receipt = await (await open()).json()
    expect(receipt).toMatchObject({ subject: ids.transfer })
    const detail: TransferDetail = await (await read(helper)).json()
    expect(detail.clinical).toMatchObject({ fio2: 45 })
    expect(detail.contacts?.callback).toEqual(aRequest().callback)
    const own: Snapshot = await (await (await server.as(helper)).get('/api/snapshot')).json()
    expect(own.transfers.map(({ id }) => id)).toEqual([ids.transfer])
    const colleague = await read(`ward-staff@${places.elsewhere}`)
    expect(colleague.status).toBe(404)
    const act = await (await server.as(helper)).post('transfer.decease', { transfer: ids.transfer })
    expect(await refusal(act)).toBe('role.refused')
    for (const tail of ['/match', '/transport'])
      expect((await (await server.as(helper)).get(path + tail)).status).toBe(403)
    expect(await refusal(await open())).toBe('already-exists')
  })

  it('is shown to the parties, with who, why and until when', async () => {
    await open()
    const detail: TransferDetail = await (await read(people.intensivist.id)).json()
    expect(detail.timeline.at(-1)).toMatchObject({
      name: 'transfer.opened-in-emergency',
      by: { role: 'intensivist', org: places.elsewhere },
      note: reason,
    })
    expect(detail.transfer.emergencies).toMatchObject([{ org: places.elsewhere, at: T0, until: plus(60) }])
  })

  it('ends after an hour: at once for reading, and for the lists when the timers come by', async () => {
    const timers = startTimers(server.parts, 3_600_000)
    await open()
    server.clock.now = plus(59)
    expect(await timers.tick()).toBe(0)
    expect((await read(helper)).status).toBe(200)
    server.clock.now = plus(60)
    expect((await read(helper)).status).toBe(404)
    expect(await timers.tick()).toBeGreaterThan(0)
    const own: Snapshot = await (await (await server.as(helper)).get('/api/snapshot')).json()
    expect(own.transfers).toEqual([])
    const party: TransferDetail = await (await read(people.rcps.id)).json()
    expect(party.timeline.map(({ name }) => name)).toContain('transfer.emergency-ended')
    expect(party.transfer.emergencies).toEqual([])
    expect(await timers.tick()).toBe(0)
    expect((await open()).status).toBe(200)
    await timers.close()
  })

  it('tells nothing to who has no such role, nor about a code that is wrong', async () => {
    for (const person of [
      'observer@igj',
      'admin@brancard',
      'secretary@db-lnaz',
      `bed-desk@${places.elsewhere}`,
    ])
      for (const of of [code, 'K7Q3TB']) expect(await refusal(await open(person, of))).toBe('role.refused')
    expect(await refusal(await open(helper, 'K7Q3TB'))).toBe('not-found')
    expect((await open(helper, 'K7Q3T0')).status).toBe(422)
    expect((await (await server.as(helper)).post('emergency.open', { code, reason: ' ' })).status).toBe(422)
  })

  it('cannot be ended by hand', async () => {
    await open()
    const answer = await (await server.as(people.rcps.id)).post('emergency.end', { transfer: ids.transfer })
    expect(await refusal(answer)).toBe('command.unknown')
  })
})

describe('emergency access for real', () => {
  it('asks for a passkey shown in the last five minutes', async () => {
    const server = await startOwnServer('sqlite')
    const admin = await firstAdmin(server)
    const seat = await welcome(server, admin, 'intensivist', places.elsewhere)
    const ask = async () => {
      const { now } = server.clock
      const body = { id: randomUUID(), name: 'emergency.open', at: now, payload: { code: 'K7Q3TB', reason } }
      return ((await (await seat.browser.ask('POST', '/api/commands', body)).json()) as Problem).code
    }
    expect(await ask()).toBe('not-found')
    server.clock.now = plus(6, server.clock.now)
    expect(await ask()).toBe('session.step-up')
    await show(seat, 'fresh')
    expect(await ask()).toBe('not-found')
    await server.close()
  })
})

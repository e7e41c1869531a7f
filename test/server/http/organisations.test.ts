import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OrgRoles } from '#shared/wire/organisations.ts'
import type { TransferDetail } from '#shared/wire/reads.ts'
import { setPhoneLine } from '#server/store/phone-lines.ts'
import { asJson, codeOf } from '#test/support/answers.ts'
import { aRequest, ids, people, places, plus, T0 } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import {
  firstAdmin,
  invite,
  type OwnServer,
  type Seat,
  startOwnServer,
  welcome,
} from '#test/support/own-server.ts'
import { startTestServer } from '#test/support/server.ts'

describe.each(DIALECTS)('organisations on %s', (dialect) => {
  let server: OwnServer
  let admin: Seat
  beforeEach(async () => {
    server = await startOwnServer(dialect)
    admin = await firstAdmin(server)
  })
  afterEach(() => server.close())

  const list = async (words: string, { browser } = admin) =>
    asJson<OrgRoles>(await browser.ask('GET', `/api/admin/organisations?words=${encodeURIComponent(words)}`))
  const set = ({ browser }: Seat, org: string, body: object) =>
    browser.ask('POST', `/api/admin/organisations/${org}/phone`, body)
  const setUra = ({ browser }: Seat, org: string, ura: unknown) =>
    browser.ask('POST', `/api/admin/organisations/${org}/ura`, { ura })
  const lines = (event = 'access.phone-line') =>
    server.parts.hinge.store.query
      .selectFrom('record_lines')
      .selectAll()
      .where('event', '=', event)
      .orderBy('id')
      .execute()

  it('come a hundred roles at a time, with who holds each, deputies and disabled people apart', async () => {
    expect(await list('')).toMatchObject({ rows: { length: 100 } })
    expect((await list('')).more).toBeGreaterThan(100)
    const orgs = (await list('radboudumc')).rows.map(({ org }) => org)
    expect(orgs.filter((org, at) => org !== orgs[at - 1])).toEqual([...new Set(orgs)])
    const memberships = [{ role: 'rcps', org: 'nazmn', deputy: true }]
    const made = await invite(admin, 'rcps', 'nazmn')
    await invite(admin, 'rcps', 'nazmn')
    await admin.browser.ask('POST', '/api/admin/people', { label: 'RCPS, tweede', memberships })
    expect((await list('nazmn rcps')).rows).toMatchObject([
      { org: 'nazmn', people: 2, deputies: 1, phone: null },
    ])
    await admin.browser.ask('POST', `/api/admin/people/${made.person}/disable`)
    expect((await list('nazmn rcps')).rows).toMatchObject([{ people: 1, deputies: 1 }])
  })

  it('have a line for each role, given, changed and taken away, and each in the record', async () => {
    expect((await set(admin, 'nazmn', { role: 'rcps', phone: '088 555 00 01' })).status).toBe(204)
    expect((await set(admin, 'nazmn', { role: 'rcps', phone: '088 555 00 02' })).status).toBe(204)
    expect((await list('nazmn')).rows.map(({ role, phone }) => [role, phone])).toEqual([
      ['rcps', '088 555 00 02'],
      ['secretary', null],
    ])
    expect((await set(admin, 'nazmn', { role: 'rcps', phone: null })).status).toBe(204)
    expect((await list('nazmn rcps')).rows).toMatchObject([{ phone: null }])
    expect((await lines()).map(({ action, reason }) => `${action} ${reason}`)).toEqual([
      'U rcps@nazmn',
      'U rcps@nazmn',
      'D rcps@nazmn',
    ])
  })

  it.each([
    [{ role: 'rcps', phone: 'bel maar' }, 'command.invalid'],
    [{ role: 'bed-desk', phone: '088 555 00 01' }, 'command.invalid'],
    [{ role: 'rcps' }, 'command.invalid'],
  ])('refuse %j', async (body, code) => {
    expect(await codeOf(await set(admin, 'nazmn', body))).toBe(code)
  })

  it('have a URA that the administrator of all enters, changes and takes away, and each in the record', async () => {
    const shown = async () =>
      (await list('umc-utrecht bed-desk')).rows.map((row) => [row.ura, row.enteredUra])
    expect((await setUra(admin, 'umc-utrecht', ' 00001234 ')).status).toBe(204)
    expect(await shown()).toEqual([['00001234', '00001234']])
    expect(new Set((await list('00001234')).rows.map(({ org }) => org))).toEqual(new Set(['umc-utrecht']))
    expect((await setUra(admin, 'umc-utrecht', '00001235')).status).toBe(204)
    expect(await shown()).toEqual([['00001235', '00001235']])
    expect((await setUra(admin, 'umc-utrecht', null)).status).toBe(204)
    expect(await shown()).toEqual([[null, null]])
    expect((await lines('access.ura')).map(({ action, reason }) => `${action} ${reason}`)).toEqual([
      'U umc-utrecht',
      'U umc-utrecht',
      'D umc-utrecht',
    ])
  })

  it('refuse a URA that is none, or another organisation’s, also when two come at once', async () => {
    const fault = async (ura: unknown) => asJson(await setUra(admin, 'umc-utrecht', ura))
    const bounds = { field: 'ura', fault: 'length' }
    expect(await fault('1234567')).toMatchObject({ code: 'command.invalid', fields: [{ ...bounds, min: 8 }] })
    expect(await fault('123456789')).toMatchObject({
      code: 'command.invalid',
      fields: [{ ...bounds, max: 8 }],
    })
    expect(await fault('1234567a')).toMatchObject({ fields: [{ field: 'ura', fault: 'format' }] })
    expect(await fault(12345678)).toMatchObject({ fields: [{ field: 'ura', fault: 'type' }] })
    const orgs = ['umc-utrecht', 'umcg-groningen', 'radboudumc']
    const both = await Promise.all(orgs.map((org) => setUra(admin, org, '00001234')))
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409, 409])
    const late = both.find(({ status }) => status === 409)
    expect(late && (await asJson(late))).toMatchObject({
      code: 'already-exists',
      fields: [{ field: 'ura', fault: 'not-applicable' }],
    })
    const held = (await list('00001234')).rows
    expect(new Set(held.map(({ org }) => org)).size).toBe(1)
    expect(await lines('access.ura')).toHaveLength(1)
    expect(await codeOf(await setUra(admin, 'nergens', '00001239'))).toBe('not-found')
    const own = await welcome(server, admin, 'admin', 'umc-utrecht')
    expect(await codeOf(await setUra(own, 'umc-utrecht', '00001239'))).toBe('not-found')
  })

  it('are those of one’s own house for its administrator, nobody’s for others, and ask for a passkey', async () => {
    const own = await welcome(server, admin, 'admin', 'umc-utrecht')
    const rcps = await welcome(server, admin, 'rcps', 'nazmn')
    const orgs = new Set((await list('', own)).rows.map(({ org }) => org))
    expect([...orgs]).toEqual(['umc-utrecht'])
    expect((await set(own, 'umc-utrecht', { role: 'bed-desk', phone: '088 555 00 01' })).status).toBe(204)
    const line = { role: 'rcps', phone: '088 555 00 01' }
    for (const org of ['nazmn', 'nergens']) expect(await codeOf(await set(own, org, line))).toBe('not-found')
    expect(await codeOf(await set(rcps, 'nazmn', line))).toBe('not-found')
    expect(await codeOf(await rcps.browser.ask('GET', '/api/admin/organisations'))).toBe('not-found')
    server.clock.now = plus(5, server.clock.now)
    expect(await codeOf(await set(admin, 'nazmn', line))).toBe('session.step-up')
  })
})

it.each(DIALECTS)(
  'on %s a transfer brings the lines of who searches, of the others with their phone lines',
  async (dialect) => {
    const server = await startTestServer(dialect)
    const { store } = server.parts.hinge
    await store.transaction(async (tx) => {
      await setPhoneLine(tx, { org: 'nl', role: 'lcps' }, '088 555 00 09', T0)
      await setPhoneLine(tx, { org: places.to, role: 'bed-desk' }, '088 555 00 08', T0)
      await setPhoneLine(tx, { org: 'umcg-groningen', role: 'bed-desk' }, '088 555 00 07', T0)
    })
    const { transfer, reservation } = ids
    const linesFor = async ({ id }: { id: string }) => {
      const detail = await (await server.as(id)).get(`/api/transfers/${transfer}`)
      return (await asJson<TransferDetail>(detail)).lines?.map(({ org, phone }) => `${org} ${phone}`)
    }
    await server.perform(people.intensivist, 'transfer.submit', { transfer, request: aRequest() })
    await server.perform(people.rcps, 'transfer.hand-over', { transfer, note: 'boven ons aandeel' })
    const choice = { transfer, reservation, hospital: places.to, reason: 'afgesproken' }
    await server.perform(people.lcps, 'transfer.offer', choice)
    expect(await linesFor(people.receiver)).toEqual(['nl 088 555 00 09'])
    const acceptedBy = { role: 'intensivist van dienst', phone: '024-7654321' }
    await server.perform(people.receiver, 'reservation.confirm', { reservation, needs: [], acceptedBy })
    for (const person of [people.receiver, people.intensivist])
      expect(await linesFor(person)).toEqual(['nl 088 555 00 09', `${places.to} 088 555 00 08`])
    await server.close()
  },
)

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OrgRoles } from '#shared/wire/organisations.ts'
import type { TransferDetail } from '#shared/wire/reads.ts'
import { setPhoneLine } from '#server/store/phone-lines.ts'
import { asJson, codeOf } from '#test/support/answers.ts'
import { aRequest, ids, people, places, plus, T0 } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import {
  accept,
  firstAdmin,
  invite,
  type OwnServer,
  type Seat,
  startOwnServer,
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
  const lines = () =>
    server.parts.hinge.store.query
      .selectFrom('record_lines')
      .selectAll()
      .where('event', '=', 'access.phone-line')
      .orderBy('id')
      .execute()

  it('come a hundred roles at a time, with who holds each, deputies and disabled people apart', async () => {
    expect(await list('')).toMatchObject({ rows: { length: 100 } })
    expect((await list('')).more).toBeGreaterThan(100)
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

  it('are those of one’s own house for its administrator, nobody’s for others, and ask for a passkey', async () => {
    const own = await accept(server, (await invite(admin, 'admin', 'umc-utrecht')).link)
    const rcps = await accept(server, (await invite(admin, 'rcps', 'nazmn')).link)
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

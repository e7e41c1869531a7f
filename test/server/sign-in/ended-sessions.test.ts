import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AdminPerson } from '#shared/wire/accounts.ts'
import { asJson } from '#test/support/answers.ts'
import { DIALECTS } from '#test/support/databases.ts'
import {
  firstAdmin,
  type OwnServer,
  type Seat,
  show,
  startOwnServer,
  welcome,
} from '#test/support/own-server.ts'
import { streamEnd } from '#test/support/own-stream.ts'

/** Reads of every kind: who one is, the lists, one's account, figures. */
const READS = ['/api/session', '/api/snapshot', '/api/account/sessions', '/api/shares', '/api/transfers/x']

describe.each(DIALECTS)('an admin who ends another’s sessions on %s', (dialect) => {
  let server: OwnServer
  let admin: Seat
  let guest: Seat
  beforeEach(async () => {
    server = await startOwnServer(dialect)
    admin = await firstAdmin(server)
    guest = await welcome(server, admin, 'rcps', 'nazmn')
  })
  afterEach(() => server.close())

  const sessionsOf = ({ session }: Seat) => `/api/admin/people/${session.person}/sessions`
  const statuses = async ({ browser }: Seat) =>
    Promise.all(READS.map(async (path) => (await browser.ask('GET', path)).status))
  const asPerson = async ({ session }: Seat) =>
    asJson<AdminPerson>(await admin.browser.ask('GET', `/api/admin/people/${session.person}`))

  it('ends all of them, on every device, and nothing else of the person', async () => {
    const phone = { ...guest, browser: server.browser() }
    await show(phone)
    const before = await asPerson(guest)
    expect(before.sessions).toBe(2)
    expect((await statuses(guest)).slice(0, 4)).toEqual([200, 200, 200, 200])
    expect((await admin.browser.ask('DELETE', sessionsOf(guest))).status).toBe(204)
    for (const seat of [guest, phone]) expect(await statuses(seat)).toEqual(READS.map(() => 401))
    expect(await asPerson(guest)).toEqual({ ...before, sessions: 0 })
    expect(server.told.at(-1)).toMatchObject({ what: 'sessions-ended', person: guest.session.person })
    // Neither blocked nor changed: the passkey opens a session with the roles of before.
    expect(await asJson(await show(guest))).toMatchObject({ memberships: guest.session.memberships })
    expect((await admin.browser.ask('GET', '/api/session')).status).toBe(200)
  })

  it('ends their stream within five seconds, over several servers, and no other’s', async () => {
    // The embedded database has one server; PostgreSQL may have another.
    const place = dialect === 'postgres' ? { place: server.place } : null
    const second = place === null ? server : await startOwnServer(dialect, { ...place, clock: server.clock })
    const { url } = await second.listen()
    const other = await welcome(server, admin, 'lcps', 'nl')
    let isOtherOpen = true
    const others = streamEnd(url, other.browser, () => undefined)
    void others.then(
      () => {
        isOtherOpen = false
      },
      () => undefined,
    )
    const took = await streamEnd(url, guest.browser, () => {
      void admin.browser.ask('DELETE', sessionsOf(guest))
    })
    expect(took).toBeLessThan(5000)
    expect(await statuses(guest)).toEqual(READS.map(() => 401))
    expect((await other.browser.ask('GET', '/api/session')).status).toBe(200)
    expect(isOtherOpen).toBe(true)
    if (second !== server) await second.close()
  })
})

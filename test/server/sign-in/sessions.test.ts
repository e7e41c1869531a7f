import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AdminPerson, OwnSession } from '#shared/wire/accounts.ts'
import type { Session } from '#shared/wire/reads.ts'
import { asJson, codeOf } from '#test/support/answers.ts'
import { plus } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import {
  firstAdmin,
  invite,
  makeBrowser,
  type OwnServer,
  type Seat,
  show,
  startOwnServer,
  welcome,
} from '#test/support/own-server.ts'
import { streamEnd } from '#test/support/own-stream.ts'

describe.each(DIALECTS)('sessions for real on %s', (dialect) => {
  let server: OwnServer
  let admin: Seat
  beforeEach(async () => {
    server = await startOwnServer(dialect)
    admin = await firstAdmin(server)
  })
  afterEach(() => server.close())

  const guestAs = async (role: string, org: string) => welcome(server, admin, role, org)
  const sessionOf = async ({ browser }: Seat) => browser.ask('GET', '/api/session')

  it('keeps its token in a __Host- cookie for this host and https only, a new one at each sign-in', async () => {
    const browser = server.browser()
    const answer = await show({ ...admin, browser })
    const [device = '', session = ''] = answer.headers.getSetCookie().toSorted()
    for (const cookie of [session, device])
      for (const part of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(part)
    expect(session).toMatch(/^__Host-brancard=[\w-]{43}; Max-Age=43200/)
    expect(device).toMatch(/^__Host-brancard-device=/)
    expect(`${session}${device}`).not.toMatch(/domain=/i)
    const first = browser.cookies.get('__Host-brancard')
    await show({ ...admin, browser })
    expect(browser.cookies.get('__Host-brancard')).not.toBe(first)
    const old = server.browser()
    for (const [name, value] of browser.cookies) old.cookies.set(name, value)
    old.cookies.set('__Host-brancard', first ?? '')
    expect((await old.ask('GET', '/api/session')).status).toBe(401)
  })

  it('opens nothing with a session cookie from another host or another device', async () => {
    const other = await startOwnServer(dialect, { origin: 'https://other.example' })
    const theirs = await firstAdmin(other)
    const browser = server.browser()
    for (const [name, value] of theirs.browser.cookies) browser.cookies.set(name, value)
    expect((await browser.ask('GET', '/api/session')).status).toBe(401)
    await other.close()
    const thief = server.browser()
    thief.cookies.set('__Host-brancard', admin.browser.cookies.get('__Host-brancard') ?? '')
    expect((await thief.ask('GET', '/api/session')).status).toBe(401)
    // As any page of another host could set it, without the prefix.
    thief.cookies.clear()
    thief.cookies.set('brancard', admin.browser.cookies.get('__Host-brancard') ?? '')
    expect((await thief.ask('GET', '/api/session')).status).toBe(401)
    expect((await sessionOf(admin)).status).toBe(200)
  })

  it('answers to its own name only, over https, and never to the demo’s way in', async () => {
    const { browser } = admin
    expect(await codeOf(await browser.ask('GET', '/api/session', undefined, { host: 'evil.example' }))).toBe(
      'origin.refused',
    )
    const plain = { host: 'brancard.example', 'x-forwarded-proto': 'http' }
    expect(await codeOf(await browser.ask('GET', '/api/session', undefined, plain))).toBe('origin.refused')
    expect((await browser.ask('GET', '/api/session/demo')).status).toBe(404)
    expect((await browser.ask('POST', '/api/session/demo', { person: 'lcps@nl' })).status).toBe(404)
    expect(await asJson(await browser.ask('GET', '/api/health'))).toMatchObject({ demo: false })
  })

  it('locks after half an hour without a sign of the person, until a passkey is shown', async () => {
    const desk = await guestAs('rcps', 'nazmn')
    server.clock.now = plus(29, server.clock.now)
    expect((await desk.browser.ask('POST', '/api/session/seen')).status).toBe(204)
    server.clock.now = plus(29, server.clock.now)
    expect((await desk.browser.ask('GET', '/api/snapshot')).status).toBe(200)
    server.clock.now = plus(1, server.clock.now)
    const locked = await asJson<Session>(await sessionOf(desk))
    expect(locked).toMatchObject({ locked: true, label: 'rcps, nazmn' })
    for (const path of ['/api/snapshot', '/api/hfno', '/api/transfers/x', '/api/account/sessions'])
      expect((await desk.browser.ask('GET', path)).status, path).toBe(423)
    expect((await desk.browser.ask('POST', '/api/session/seen')).status).toBe(423)
    expect((await desk.browser.ask('POST', '/api/commands', {})).status).toBe(423)
    const unlocked = await asJson<Session>(await show(desk, 'fresh'))
    expect(unlocked.locked).toBeUndefined()
    expect((await desk.browser.ask('GET', '/api/snapshot')).status).toBe(200)
    expect(server.told.at(-1)).toMatchObject({ what: 'unlocked' })
    expect((await desk.browser.ask('POST', '/api/session/lock')).status).toBe(204)
    expect((await desk.browser.ask('GET', '/api/snapshot')).status).toBe(423)
  })

  it('goes on under a new token once the passkey is shown, and the old one opens nothing', async () => {
    const desk = await guestAs('rcps', 'nazmn')
    server.clock.now = plus(10 * 60, server.clock.now)
    const before = new Map(desk.browser.cookies)
    const [renewed = ''] = (await show(desk, 'fresh')).headers.getSetCookie()
    // Two of its twelve hours are left.
    expect(renewed).toMatch(
      /^__Host-brancard=[\w-]{43}; Max-Age=7200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    const old = server.browser()
    for (const [name, value] of before) old.cookies.set(name, value)
    expect((await old.ask('GET', '/api/session')).status).toBe(401)
    const session = await asJson<Session>(await sessionOf(desk))
    expect(session).toMatchObject({ label: 'rcps, nazmn', expires: desk.session.expires })
    expect(session.freshUntil).toBeDefined()
    expect(await asJson<OwnSession[]>(await desk.browser.ask('GET', '/api/account/sessions'))).toHaveLength(1)
  })

  it('does not lock a crew, whose session lasts twelve hours and no longer', async () => {
    const crew = await guestAs('crew', 'micu-umc-utrecht-1')
    expect(crew.session.idleMinutes).toBeUndefined()
    server.clock.now = plus(12 * 60 - 1, server.clock.now)
    expect((await crew.browser.ask('GET', '/api/snapshot')).status).toBe(200)
    expect((await crew.browser.ask('POST', '/api/session/lock')).status).toBe(404)
    server.clock.now = plus(1, server.clock.now)
    expect((await crew.browser.ask('GET', '/api/snapshot')).status).toBe(401)
  })

  it('lists one’s own sessions and ends another of them, nobody else’s', async () => {
    const browser = server.browser()
    await show({ ...admin, browser })
    const own = await asJson<OwnSession[]>(await admin.browser.ask('GET', '/api/account/sessions'))
    expect(own.map((one) => one.own)).toHaveLength(2)
    expect(own.filter((one) => one.own)).toHaveLength(1)
    const guest = await guestAs('rcps', 'nazmn')
    const other = own.find((one) => !one.own)?.id ?? ''
    expect((await guest.browser.ask('DELETE', `/api/account/sessions/${other}`)).status).toBe(404)
    expect((await browser.ask('GET', '/api/session')).status).toBe(200)
    expect((await admin.browser.ask('DELETE', `/api/account/sessions/${other}`)).status).toBe(204)
    expect((await browser.ask('GET', '/api/session')).status).toBe(401)
  })

  it('asks an admin for a passkey of the last five minutes', async () => {
    const { browser } = admin
    server.clock.now = plus(5, server.clock.now)
    const body = { label: 'Bedcoördinator, UMCG', memberships: [{ role: 'bed-desk', org: 'umcg-groningen' }] }
    expect(await codeOf(await browser.ask('POST', '/api/admin/people', body))).toBe('session.step-up')
    expect((await browser.ask('GET', '/api/admin/people')).status).toBe(200)
    await show(admin, 'fresh')
    expect((await browser.ask('POST', '/api/admin/people', body)).status).toBe(200)
  })

  it('ends sessions and streams of a disabled person within five seconds, over several servers', async () => {
    const guest = await guestAs('rcps', 'nazmn')
    // The embedded database has one server; PostgreSQL may have another.
    const place = dialect === 'postgres' ? { place: server.place } : null
    const second = place === null ? server : await startOwnServer(dialect, { ...place, clock: server.clock })
    const { url } = await second.listen()
    const ended = streamEnd(url, guest.browser, () => {
      void admin.browser.ask('POST', `/api/admin/people/${guest.session.person}/disable`)
    })
    expect(await ended).toBeLessThan(5000)
    expect((await guest.browser.ask('GET', '/api/session')).status).toBe(401)
    expect(await codeOf(await show({ ...guest, browser: server.browser() }))).toBe('passkey.refused')
    if (second !== server) await second.close()
  })
})

describe.each(DIALECTS)('an admin on %s', (dialect) => {
  let server: OwnServer
  let admin: Seat
  beforeEach(async () => {
    server = await startOwnServer(dialect)
    admin = await firstAdmin(server)
  })
  afterEach(() => server.close())

  const act = (seat: Seat, path: string, body?: unknown) =>
    seat.browser.ask('POST', `/api/admin/people${path}`, body)

  it('gives other roles, which ends the sessions of before', async () => {
    const guest = await welcome(server, admin, 'rcps', 'nazmn')
    const memberships = [{ role: 'lcps', org: 'nl', deputy: true }]
    expect((await act(admin, `/${guest.session.person}/roles`, { memberships })).status).toBe(204)
    expect((await guest.browser.ask('GET', '/api/session')).status).toBe(401)
    expect(await asJson<Session>(await show(guest))).toMatchObject({ memberships })
  })

  it.each([
    [{ label: 'Wie dan ook', memberships: [{ role: 'rcps', org: 'umc-utrecht' }] }, 'role.refused'],
    [{ label: 'Wie dan ook', memberships: [] }, 'command.invalid'],
    [{ label: 'bel jan@umc.example', memberships: [{ role: 'rcps', org: 'nazmn' }] }, 'text.identity'],
    [{ label: 'x'.repeat(81), memberships: [{ role: 'rcps', org: 'nazmn' }] }, 'command.invalid'],
  ])('is refused %j', async (body, code) => {
    expect(await codeOf(await act(admin, '', body))).toBe(code)
  })

  it('of a hospital reaches its own people only, and cannot tell that there are others', async () => {
    const own = await welcome(server, admin, 'admin', 'umc-utrecht')
    const colleague = await invite(own, 'bed-desk', 'umc-utrecht')
    const elsewhere = await invite(admin, 'bed-desk', 'umcg-groningen')
    const list = await asJson<{ people: AdminPerson[] }>(await own.browser.ask('GET', '/api/admin/people'))
    expect(list.people.map(({ id }) => id).sort()).toEqual([own.session.person, colleague.person].sort())
    const absent = await own.browser.ask('GET', `/api/admin/people/${crypto.randomUUID()}`)
    const foreign = await own.browser.ask('GET', `/api/admin/people/${elsewhere.person}`)
    const bodies = [await asJson<object>(absent), await asJson<object>(foreign)]
    expect(absent.status).toBe(404)
    expect({ ...bodies[0], request: '' }).toEqual({ ...bodies[1], request: '' })
    for (const what of ['disable', 'invite', 'enable'])
      expect((await act(own, `/${elsewhere.person}/${what}`)).status).toBe(404)
    const more = { memberships: [{ role: 'admin', org: 'brancard' }] }
    expect(await codeOf(await act(own, `/${colleague.person}/roles`, more))).toBe('role.refused')
  })

  it('is no admin’s business to anybody else', async () => {
    const guest = await welcome(server, admin, 'lcps', 'nl')
    for (const path of ['', `/${admin.session.person}`])
      expect((await guest.browser.ask('GET', `/api/admin/people${path}`)).status).toBe(404)
    expect((await act(guest, `/${admin.session.person}/disable`)).status).toBe(404)
  })

  it('stays when it is the last, and one of two goes even when both act at once', async () => {
    const me = admin.session.person
    expect(await codeOf(await act(admin, `/${me}/disable`))).toBe('admin.last')
    const down = { memberships: [{ role: 'observer', org: 'igj' }] }
    expect(await codeOf(await act(admin, `/${me}/roles`, down))).toBe('admin.last')
    const other = await welcome(server, admin, 'admin', 'brancard')
    const both = await Promise.all([
      act(admin, `/${other.session.person}/disable`),
      act(other, `/${me}/disable`),
    ])
    const { query } = server.parts.hinge.store
    const left = await query.selectFrom('people').select('id').where('disabled', 'is', null).execute()
    expect(left).toHaveLength(1)
    expect(both.filter(({ status }) => status === 204)).toHaveLength(1)
  })

  it('pages through two hundred people by label, a hundred at a time', async () => {
    const { store } = server.parts.hinge
    const { savePerson } = await import('#server/store/people.ts')
    await store.transaction(async (tx) => {
      for (let n = 0; n < 200; n += 1)
        await savePerson(tx, {
          id: crypto.randomUUID(),
          label: `Wie ${n % 50}`,
          created: server.clock.now,
          disabled: null,
        })
    })
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const answer = await admin.browser.ask('GET', `/api/admin/people?after=${encodeURIComponent(after)}`)
      const page = await asJson<{ people: AdminPerson[]; next: string | null }>(answer)
      expect(page.people.length).toBeLessThanOrEqual(100)
      seen.push(...page.people.map(({ id }) => id))
      after = page.next
    }
    expect(new Set(seen).size).toBe(201)
    expect(seen).toHaveLength(201)
    const found = await admin.browser.ask('GET', '/api/admin/people?words=beheerder')
    expect((await asJson<{ people: object[] }>(found)).people).toHaveLength(1)
  })
})

it('a browser of the tests sends what it was given', async () => {
  const sent: RequestInit[] = []
  const browser = makeBrowser(async (_, init) => {
    sent.push(init)
    return new Response(null, { headers: { 'set-cookie': 'a=1; Path=/' } })
  })
  await browser.ask('GET', '/')
  await browser.ask('GET', '/')
  expect(sent.map(({ headers }) => headers)).toEqual([{}, { cookie: 'a=1' }])
})

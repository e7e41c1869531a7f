import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keysOf } from '#shared/access/audience.ts'
import { fleet } from '#shared/reference/fleet.ts'
import { hospitals } from '#shared/reference/hospitals.ts'
import { micuCentres } from '#shared/reference/micu-centres.ts'
import { ROLES } from '#shared/terms.ts'
import type { DemoPerson, Session } from '#shared/wire/reads.ts'
import { anId, T0 } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { json, signIn, startTestServer, type TestServer } from '#test/support/server.ts'

describe.each(DIALECTS)('sessions on %s', (dialect) => {
  let server: TestServer
  beforeEach(async () => {
    server = await startTestServer(dialect, { beds: [] })
  })
  afterEach(() => server.close())

  it('signs in as a function, says who that is, and signs out', async () => {
    const { app } = server
    const answer = await app.request('/api/session/demo', json({ person: 'intensivist@umc-utrecht' }))
    const set = answer.headers.get('set-cookie') ?? ''
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=43200']) expect(set).toContain(part)
    const cookie = set.split(';')[0] ?? ''
    const session: Session = await (await app.request('/api/session', { headers: { cookie } })).json()
    expect(session).toEqual({
      person: 'intensivist@umc-utrecht',
      label: 'Intensivist, UMC Utrecht',
      memberships: [{ role: 'intensivist', org: 'umc-utrecht' }],
      demo: true,
      expires: '2026-11-21T22:00:00.000Z',
    })
    expect((await app.request('/api/session', { method: 'DELETE', headers: { cookie } })).status).toBe(204)
    expect((await app.request('/api/session', { headers: { cookie } })).status).toBe(401)
  })

  it('ends by itself after twelve hours', async () => {
    const cookie = await signIn(server.app, 'lcps@nl')
    server.clock.now = '2026-11-21T21:59:59.000Z'
    expect((await server.app.request('/api/session', { headers: { cookie } })).status).toBe(200)
    server.clock.now = '2026-11-21T22:00:00.000Z'
    expect((await server.app.request('/api/session', { headers: { cookie } })).status).toBe(401)
  })

  it('answers nobody where the phone speaks for somebody else than the browser is by now', async () => {
    const cookie = await signIn(server.app, 'lcps@nl')
    const asPerson = async (person: string) =>
      (await server.app.request('/api/snapshot', { headers: { cookie, 'brancard-person': person } })).status
    expect(await asPerson('lcps%40nl')).toBe(200)
    expect(await asPerson('rcps%40nazmn')).toBe(401)
    const command = { id: anId(1), name: 'transfer.claim', at: T0, payload: { transfer: anId(2) } }
    const init = json(command, cookie)
    const headers = { ...init.headers, 'brancard-person': 'rcps%40nazmn' }
    const answer = await server.app.request('/api/commands', { ...init, headers })
    expect(answer.status).toBe(401)
    expect((await answer.json()).code).toBe('session.required')
  })

  it('keeps no token that could be used, only its hash', async () => {
    const cookie = await signIn(server.app, 'lcps@nl')
    const [row] = await server.parts.hinge.store.query.selectFrom('sessions').selectAll().execute()
    const token = cookie.slice(cookie.indexOf('=') + 1)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(JSON.stringify(row)).not.toContain(token)
  })

  it.each([
    [{ person: 'nobody@nowhere' }, 'session.unknown-person'],
    [{ who: 'x' }, 'command.invalid'],
  ])('refuses %j', async (body, code) => {
    const answer = await server.app.request('/api/session/demo', json(body))
    expect(answer.status).toBe(422)
    expect((await answer.json()).code).toBe(code)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })
})

describe('the people of the demo', () => {
  it('are functions at every place, with readable ids, and each can sign in', async () => {
    const server = await startTestServer('sqlite', { beds: [] })
    try {
      const people: DemoPerson[] = await (await server.app.request('/api/session/demo')).json()
      expect(new Set(people.map(({ person }) => person)).size).toBe(people.length)
      expect(new Set(people.map(({ membership }) => membership.role))).toEqual(new Set(ROLES))
      const withRole = (role: string) =>
        people.filter(({ membership }) => membership.role === role && membership.deputy === undefined)
      const deputies = people.filter(({ membership }) => membership.deputy)
      expect(new Set(deputies.map(({ membership }) => membership.role))).toEqual(
        new Set(['bed-desk', 'rcps', 'lcps', 'transport-desk']),
      )
      expect(withRole('bed-desk')).toHaveLength(hospitals.length)
      expect(withRole('intensivist')).toHaveLength(hospitals.filter(({ hasIc }) => hasIc).length)
      // Each vehicle's crew, an extra MICU team of each centre, and those that relieve them.
      expect(withRole('crew')).toHaveLength(2 * (fleet.length + micuCentres.length))
      expect(withRole('rcps')).toHaveLength(11)
      for (const id of [
        'rcps@nazmn',
        'crew@micu-umc-utrecht-1',
        'transport-desk@rav-vr09',
        'secretary@db-lnaz',
      ])
        expect(people.map(({ person }) => person)).toContain(id)
      for (const { person, membership } of people) {
        const { role, org, deputy } = membership
        const readable = `${role}${deputy ? '-deputy' : ''}@${org}`
        expect([readable, ...(role === 'crew' ? [`crew-relief@${org}`] : [])]).toContain(person)
        expect(keysOf({ memberships: [membership] })).toContain('all')
      }
      await signIn(server.app, people.at(-1)?.person ?? '')
    } finally {
      await server.close()
    }
  })
})

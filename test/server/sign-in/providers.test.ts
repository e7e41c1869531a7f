import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session } from '#shared/wire/reads.ts'
import { asJson } from '#test/support/answers.ts'
import { setUra } from '#server/store/uras.ts'
import { plus, T0 } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { type IdentityProvider, startIdentityProvider } from '#test/support/identity-provider.ts'
import {
  type Browser,
  firstAdmin,
  ORIGIN,
  type OwnServer,
  show,
  startOwnServer,
} from '#test/support/own-server.ts'

// The provider says of itself that it keeps nothing, as it should here.
vi.spyOn(console, 'warn').mockImplementation(() => undefined)
vi.spyOn(console, 'info').mockImplementation(() => undefined)

describe.each(DIALECTS)('a hospital’s own provider on %s', (dialect) => {
  let umc: IdentityProvider
  let dezi: IdentityProvider
  let server: OwnServer
  beforeEach(async () => {
    umc = await startIdentityProvider(ORIGIN)
    dezi = await startIdentityProvider(ORIGIN, {
      id: 'dezi',
      userInfo: true,
      organisation: { claim: 'relations.ura' },
      role: { claim: 'relations.roles', values: { '01.015': 'intensivist' } },
    })
    server = await startOwnServer(dialect, { providers: [umc.settings, dezi.settings] })
  })
  afterEach(async () => {
    await server.close()
    await umc.stop()
    await dezi.stop()
  })

  /** Where it sends the browser, when it does. */
  const leave = async (browser: Browser, id = 'umc', to = '/') => {
    const sent = await browser.ask('GET', `/api/session/provider/${id}?naar=${encodeURIComponent(to)}`)
    expect(sent.status).toBe(302)
    return sent.headers.get('location') ?? ''
  }
  const comeBack = async (browser: Browser, back: URL) => {
    const answer = await browser.ask('GET', back.pathname + back.search)
    return answer.headers.get('location') ?? ''
  }
  const enter = async (browser: Browser, idp = umc, to = '/') =>
    comeBack(browser, await idp.visit(await leave(browser, idp.settings.id, to)))
  const sessionOf = async (browser: Browser) => browser.ask('GET', '/api/session')

  const isRefused = async (browser: Browser, location: string, why: string) => {
    expect(location).toBe(`/inloggen?melding=${why}&via=umc`)
    expect(browser.cookies.size).toBe(0)
    expect((await sessionOf(browser)).status).toBe(401)
    expect(server.told.at(-1)).toMatchObject({ what: 'refused', method: 'umc', reason: why })
  }

  it('signs in with code, PKCE, state and nonce, and leads back to where one was', async () => {
    const browser = server.browser()
    const address = new URL(await leave(browser, 'umc', '/aanvragen/3'))
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(address.searchParams.get(name)).toMatch(/^[\w-]{43}$/)
    expect(address.searchParams.get('code_challenge_method')).toBe('S256')
    expect(await comeBack(browser, await umc.visit(address.href))).toBe('/aanvragen/3')
    expect(await asJson<Session>(await sessionOf(browser))).toMatchObject({
      label: 'Intensivist, UMC Utrecht',
      memberships: [{ role: 'intensivist', org: 'umc-utrecht' }],
    })
    expect([...browser.cookies.keys()].sort()).toEqual(['__Host-brancard', '__Host-brancard-device'])
    expect(server.told.at(-1)).toMatchObject({ what: 'signed-in', method: 'umc' })
  })

  it('keeps several providers apart: the same subject at another issuer is another person', async () => {
    const [one, two] = [server.browser(), server.browser()]
    dezi.account.claims = { relations: [{ ura: '00000001', roles: ['01.015'] }] }
    await enter(one)
    expect(await enter(two, dezi)).toBe('/')
    const [first, second] = [await sessionOf(one), await sessionOf(two)].map((answer) =>
      asJson<Session>(answer),
    )
    expect((await second)?.memberships).toEqual((await first)?.memberships)
    expect((await second)?.person).not.toBe((await first)?.person)
    const again = server.browser()
    await enter(again)
    expect((await asJson<Session>(await sessionOf(again))).person).toBe((await first)?.person)
  })

  it('takes the roles that the provider says now, and ends sessions by those of before', async () => {
    const [before, after] = [server.browser(), server.browser()]
    await enter(before)
    umc.account.claims = { ura: ['00000001', '00000002'], functions: ['bed', 'rcps', 'poetser'] }
    await enter(after)
    expect((await sessionOf(before)).status).toBe(401)
    expect((await asJson<Session>(await sessionOf(after))).memberships).toEqual([
      { role: 'bed-desk', org: 'umc-utrecht' },
      { role: 'rcps', org: 'nazmn' },
    ])
  })

  it('finds what an administrator entered, only where the operator lets the provider, after its own table', async () => {
    const { store } = server.parts.hinge
    await store.transaction((tx) => setUra(tx, 'umcg-groningen', '00009999', T0))
    await store.transaction((tx) => setUra(tx, 'radboudumc', '00000001', T0))
    umc.account.claims = { ura: ['00009999', '00000001'], functions: ['arts'] }
    const held = async () => {
      const browser = server.browser()
      await enter(browser)
      return (await asJson<Session>(await sessionOf(browser))).memberships?.map(({ org }) => org)
    }
    expect(await held()).toEqual(['umc-utrecht'])
    umc.settings.enteredUras = true
    expect(await held()).toEqual(['umc-utrecht', 'umcg-groningen'])
    await store.transaction((tx) => setUra(tx, 'umcg-groningen', null, T0))
    expect(await held()).toEqual(['umc-utrecht'])
  })

  it.each([
    ['an organisation we do not know', { ura: '99999999', functions: ['arts'] }],
    ['a function we do not know', { ura: '00000001', functions: ['poetser'] }],
    ['a role that does not exist there', { ura: '00000002', functions: ['arts'] }],
    ['nothing', {}],
    ['a prototype’s words', { ura: 'constructor', functions: ['toString'] }],
  ])('gives no access to who maps to nothing: %s', async (_, claims) => {
    umc.account.claims = claims
    const browser = server.browser()
    await isRefused(browser, await enter(browser), 'no-access')
    expect(await server.parts.hinge.store.query.selectFrom('people').select('id').execute()).toEqual([])
  })

  it.each([
    ['signed by another', { forged: true as const }],
    ['not signed', { unsigned: true as const }],
    ['that has expired', { claims: { exp: Math.floor(Date.now() / 1000) - 120 } }],
    ['for another audience', { claims: { aud: 'somebody-else' } }],
    ['of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['with another nonce', { claims: { nonce: 'x'.repeat(43) } }],
    ['without a nonce', { claims: { nonce: undefined } }],
  ])('refuses an ID token %s', async (_, lie) => {
    umc.lie = lie
    const browser = server.browser()
    await isRefused(browser, await enter(browser), 'refused')
  })

  it('refuses another state, another browser, a second time, and after ten minutes', async () => {
    const browser = server.browser()
    const back = await umc.visit(await leave(browser))
    const other = server.browser()
    await isRefused(other, await comeBack(other, back), 'refused')
    const wrong = new URL(back)
    wrong.searchParams.set('state', 'x'.repeat(43))
    const cookie = browser.cookies.get('__Host-brancard-provider') ?? ''
    await isRefused(browser, await comeBack(browser, wrong), 'refused')
    browser.cookies.set('__Host-brancard-provider', cookie)
    expect(await comeBack(browser, back)).toBe('/')
    const replay = server.browser()
    replay.cookies.set('__Host-brancard-provider', cookie)
    await isRefused(replay, await comeBack(replay, back), 'refused')
    const late = server.browser()
    const lateBack = await umc.visit(await leave(late))
    server.clock.now = plus(10, server.clock.now)
    await isRefused(late, await comeBack(late, lateBack), 'refused')
  })

  it('refuses an answer in the name of another issuer, and one that came from another provider', async () => {
    const browser = server.browser()
    const back = await umc.visit(await leave(browser))
    back.searchParams.set('iss', dezi.settings.issuer)
    await isRefused(browser, await comeBack(browser, back), 'refused')
    const mixed = await umc.visit(await leave(browser))
    mixed.pathname = '/api/session/provider/dezi/return'
    expect(await comeBack(browser, mixed)).toBe('/inloggen?melding=refused&via=dezi')
    expect((await sessionOf(browser)).status).toBe(401)
  })

  it('says that a provider is down, while passkeys and other providers go on', async () => {
    const admin = await firstAdmin(server)
    await umc.down()
    const browser = server.browser()
    expect(await leave(browser)).toBe('/inloggen?melding=away&via=umc')
    expect(server.told.at(-1)).toMatchObject({ what: 'refused', reason: 'away' })
    expect((await show({ ...admin, browser: server.browser() })).status).toBe(200)
    dezi.account.claims = { relations: [{ ura: '00000001', roles: ['01.015'] }] }
    expect(await enter(server.browser(), dezi)).toBe('/')
    await umc.up()
    expect(await enter(browser)).toBe('/')
    // Gone while somebody was on the way back: said so, and whoever is in already goes on.
    const late = server.browser()
    const back = await umc.visit(await leave(late))
    expect(back.searchParams.get('code')).not.toBeNull()
    await umc.down()
    await isRefused(late, await comeBack(late, back), 'away')
    expect((await sessionOf(browser)).status).toBe(200)
    expect((await browser.ask('GET', '/api/snapshot')).status).toBe(200)
  })

  it('does not let in who was disabled here, whatever the provider says', async () => {
    const browser = server.browser()
    await enter(browser)
    const { person } = await asJson<Session>(await sessionOf(browser))
    const admin = await firstAdmin(server).catch(() => null)
    expect(admin, 'no setup link once somebody is there').toBeNull()
    const { store } = server.parts.hinge
    await store.query.updateTable('people').set({ disabled: server.clock.now }).execute()
    expect((await sessionOf(browser)).status).toBe(401)
    const again = server.browser()
    expect(await enter(again)).toBe('/inloggen?melding=disabled&via=umc')
    expect(server.told.at(-1)).toMatchObject({ reason: 'disabled', person })
  })

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', '/a?b', 'javascript:alert(1)'])(
    'leads to no other place after: %s',
    async (to) => {
      const browser = server.browser()
      expect(await enter(browser, umc, to)).toBe('/')
    },
  )

  it('knows no provider that is not in its settings', async () => {
    expect((await server.browser().ask('GET', '/api/session/provider/other')).status).toBe(404)
    expect(await asJson(await server.browser().ask('GET', '/api/session/ways'))).toEqual({
      demo: false,
      passkey: true,
      providers: [
        { id: 'umc', name: 'UMC Voorbeeld' },
        { id: 'dezi', name: 'UMC Voorbeeld' },
      ],
    })
  })
})

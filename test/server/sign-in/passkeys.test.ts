import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plus } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import {
  accept,
  firstAdmin,
  firstLink,
  invite,
  ORIGIN,
  type OwnServer,
  type Seat,
  show,
  startOwnServer,
  welcome,
} from '#test/support/own-server.ts'
import { makeAuthenticator } from '#test/support/authenticator.ts'
import { asJson, codeOf, tokenOf } from '#test/support/answers.ts'

describe.each(DIALECTS)('passkeys on %s', (dialect) => {
  let server: OwnServer
  let admin: Seat
  beforeEach(async () => {
    server = await startOwnServer(dialect)
    admin = await firstAdmin(server)
  })
  afterEach(() => server.close())

  it('lets the first administrator in by the printed link, once', async () => {
    expect(admin.session).toMatchObject({
      label: 'Beheerder, brancard',
      memberships: [{ role: 'admin', org: 'brancard' }],
      demo: false,
      idleMinutes: 30,
    })
    await expect(firstLink(server)).rejects.toThrow('somebody already')
  })

  it('invites a second person, who makes a passkey and signs in with it', async () => {
    const made = await invite(admin, 'intensivist', 'umc-utrecht', 'Intensivist 14, UMC Utrecht')
    expect(new URL(made.link).origin).toBe(ORIGIN)
    expect(new URL(made.link).search).toBe('')
    const guest = await accept(server, made.link)
    expect(guest.session).toMatchObject({
      label: 'Intensivist 14, UMC Utrecht',
      memberships: [{ role: 'intensivist', org: 'umc-utrecht' }],
    })
    const elsewhere = { ...guest, browser: server.browser() }
    const signedIn = await show(elsewhere)
    expect(await signedIn.json()).toMatchObject({ person: made.person })
    expect((await elsewhere.browser.ask('GET', '/api/snapshot')).status).toBe(200)
    expect(server.told.map(({ what }) => what)).toEqual([
      'invite-accepted',
      'invited',
      'invite-accepted',
      'signed-in',
    ])
  })

  it('takes an invitation once: neither later nor by two at the same time', async () => {
    const { link } = await invite(admin, 'bed-desk', 'umcg-groningen')
    const both = await Promise.allSettled([accept(server, link), accept(server, link)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(accept(server, link)).rejects.toThrow('invite.spent')
    const count = await server.parts.hinge.store.query.selectFrom('passkeys').select('id').execute()
    expect(count).toHaveLength(2)
  })

  it('ends an invitation after a day, and at the next one for the same person', async () => {
    const first = await invite(admin, 'bed-desk', 'umcg-groningen')
    const again = await admin.browser.ask('POST', `/api/admin/people/${first.person}/invite`)
    await expect(accept(server, first.link)).rejects.toThrow('invite.spent')
    const { link } = await asJson<{ link: string }>(again)
    server.clock.now = plus(24 * 60, server.clock.now)
    await expect(accept(server, link)).rejects.toThrow('invite.spent')
    expect(server.told.at(-1)).toMatchObject({ what: 'refused', reason: 'invite.spent' })
  })

  it('uses an invitation for its own passkey only', async () => {
    const one = await invite(admin, 'bed-desk', 'umcg-groningen')
    const two = await invite(admin, 'rcps', 'nazmn')
    const browser = server.browser()
    const asked = await browser.ask('POST', '/api/session/invite/options', { token: tokenOf(one.link) })
    const answer = makeAuthenticator(ORIGIN).create(await asked.json())
    const wrong = await browser.ask('POST', '/api/session/invite', { token: tokenOf(two.link), answer })
    expect(await codeOf(wrong)).toBe('passkey.refused')
  })

  it.each([
    ['from another site', { origin: 'https://brancard.example.evil' }],
    ['for another site', { rpId: 'evil.example' }],
    ['without the holder verified', { unverified: true as const }],
    ['to another challenge', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
  ])('refuses an answer %s', async (_, wrong) => {
    const browser = server.browser()
    const asked = await browser.ask('POST', '/api/session/passkey/options')
    const answer = admin.key.get(await asked.json(), wrong)
    const refused = await browser.ask('POST', '/api/session/passkey', { answer })
    expect(refused.status).toBe(422)
    expect(await codeOf(refused)).toBe('passkey.refused')
    expect(browser.cookies.size).toBe(0)
    expect(server.told.at(-1)).toMatchObject({ what: 'refused', method: 'passkey' })
  })

  it('takes an answer once, and no challenge after five minutes', async () => {
    const browser = server.browser()
    const asked = await browser.ask('POST', '/api/session/passkey/options')
    const answer = admin.key.get(await asked.json())
    expect((await browser.ask('POST', '/api/session/passkey', { answer })).status).toBe(200)
    expect((await server.browser().ask('POST', '/api/session/passkey', { answer })).status).toBe(422)
    const late = await browser.ask('POST', '/api/session/passkey/options')
    server.clock.now = plus(5, server.clock.now)
    const refused = await browser.ask('POST', '/api/session/passkey', {
      answer: admin.key.get(await late.json()),
    })
    expect(await codeOf(refused)).toBe('passkey.refused')
  })

  it('refuses a copied passkey: a counter that does not go on', async () => {
    const browser = server.browser()
    const asked = await browser.ask('POST', '/api/session/passkey/options')
    const answer = admin.key.get(await asked.json(), { counter: 1 })
    expect(await codeOf(await browser.ask('POST', '/api/session/passkey', { answer }))).toBe(
      'passkey.refused',
    )
  })

  it('does not take a challenge for signing in as one for unlocking, nor another person’s passkey', async () => {
    const asked = await admin.browser.ask('POST', '/api/session/passkey/options')
    const answer = admin.key.get(await asked.json())
    expect(await codeOf(await admin.browser.ask('POST', '/api/session/fresh', { answer }))).toBe(
      'passkey.refused',
    )
    const guest = await welcome(server, admin, 'rcps', 'nazmn')
    const own = await admin.browser.ask('POST', '/api/session/fresh/options')
    const foreign = guest.key.get(await own.json())
    expect(await codeOf(await admin.browser.ask('POST', '/api/session/fresh', { answer: foreign }))).toBe(
      'passkey.refused',
    )
  })

  it('adds a passkey after showing one, and keeps the last', async () => {
    const { browser } = admin
    const [only] = await asJson<{ id: string }[]>(await browser.ask('GET', '/api/account/passkeys'))
    expect(await codeOf(await browser.ask('DELETE', `/api/account/passkeys/${only?.id}`))).toBe(
      'passkey.last',
    )
    const asked = await browser.ask('POST', '/api/account/passkeys/options')
    const second = makeAuthenticator(ORIGIN)
    const answer = second.create(await asked.json())
    expect((await browser.ask('POST', '/api/account/passkeys', { answer })).status).toBe(204)
    server.clock.now = plus(6, server.clock.now)
    expect(await codeOf(await browser.ask('DELETE', `/api/account/passkeys/${only?.id}`))).toBe(
      'session.step-up',
    )
    expect((await show({ ...admin, key: second }, 'fresh')).status).toBe(200)
    expect((await browser.ask('DELETE', `/api/account/passkeys/${only?.id}`)).status).toBe(204)
    expect((await show({ ...admin, browser: server.browser() })).status).toBe(422)
    expect((await show({ ...admin, key: second, browser: server.browser() })).status).toBe(200)
  })
})

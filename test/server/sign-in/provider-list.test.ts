import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AdminProvider } from '#shared/wire/providers.ts'
import { asJson, codeOf } from '#test/support/answers.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { type IdentityProvider, startIdentityProvider } from '#test/support/identity-provider.ts'
import {
  firstAdmin,
  ORIGIN,
  type OwnServer,
  type Seat,
  startOwnServer,
  welcome,
} from '#test/support/own-server.ts'

vi.spyOn(console, 'warn').mockImplementation(() => undefined)
vi.spyOn(console, 'info').mockImplementation(() => undefined)

describe.each(DIALECTS)('the providers as an administrator sees them on %s', (dialect) => {
  let umc: IdentityProvider
  let dezi: IdentityProvider
  let server: OwnServer
  let admin: Seat
  beforeEach(async () => {
    umc = await startIdentityProvider(ORIGIN)
    dezi = await startIdentityProvider(ORIGIN, { id: 'dezi' })
    server = await startOwnServer(dialect, {
      providers: [{ ...umc.settings, clientSecret: 'not-to-be-told' }, dezi.settings],
    })
    admin = await firstAdmin(server)
  })
  afterEach(async () => {
    await server.close()
    await umc.stop()
    await dezi.stop()
  })
  const ask = ({ browser }: Seat) => browser.ask('GET', '/api/admin/providers')

  it('stand there with what they map to and whether they answer now, and without a secret', async () => {
    const answer = await ask(admin)
    const text = await answer.clone().text()
    const found = await asJson<AdminProvider[]>(answer)
    expect(found.map(({ id, answers }) => [id, answers])).toEqual([
      ['umc', true],
      ['dezi', true],
    ])
    expect(found[0]).toMatchObject({
      issuer: umc.settings.issuer,
      callback: `${ORIGIN}/api/session/provider/umc/return`,
      role: umc.settings.role,
    })
    expect(text).not.toContain('not-to-be-told')
    expect(Object.keys(found[0] ?? {})).not.toContain('clientSecret')
    await dezi.down()
    expect((await asJson<AdminProvider[]>(await ask(admin))).map(({ answers }) => answers)).toEqual([
      true,
      false,
    ])
    await dezi.up()
    expect((await asJson<AdminProvider[]>(await ask(admin))).map(({ answers }) => answers)).toEqual([
      true,
      true,
    ])
  })

  it('are not there for anybody else, an administrator of one hospital among them', async () => {
    for (const [role, org] of [
      ['admin', 'umc-utrecht'],
      ['lcps', 'nl'],
    ] as const) {
      const seat = await welcome(server, admin, role, org)
      expect(await codeOf(await ask(seat))).toBe('not-found')
    }
  })
})

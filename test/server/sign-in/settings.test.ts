import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { membershipsFrom } from '#server/sign-in/claims.ts'
import { readProviders, readServe } from '#server/sign-in/serve-config.ts'
import { agentOf, stateOf } from '#server/sign-in/session-state.ts'
import { listen } from '#server/start.ts'
import { startOwnServer } from '#test/support/own-server.ts'

const PEM = '-----BEGIN CERTIFICATE-----'
const good = { ORIGIN: 'https://brancard.example', TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' }
const provider = {
  id: 'umc',
  name: 'UMC',
  issuer: 'https://login.example',
  clientId: 'brancard',
  organisation: { claim: 'ura' },
  organisations: { '00000001': 'umc-utrecht' },
  role: { claim: 'functions', values: { arts: 'intensivist' } },
}
const files = (content: unknown) => (path: string) => {
  if (path.endsWith('.pem')) return PEM
  if (path === 'none') throw new Error('ENOENT')
  return typeof content === 'string' ? content : JSON.stringify(content)
}
const withProvider = (over: object) => files({ providers: [{ ...provider, ...over }] })

describe('settings of a real installation', () => {
  it('are an address on https with its certificate, or a named proxy', () => {
    const own = readServe(good, files(''))
    expect(own).toMatchObject({
      signIn: { origin: 'https://brancard.example', providers: [] },
      door: { tls: { cert: PEM, key: PEM }, proxy: null },
    })
    const behind = readServe({ ORIGIN: good.ORIGIN, TRUST_PROXY: '10.1.2.3, fd00::/64' }, files(''))
    expect(behind.door.tls).toBeNull()
    expect(behind.door.proxy?.check('10.1.2.3', 'ipv4')).toBe(true)
    expect(behind.door.proxy?.check('10.1.2.4', 'ipv4')).toBe(false)
    expect(behind.door.proxy?.check('fd00::9', 'ipv6')).toBe(true)
  })

  it.each([
    [{}, 'ORIGIN'],
    [{}, 'TRUST_PROXY'],
    [{ ORIGIN: good.ORIGIN }, 'TLS_CERT met TLS_KEY, of TRUST_PROXY'],
    [{ ORIGIN: good.ORIGIN, TLS_CERT: 'cert.pem' }, 'TLS_CERT met TLS_KEY'],
    [{ ...good, ORIGIN: 'http://brancard.example' }, 'ORIGIN moet'],
    [{ ...good, ORIGIN: 'https://brancard.example/app' }, 'ORIGIN moet'],
    [{ ...good, TLS_KEY: 'none' }, 'TLS_KEY: none kan niet'],
    [{ ...good, TRUST_PROXY: '127.0.0.1' }, 'niet beide'],
    [{ ORIGIN: good.ORIGIN, TRUST_PROXY: 'my-proxy' }, 'my-proxy is geen adres'],
    [{ ORIGIN: good.ORIGIN, TRUST_PROXY: '0.0.0.0/0' }, 'geen adres van een proxy'],
    [{ ...good, PROVIDERS_FILE: 'none' }, 'PROVIDERS_FILE: none kan niet'],
    [{ ...good, PROVIDERS_FILE: 'text' }, 'is geen JSON'],
  ])('refused: %j says %s', (env, line) => {
    expect(() => readServe(env, files('no json'))).toThrow(line)
  })

  it.each([
    [{ issuer: 'http://login.example' }, 'providers.0.issuer'],
    [{ clientSecret: 'in the file' }, 'providers.0'],
    [{ role: { claim: 'f', values: { arts: 'dokter' } } }, 'providers.0.role.values.arts'],
    [{ clientSecretEnv: 'UMC_SECRET' }, 'umc vraagt om UMC_SECRET'],
    [{ id: 'UMC!' }, 'providers.0.id'],
  ])('of a provider refused: %j names %s', (over, line) => {
    expect(() => readProviders('p.json', {}, withProvider(over))).toThrow(line)
  })

  it('take a provider’s secret from the environment', () => {
    const read = withProvider({ clientSecretEnv: 'UMC_SECRET' })
    expect(readProviders('p.json', { UMC_SECRET: 's3' }, read)[0]).toMatchObject({
      clientSecret: 's3',
      scopes: ['openid'],
      userInfo: false,
    })
    expect(() => readProviders('p.json', {}, files({ providers: [provider, provider] }))).toThrow('twee keer')
  })
})

describe('claims', () => {
  const mapping = readProviders('p.json', {}, withProvider({}))[0] ?? expect.fail()
  it('cannot make an admin', () => {
    const more = { ...mapping, role: { claim: 'functions', values: { baas: 'admin' as const } } }
    expect(membershipsFrom(more, { ura: '00000001', functions: ['baas'] })).toEqual([])
  })
  it('are read at any depth, from one value or a list, once each', () => {
    const deep = { ...mapping, organisation: { claim: 'work.places.ura' } }
    const claims = { work: { places: [{ ura: '00000001' }, { ura: '00000001' }] }, functions: 'arts' }
    expect(membershipsFrom(deep, claims)).toEqual([{ role: 'intensivist', org: 'umc-utrecht' }])
    expect(
      membershipsFrom({ ...mapping, organisation: { ura: '00000001' } }, { functions: 'arts' }),
    ).toHaveLength(1)
  })
})

describe('a session’s state', () => {
  const row = { seen: '2026-11-21T10:00:00.000Z', locked: 0, fresh: null, method: 'passkey' }
  const at = (time: string) => new Date(`2026-11-21T${time}Z`)
  it('locks at thirty minutes to the millisecond; a crew’s and the demo’s never', () => {
    const desk = [{ role: 'rcps' as const, org: 'nazmn' }]
    const crew = [{ role: 'crew' as const, org: 'micu-1' }]
    expect(stateOf(row, desk, at('10:29:59.999')).locked).toBe(false)
    expect(stateOf(row, desk, at('10:30:00.000')).locked).toBe(true)
    expect(stateOf(row, crew, at('21:00:00.000'))).toMatchObject({ locked: false, idleMinutes: null })
    expect(stateOf(row, [...crew, ...desk], at('11:00:00.000')).locked).toBe(true)
    expect(stateOf({ ...row, method: 'demo' }, desk, at('21:00:00.000')).locked).toBe(false)
  })
  it('is fresh for five minutes after a passkey', () => {
    const shown = { ...row, fresh: '2026-11-21T10:00:00.000Z' }
    expect(stateOf(shown, [], at('10:04:59.999')).freshUntil).toBe('2026-11-21T10:05:00.000Z')
    expect(stateOf(shown, [], at('10:05:00.000')).freshUntil).toBeNull()
  })
  it('names a device in two words', () => {
    const chrome = 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'
    expect(agentOf(chrome)).toBe('Chrome · Android')
    expect(agentOf('')).toBe('')
  })
})

describe('the socket', () => {
  it('speaks https with its own certificate', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'brancard-tls-'))
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const subject = ['-subj', '/CN=brancard.example', '-days', '1']
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject],
      { stdio: 'ignore' },
    )
    const tls = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
    rmSync(folder, { recursive: true })
    const server = await startOwnServer('sqlite')
    const running = await listen(server.parts, 0, '127.0.0.1', { tls, proxy: null })
    expect(running.url).toMatch(/^https:/)
    const status = await new Promise((resolve, reject) => {
      const options = { rejectUnauthorized: false, headers: { host: 'brancard.example' } }
      request(`${running.url}/api/session/ways`, options, (answer) => {
        answer.resume()
        resolve([answer.statusCode, answer.headers['strict-transport-security']])
      })
        .once('error', reject)
        .end()
    })
    expect(status).toEqual([200, expect.stringContaining('max-age=')])
    await running.close()
    await server.place.drop()
  })

  it('lets nobody in but its proxy', async () => {
    const { door } = readServe({ ORIGIN: good.ORIGIN, TRUST_PROXY: '127.0.0.2' }, files(''))
    const server = await startOwnServer('sqlite')
    const running = await listen(server.parts, 0, '127.0.0.1', door)
    const said = (localAddress: string) =>
      new Promise<string>((resolve) => {
        let got = ''
        const socket = connect({ port: Number(new URL(running.url).port), host: '127.0.0.1', localAddress })
        socket.on('data', (bytes: Buffer) => {
          got += bytes.toString()
          socket.end()
        })
        socket.on('error', () => resolve(got))
        socket.on('close', () => resolve(got))
        socket.write(
          'GET /api/session/ways HTTP/1.1\r\nhost: brancard.example\r\nx-forwarded-proto: https\r\n\r\n',
        )
      })
    expect(await said('127.0.0.1')).toBe('')
    expect(await said('127.0.0.2')).toContain('HTTP/1.1 200')
    await running.close()
    await server.place.drop()
  })
})

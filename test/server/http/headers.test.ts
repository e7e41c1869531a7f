import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '#server/http/app.ts'
import { startOwnServer } from '#test/support/own-server.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

const SCRIPT = 'console.info("brancard")'
let server: TestServer
let folder: string
beforeAll(async () => {
  server = await startTestServer('sqlite', { beds: [] })
  folder = mkdtempSync(join(tmpdir(), 'brancard-dist-'))
  mkdirSync(join(folder, 'assets'))
  const script = join(folder, 'assets', 'main-Bq3x9_aZ.js')
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>brancard</title>')
  writeFileSync(join(folder, 'service-worker.js'), '// worker')
  writeFileSync(script, SCRIPT)
  writeFileSync(`${script}.br`, brotliCompressSync(SCRIPT))
  writeFileSync(`${script}.gz`, gzipSync(SCRIPT))
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const ask = (path: string, headers: Record<string, string> = {}) =>
  createApp({ ...server.parts, dist: folder }).request(path, { headers })

describe('security headers', () => {
  it.each(['/', '/api/health', '/api/nothing', '/api/snapshot', '/assets/main-Bq3x9_aZ.js', '/none.js'])(
    'are on %s',
    async (path) => {
      const { headers } = await ask(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy.split('; ').sort()).toEqual([
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "manifest-src 'self'",
        "require-trusted-types-for 'script'",
        "script-src 'self'",
        "style-src 'self'",
        'trusted-types default',
        "worker-src 'self'",
      ])
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('permissions-policy')).toContain('microphone=()')
      expect(headers.has('strict-transport-security')).toBe(false)
      expect(headers.has('x-powered-by')).toBe(false)
    },
  )

  it('hold a browser to https for two years, where there is https', async () => {
    const own = await startOwnServer('sqlite')
    for (const path of ['/api/health', '/api/nothing', '/none.js']) {
      const { headers } = await createApp(own.parts).request(path)
      const seconds = /max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '')?.[1]
      expect(Number(seconds) / 31_536_000, path).toBeGreaterThanOrEqual(2)
    }
    await own.close()
  })

  it('are on the stream too', async () => {
    const { url } = await server.listen()
    const { cookie } = await server.as('lcps@nl')
    const stream = await fetch(`${url}/api/events`, { headers: { cookie } })
    expect(stream.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(stream.headers.get('cache-control')).toBe('no-store, no-transform')
    await stream.body?.cancel()
  })

  it('keep every answer of the API out of caches', async () => {
    for (const path of ['/api/health', '/api/snapshot', '/api/nothing', '/api/session/demo'])
      expect((await ask(path)).headers.get('cache-control'), path).toBe('no-store')
  })
})

describe('the client’s files', () => {
  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ])('come as %s allows', async (accepted, encoding) => {
    const answer = await ask('/assets/main-Bq3x9_aZ.js', { 'accept-encoding': accepted })
    expect(answer.headers.get('content-encoding')).toBe(encoding)
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(answer.headers.get('vary')).toContain('accept-encoding')
    if (encoding === null) expect(await answer.text()).toBe(SCRIPT)
  })

  it('are kept for good only where the name says what is in it', async () => {
    const cache = async (path: string) => (await ask(path)).headers.get('cache-control')
    expect(await cache('/assets/main-Bq3x9_aZ.js')).toBe('public, max-age=31536000, immutable')
    expect(await cache('/index.html')).toBe('no-cache')
    expect(await cache('/service-worker.js')).toBe('no-cache')
    expect(await cache('/')).toBe('no-cache')
  })

  it('are given under its own name and over https only', async () => {
    const own = await startOwnServer('sqlite')
    const app = createApp({ ...own.parts, dist: folder })
    const at = (host: string, sent = 'https') =>
      app.request('https://brancard.example/', { headers: { host, 'x-forwarded-proto': sent } })
    expect((await at('brancard.example')).status).toBe(200)
    for (const answer of [await at('evil.example'), await at('brancard.example', 'http')]) {
      expect(answer.status).toBe(403)
      expect(await answer.text()).not.toContain('<title>')
    }
    await own.close()
  })

  it('are not sent again while they are the same, and keep their headers', async () => {
    const first = await ask('/service-worker.js')
    const mark = first.headers.get('etag') ?? ''
    expect(mark).toMatch(/^(W\/)?"\w+"$/)
    const again = await ask('/service-worker.js', { 'if-none-match': mark })
    expect(again.status).toBe(304)
    expect(again.headers.get('cache-control')).toBe('no-cache')
    expect(again.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('give the page for every screen’s address, and nothing for a file that is not there', async () => {
    expect(await (await ask('/aanvragen/nieuw')).text()).toContain('<title>brancard')
    expect((await ask('/assets/old-11111111.js')).status).toBe(404)
    expect((await ask('/%2e%2e/package.json')).status).toBe(404)
    expect((await ask('/../package.json')).status).toBe(404)
  })
})

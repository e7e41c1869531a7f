import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Snapshot } from '#shared/wire/reads.ts'
import { readConfig } from '#server/config.ts'
import { DEFAULT_PUSH } from '#server/push/push-config.ts'

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readConfig({}, ['--demo'])).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataDir: './data',
      databaseUrl: null,
      push: DEFAULT_PUSH,
      serve: null,
    })
    expect(readConfig({ PORT: '', HOST: '', DATABASE_URL: '' }, ['--demo']).port).toBe(8080)
  })

  it('reads the environment', () => {
    const env = { PORT: '0', HOST: '0.0.0.0', DATA_DIR: '/srv', DATABASE_URL: 'postgres://db/brancard' }
    expect(readConfig(env, ['--demo'])).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      dataDir: '/srv',
      databaseUrl: 'postgres://db/brancard',
    })
  })

  it.each([
    [{ PORT: 'many' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL'],
    [{ VAPID_SUBJECT: 'niemand' }, 'VAPID_SUBJECT'],
    [{ PUSH_HOSTS: 'a b' }, 'PUSH_HOSTS'],
    [{ VAPID_PUBLIC_KEY: 'B'.repeat(87) }, 'VAPID_PRIVATE_KEY'],
  ])('refuses %j by name', (env, name) => {
    expect(() => readConfig(env, ['--demo'])).toThrow(name)
  })

  it('asks for more in earnest, and knows one option', () => {
    expect(() => readConfig({}, [])).toThrow('zonder --demo ontbreekt: ORIGIN')
    expect(() => readConfig({}, ['--demo', '--fast'])).toThrow('--fast')
  })
})

describe('the process', () => {
  let dataDir: string
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'brancard-main-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true }))

  /** Starts the server; `whenUp` gets its address, after that it is asked to stop. */
  const run = (
    args: string[],
    env: Record<string, string>,
    whenUp: (url: string) => Promise<void> = async () => undefined,
  ) =>
    new Promise<{ code: number | null; out: string; err: string }>((resolve, reject) => {
      const child = spawn(process.execPath, ['server/main.ts', ...args], {
        env: { ...process.env, DATA_DIR: dataDir, PORT: '0', ...env },
      })
      let out = ''
      let err = ''
      child.stderr.on('data', (bytes: Buffer) => {
        err += bytes.toString()
      })
      child.stdout.on('data', (bytes: Buffer) => {
        out += bytes.toString()
        const url = /https?:\S+/.exec(out)?.[0]
        if (url !== undefined)
          whenUp(url)
            .catch(reject)
            .finally(() => child.kill('SIGTERM'))
      })
      child.once('exit', (code) => resolve({ code, out, err }))
    })

  it('says one line, serves its morning, and ends well on SIGTERM with a stream open', async () => {
    const ended = await run(['--demo'], {}, async (url) => {
      const signedIn = await fetch(`${url}/api/session/demo`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ person: 'rcps@nazmn' }),
      })
      const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
      const snapshot: Snapshot = await (await fetch(`${url}/api/snapshot`, { headers: { cookie } })).json()
      expect(snapshot.transfers.length).toBeGreaterThan(4)
      await fetch(`${url}/api/events?since=${snapshot.cursor}`, { headers: { cookie } })
    })
    expect(ended).toMatchObject({ code: 0, err: '' })
    expect(ended.out).toMatch(/^brancard draait op http:\/\/127\.0\.0\.1:\d+ \(demo, fictieve cijfers\)\n$/)
  })

  it.each([
    ['in earnest without its settings', [], {}],
    ['in earnest without https', [], { ORIGIN: 'http://brancard.example', TRUST_PROXY: '127.0.0.1' }],
    ['on a database that is not there', ['--demo'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }],
    ['on a folder that cannot be made', ['--demo'], { DATA_DIR: '/dev/null/brancard' }],
    ['on a host that is not here', ['--demo'], { HOST: '192.0.2.1' }],
  ])('does not start %s: one line and exit code 1', async (_, args, env) => {
    const { code, out, err } = await run(args, env)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/^brancard start niet: [^\n]+\n$/)
  })

  it('starts in earnest behind a named proxy: a link for the first administrator, once there is nobody', async () => {
    const env = { ORIGIN: 'https://brancard.example', TRUST_PROXY: '127.0.0.1' }
    const { code, out, err } = await run([], env)
    expect(code).toBe(0)
    // Beside the log's lines nothing, and the link is not among them.
    for (const line of err.split('\n').filter(Boolean)) expect(JSON.parse(line)).toHaveProperty('level')
    expect(err).not.toContain('uitnodiging')
    expect(out).toMatch(
      /^brancard draait op https:\/\/brancard\.example\neerste beheerder: https:\/\/brancard\.example\/uitnodiging#[\w-]{43} \(eenmalig, 24 uur geldig\)\n$/,
    )
    const demo = await run(['--demo'], {})
    expect(demo).toMatchObject({ code: 1, out: '' })
    expect(demo.err).toContain('deze database is in echt gebruik')
  })

  it('does not open the database of a demo in earnest', async () => {
    await run(['--demo'], {})
    const { code, err } = await run([], { ORIGIN: 'https://brancard.example', TRUST_PROXY: '127.0.0.1' })
    expect(code).toBe(1)
    expect(err).toMatch(/^brancard start niet: deze database is van de demo[^\n]+\n$/)
  })

  it('does not start on a port that is taken', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? String(address.port) : ''
    const { code, err } = await run(['--demo'], { PORT: port })
    taken.close()
    expect(code).toBe(1)
    expect(err).toContain(`poort ${port}`)
  })
})

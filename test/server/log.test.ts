import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { showCode } from '#shared/transfers/transfer.ts'
import type { CommandName, Payload, Receipt } from '#shared/wire/command.ts'
import { toldOf } from '#server/log.ts'
import { aRequest, ids, people, places } from '#test/support/builders.ts'

/** What stands in the request and nowhere else on this machine. */
const NOTE = 'zwaluwstaart-notitie'
const ROLE = 'dienstdoend zwaluwarts'
const PHONE = '088 7654 321'
const REASON = 'zwaluwreden'

let folder = ''
let url = ''
let said = ''
let stop: () => Promise<void> = async () => undefined

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'brancard-log-'))
  const child = spawn(process.execPath, ['server/main.ts', '--demo'], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'trace' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const hear = (bytes: Buffer) => {
    said += String(bytes)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  stop = () =>
    new Promise((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
    })
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', () => reject(new Error(`the server did not start:\n${said}`)))
  })
  url = /http:\S+/.exec(line)?.[0] ?? ''
}, 60_000)
afterAll(async () => {
  await stop()
  rmSync(folder, { recursive: true, force: true })
})

async function signIn(person: string): Promise<string> {
  const answer = await fetch(`${url}/api/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}
const post = (cookie: string, body: string) =>
  fetch(`${url}/api/commands`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body,
  })
const act = <N extends CommandName>(cookie: string, name: N, payload: Payload<N>) =>
  post(cookie, JSON.stringify({ id: randomUUID(), name, at: new Date().toISOString(), payload }))

describe('the log of a whole story', () => {
  const secrets = new Map<string, string>()
  let requests = 0

  it('plays: filed, handed over, offered, confirmed, read, refused, malformed, lost', async () => {
    const cookies: Record<string, string> = {}
    for (const { id } of [people.intensivist, people.rcps, people.lcps, people.receiver]) {
      cookies[id] = await signIn(id)
      secrets.set(`cookie of ${id}`, cookies[id]?.split('=')[1] ?? '')
      requests += 1
    }
    const of = ({ id }: { id: string }) => cookies[id] ?? ''
    const { transfer, reservation } = ids
    const request = aRequest({
      readyFrom: new Date().toISOString(),
      note: NOTE,
      callback: { role: ROLE, phone: PHONE },
      fio2: 47,
    })
    const filed = await act(of(people.intensivist), 'transfer.submit', { transfer, request })
    const { code = '' } = (await filed.json()) as Receipt
    secrets.set('code', code).set('code as written', showCode(code))
    const offer = { transfer, reservation, hospital: places.to, reason: REASON }
    const acceptedBy = { role: ROLE, phone: PHONE }
    const answers = [
      filed,
      await act(of(people.rcps), 'transfer.hand-over', { transfer, note: NOTE }),
      await act(of(people.lcps), 'transfer.offer', offer),
      await act(of(people.receiver), 'reservation.confirm', { reservation, needs: [], acceptedBy }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    await act(of(people.receiver), 'transfer.withdraw', { transfer, reason: 'other', note: NOTE })
    await post(of(people.rcps), `{"name": "${NOTE}`)
    await post(of(people.rcps), JSON.stringify({ id: 'x', name: NOTE, payload: { code, note: NOTE } }))
    for (const path of [
      `/api/transfers/${transfer}?code=${code}&note=${NOTE}`,
      `/api/transfers/${transfer}/match`,
      `/api/transfers/${code}`,
      `/api/nothing/${code}?${NOTE}`,
      '/api/snapshot',
      `/aanvragen/${transfer}?${NOTE}`,
    ])
      await fetch(url + path, { headers: { cookie: of(people.rcps), 'x-note': NOTE } })
    await fetch(`${url}/api/transfers/${transfer}/position`, {
      method: 'POST',
      headers: { cookie: of(people.rcps), 'content-type': 'application/json' },
      body: JSON.stringify({ lat: 51.98765432, lon: 5.12345678 }),
    })
    const stream = new AbortController()
    await fetch(`${url}/api/events?since=${code}`, {
      headers: { cookie: of(people.rcps) },
      signal: stream.signal,
    })
    stream.abort()
    requests += 4 + 3 + 6 + 1 + 1
    secrets.set('note', NOTE).set('role', ROLE).set('phone', PHONE).set('reason', REASON)
    secrets.set('latitude', '51.98').set('longitude', '5.123')
    secrets.set('clinical value', '47').set('clinical word', 'fio2').set('support', 'invasive')
  })

  it('tells each request by its number, route, status and time', async () => {
    const routes = () => lines().flatMap(({ msg, route }) => (msg === 'request' ? [route] : []))
    await expect.poll(() => routes().length, { timeout: 10_000 }).toBeGreaterThanOrEqual(requests)
    for (const line of lines().filter(({ msg }) => msg === 'request')) {
      expect(Object.keys(line).sort()).toEqual([
        'level',
        'method',
        'ms',
        'msg',
        'request',
        'route',
        'status',
        'time',
      ])
      expect(line.request).toMatch(/^[0-9a-f-]{36}$/)
    }
    expect(routes()).toContain('/api/transfers/:id')
    expect(routes()).toContain('/api/events')
  })

  it('holds no code, no clinical value, no cookie, no phone line, no word that was typed', () => {
    // Numbers and times may hold any two digits.
    const text = said.replace(/"(request|time)":"[^"]*"|"ms":\d+|http:\S+/g, '')
    expect(text.length).toBeGreaterThan(1000)
    for (const [what, secret] of secrets) {
      expect(secret.length, what).toBeGreaterThan(1)
      expect(text.includes(secret), `${what} in the log`).toBe(false)
    }
  })

  const lines = (): Record<string, unknown>[] =>
    said
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
})

describe('what the log tells of an error', () => {
  it('its kind, code and place, and nothing that it quotes', () => {
    const clash = Object.assign(new Error('duplicate key value violates unique constraint "one_code"'), {
      code: '23505',
      detail: 'Key (code)=(K7Q3TB) already exists.',
    })
    const parsing = (() => {
      try {
        return JSON.parse('{"fio2": K7Q3TB')
      } catch (error) {
        return error
      }
    })()
    const lost = new Error(
      'connect postgres://user:secret@db/brancard failed for K7Q3TB'.replace('K7Q3TB', '"K7Q3TB"'),
    )
    for (const error of [clash, parsing, lost]) {
      const told = JSON.stringify(toldOf(error))
      expect(told).not.toMatch(/K7Q3TB|secret|fio2|one_code/)
      expect(told).toContain('log.test.ts')
    }
    expect(toldOf(clash)).toMatchObject({ type: 'Error', code: '23505' })
    expect(toldOf('K7Q3TB')).toEqual({ type: 'string' })
  })
})

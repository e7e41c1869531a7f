// What somebody sends who looks for a hole: names that every object has, bytes that a database refuses, and lengths
// nobody types, in every address, question and text. The answer is a refusal of ours, never a fault.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROUTES } from '#server/http/openapi.ts'
import { aRequest, ids, people, places } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { firstAdmin, type OwnServer, type Seat, startOwnServer } from '#test/support/own-server.ts'
import { json, startTestServer, type TestServer } from '#test/support/server.ts'

const ODD = [
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', '%00', 'a%00b', '%ff', '%E2%80%AE'],
  ...[
    "'%20or%201=1--",
    '%25',
    '..%2f..%2fetc%2fpasswd',
    '%0d%0aset-cookie:x=1',
    'x'.repeat(3000),
    '-1',
    'NaN',
  ],
]
const QUESTIONS = ['as', 'since', 'day', 'scope', 'period', 'place', 'words', 'after', 'bed', 'run', 'state']
const IN_QUESTIONS = ['constructor', '%00', '%ff']
const isRead = (route: string): boolean => route.startsWith('get ') && route !== 'get /api/events'
const pathOf = (route: string, id: string): string => (route.split(' ')[1] ?? '').replace('{id}', id)

/** As deep as a body of 32 kB can be. */
const deep = (depth: number): unknown[] => {
  let inside: unknown[] = []
  for (let at = 0; at < depth; at++) inside = [inside]
  return inside
}

/** Every path and question of the reads, with each odd value. */
function* asked(): Generator<string> {
  for (const route of Object.keys(ROUTES).filter(isRead)) {
    if (route.includes('{id}')) for (const odd of ODD) yield pathOf(route, odd)
    const base = pathOf(route, ids.transfer)
    for (const question of QUESTIONS) for (const odd of IN_QUESTIONS) yield `${base}?${question}=${odd}`
  }
}

describe.each(DIALECTS)('odd input on %s', (dialect) => {
  let demo: TestServer
  let own: OwnServer
  let admin: Seat
  beforeAll(async () => {
    demo = await startTestServer(dialect)
    own = await startOwnServer(dialect)
    admin = await firstAdmin(own)
  }, 60_000)
  afterAll(async () => {
    await demo.close()
    await own.close()
  })

  it('in an address or a question never is a fault', async () => {
    const faults: string[] = []
    for (const who of [people.lcps]) {
      const caller = await demo.as(who.id)
      let count = 0
      for (const path of asked()) {
        demo.clock.now = new Date(Date.parse(demo.clock.now) + 1000).toISOString()
        count += 1
        const { status } = await caller.get(path)
        if (status >= 500) faults.push(`${who.id} ${status} ${path.slice(0, 120)}`)
      }
      expect(count).toBeGreaterThan(300)
    }
    expect(faults).toEqual([])
  }, 120_000)

  it('in an administrator’s address, question or form never is a fault', async () => {
    const faults: string[] = []
    const ask = async (method: string, path: string, body?: unknown) => {
      own.clock.now = new Date(Date.parse(own.clock.now) + 10).toISOString()
      const { status } = await admin.browser.ask(method, path, body)
      if (status >= 500) faults.push(`${method} ${status} ${path.slice(0, 120)} ${JSON.stringify(body)}`)
    }
    for (const path of asked()) if (/^\/api\/(admin|account|session)/.test(path)) await ask('GET', path)
    for (const text of ['a\u0000b', '\ud800', 'constructor', '\u202e', '=1+1']) {
      await ask('POST', '/api/admin/people', {
        label: `Desk ${text}`,
        memberships: [{ role: 'rcps', org: text }],
      })
      await ask('POST', '/api/admin/people', {
        label: `Desk ${text}`,
        memberships: [{ role: 'rcps', org: places.region }],
      })
      await ask('POST', `/api/admin/organisations/${places.region}/phone`, { role: 'rcps', phone: text })
      await ask('POST', '/api/admin/holds', { code: text, reason: text })
      await ask('DELETE', `/api/admin/holds/${encodeURIComponent(text.replace('\ud800', 'x'))}`)
      await ask('POST', '/api/session/invite', { token: text, answer: {} })
    }
    expect(faults).toEqual([])
  }, 120_000)

  it('in a text that a person types is refused, or kept as it is', async () => {
    const caller = await demo.as(people.intensivist.id)
    const faults: string[] = []
    const send = async (name: string, payload: object) => {
      const body = { id: randomUUID(), name, at: demo.clock.now, payload }
      const answer = await demo.app.request('/api/commands', json(body, caller.cookie))
      if (answer.status >= 500)
        faults.push(`${name} ${answer.status} ${JSON.stringify(payload).slice(0, 160)}`)
      return answer.status
    }
    const request = aRequest({ readyFrom: demo.clock.now })
    for (const [at, text] of ['a\u0000b', '\ud800', '\u202egnirts', 'x\u200bx'].entries()) {
      const transfer = `00000000-0000-4000-8000-00000000${String(9000 + at)}`
      await send('transfer.submit', { transfer, request: { ...request, note: text } })
      await send('transfer.submit', {
        transfer: randomUUID(),
        request: { ...request, callback: { role: text, phone: '030-1234567' } },
      })
      await send('transfer.submit', { transfer, request })
      await send('transfer.hold', { transfer, reason: text, note: text })
      await send('transfer.withdraw', { transfer, reason: 'filed-in-error', note: text })
    }
    expect([400, 422]).toContain(await send('transfer.submit', { nested: deep(4000) }))
    await send('constructor', {})
    await send('__proto__', {})
    expect(faults).toEqual([])
  })
})

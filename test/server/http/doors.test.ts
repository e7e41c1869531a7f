import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '#shared/wire/reads.ts'
import { REFUSAL_CODES } from '#shared/wire/refusal.ts'
import { STATUS } from '#server/http/problem.ts'
import { anId, aRequest, ids, people, places, T0 } from '#test/support/builders.ts'
import { json, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let url: string
let cookie: string
beforeAll(async () => {
  server = await startTestServer('sqlite')
  url = (await server.listen()).url
  cookie = (await server.as(people.intensivist.id)).cookie
})
afterAll(() => server.close())

const submit = (over: object = {}) => ({
  id: anId(50),
  name: 'transfer.submit',
  at: T0,
  payload: { transfer: ids.transfer, request: aRequest() },
  ...over,
})
const post = (body: string, headers: Record<string, string> = {}) =>
  server.app.request('/api/commands', {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, ...headers },
    body,
  })
const refusal = async (answer: Response): Promise<Problem> => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const problem: Problem = await answer.json()
  expect(problem.status).toBe(answer.status)
  expect(problem.type).toBe(`urn:brancard:${problem.code}`)
  expect(problem.request).toBe(answer.headers.get('x-request-id'))
  return problem
}

describe('problems', () => {
  it('has a status for every refusal, 4xx unless the server is at fault', () => {
    expect(Object.keys(STATUS).sort()).toEqual([...REFUSAL_CODES].sort())
    for (const [code, status] of Object.entries(STATUS))
      expect(status, code).toBe(code === 'fault' ? 500 : code === 'unavailable' ? 503 : status)
    const client = Object.entries(STATUS).filter(([code]) => code !== 'fault' && code !== 'unavailable')
    for (const [code, status] of client) expect(String(status), code).toMatch(/^4\d\d$/)
  })

  it.each([
    ['/api/nothing', 404],
    ['/api/commands', 404],
    ['/nowhere.js', 404],
  ])('knows no %s', async (path, status) => {
    const answer = await server.app.request(path, { headers: { cookie } })
    expect(answer.status).toBe(status)
    expect((await refusal(answer)).code).toBe('not-found')
  })

  it('asks who you are first, for every route but health and signing in', async () => {
    for (const path of ['/api/snapshot', '/api/events', '/api/session', `/api/transfers/${ids.transfer}`])
      expect((await server.app.request(path)).status, path).toBe(401)
    const answer = await server.app.request('/api/commands', json(submit()))
    expect((await refusal(answer)).code).toBe('session.required')
    expect(
      (await server.app.request('/api/snapshot', { headers: { cookie: 'brancard=guess' } })).status,
    ).toBe(401)
  })
})

describe('bodies', () => {
  it.each([
    ['not JSON', '{"id":', 'command.malformed'],
    ['empty', '', 'command.malformed'],
    ['a list', '[]', 'command.invalid'],
    ['null', 'null', 'command.invalid'],
  ])('refuses one that is %s', async (_, body, code) => {
    const answer = await post(body)
    expect((await refusal(answer)).code).toBe(code)
  })

  it('refuses bytes that are not UTF-8', async () => {
    const answer = await server.app.request('/api/commands', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: new Uint8Array([0x22, 0xff, 0x22]),
    })
    expect((await refusal(answer)).code).toBe('command.malformed')
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
    'refuses a body of type %j',
    async (type) => {
      const answer = await post(JSON.stringify(submit()), { 'content-type': type })
      expect(answer.status).toBe(415)
      expect((await refusal(answer)).code).toBe('command.media-type')
    },
  )

  it('takes JSON with a character set', async () => {
    const answer = await post('{}', { 'content-type': 'application/json; charset=utf-8' })
    expect((await refusal(answer)).code).toBe('command.invalid')
  })

  it('refuses over 32 kB by its length, without reading', async () => {
    const answer = await fetch(`${url}/api/commands`, json({ long: 'x'.repeat(33_000) }, cookie))
    expect(answer.status).toBe(413)
  })

  it('stops reading a body without a length past 32 kB', async () => {
    const sent = await drip(url, cookie, 4_000_000)
    expect(sent.status).toContain('413')
    expect(sent.bytes).toBeLessThan(1_000_000)
  })
})

describe('shapes', () => {
  it.each([
    ['an unknown command', submit({ name: 'transfer.vanish' }), 'command.unknown', undefined],
    ['a name of the prototype', submit({ name: 'constructor' }), 'command.unknown', undefined],
    ['an extra field', submit({ extra: 1 }), 'command.invalid', [{ field: 'extra', fault: 'unknown' }]],
    ['an id that is none', submit({ id: '7' }), 'command.invalid', [{ field: 'id', fault: 'format' }]],
    ['no time', submit({ at: undefined }), 'command.invalid', [{ field: 'at', fault: 'required' }]],
    [
      'a field nobody knows',
      submit({ payload: { transfer: ids.transfer, request: { ...aRequest(), bsn: '1' } } }),
      'command.invalid',
      [{ field: 'bsn', fault: 'unknown' }],
    ],
    [
      'numbers out of range, of another type and missing',
      submit({
        payload: { transfer: ids.transfer, request: { ...aRequest(), age: 12, spo2: '94', sex: undefined } },
      }),
      'command.invalid',
      [
        { field: 'age', fault: 'range', min: 16 },
        { field: 'sex', fault: 'required' },
        { field: 'spo2', fault: 'type' },
      ],
    ],
    [
      'a word that is not in the list',
      submit({
        payload: { transfer: ids.transfer, request: { ...aRequest(), bed: 'sofa', directedTo: 'nowhere' } },
      }),
      'command.invalid',
      [
        { field: 'bed', fault: 'enum' },
        { field: 'directedTo', fault: 'enum' },
      ],
    ],
    [
      'a text that is too long',
      submit({ payload: { transfer: ids.transfer, request: aRequest({ note: 'x'.repeat(281) }) } }),
      'command.invalid',
      [{ field: 'note', fault: 'length', max: 280 }],
    ],
    [
      'a conditional field that does not apply',
      submit({ payload: { transfer: ids.transfer, request: aRequest({ flow: 5 }) } }),
      'command.invalid',
      [{ field: 'flow', fault: 'not-applicable' }],
    ],
    [
      'an e-mail address in free text',
      submit({ payload: { transfer: ids.transfer, request: aRequest({ note: 'mail a.b@umc.nl' }) } }),
      'text.identity',
      [{ field: 'note', fault: 'format' }],
    ],
  ])('refuses %s, naming the fields', async (_, body, code, fields) => {
    const answer = await post(JSON.stringify(body))
    expect(answer.status).toBe(422)
    const problem = await refusal(answer)
    expect(problem.code).toBe(code)
    if (fields !== undefined) expect(problem.fields).toEqual(fields)
  })

  it('answers a good one with a receipt, and the same again for another order of keys', async () => {
    const own = { ...submit(), id: anId(90) }
    const { id, name, at, payload } = own
    const first = await post(JSON.stringify({ id, name, at, payload }))
    expect(first.status).toBe(200)
    const receipt = await first.json()
    expect(receipt).toMatchObject({ id, subject: ids.transfer, at: T0 })
    const second = await post(JSON.stringify({ payload, at, name, id }))
    expect(await second.json()).toEqual(receipt)
    const other = await post(JSON.stringify({ ...own, at: '2026-11-21T10:00:01.000Z' }))
    expect(other.status).toBe(422)
    expect((await refusal(other)).code).toBe('command.mismatch')
  })
})

describe('writes from elsewhere', () => {
  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://elsewhere.example' }],
    [{ origin: 'null' }],
  ])('are refused: %j', async (headers) => {
    for (const path of ['/api/commands', '/api/session/demo', '/api/session']) {
      const answer = await server.app.request(path, {
        method: path === '/api/session' ? 'DELETE' : 'POST',
        headers: { 'content-type': 'application/json', cookie, ...headers },
        ...(path === '/api/session' ? {} : { body: JSON.stringify(submit({ id: anId(70) })) }),
      })
      expect(answer.status).toBe(403)
      expect((await refusal(answer)).code).toBe('origin.refused')
    }
  })

  it.each([
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost' }],
    [{ origin: 'http://localhost', host: 'localhost' }],
    [{}],
  ])('are told from our own: %j', async (headers) => {
    const answer = await post('{}', headers)
    expect((await refusal(answer)).code).toBe('command.invalid')
  })
})

describe('a transfer of others', () => {
  it('looks like one that does not exist, for every read and every command', async () => {
    await post(JSON.stringify(submit()))
    const stranger = await server.as(`intensivist@${places.elsewhere}`)
    const body = async (answer: Response) => {
      const { request: _, ...rest } = await refusal(answer)
      return { status: answer.status, rest, headers: [...answer.headers.keys()].sort() }
    }
    for (const tail of ['', '/match', '/transport']) {
      const theirs = await body(await stranger.get(`/api/transfers/${ids.transfer}${tail}`))
      const nobodys = await body(await stranger.get(`/api/transfers/${anId(77)}${tail}`))
      expect(theirs).toEqual(nobodys)
      expect(theirs.status).toBe(404)
    }
    const claim = (transfer: string) => stranger.post('transfer.hold', { transfer })
    expect(await body(await claim(ids.transfer))).toEqual(await body(await claim(anId(77))))
  })
})

/** Sends a chunked body bit by bit until the server answers or closes. */
function drip(to: string, session: string, most: number): Promise<{ status: string; bytes: number }> {
  const { hostname, port } = new URL(to)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    let bytes = 0
    let status = ''
    const chunk = 'x'.repeat(16_000)
    const more = () => {
      if (status !== '' || bytes >= most) return
      bytes += chunk.length
      socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`, () => setTimeout(more, 20))
    }
    socket.once('error', reject)
    socket.once('data', (data) => {
      status = data.toString().split('\r\n')[0] ?? ''
      socket.destroy()
      resolve({ status, bytes })
    })
    socket.once('connect', () => {
      socket.write(
        `POST /api/commands HTTP/1.1\r\nhost: ${hostname}\r\ncookie: ${session}\r\n` +
          'content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
      )
      more()
    })
  })
}

import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Beds } from '#shared/beds/beds.ts'
import { createApp } from '#server/http/app.ts'
import { FEED_RATE, LIMITS } from '#server/http/rate-limit.ts'
import { people, places, plus } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { bedsNow, csv, makeFeed, reportOf, send } from '#test/support/feeds.ts'
import { roomEverywhere } from '#test/support/story.ts'
import { json, signIn, startTestServer, type TestServer } from '#test/support/server.ts'

const id = `${places.to}:ic`
const line = (minute: number, occupied: number, hospital: string = places.to) =>
  `${hospital};ic;${plus(minute)};12;${occupied};2;1;0`

describe.each(DIALECTS)('a feed of bed figures on %s', (dialect) => {
  let server: TestServer
  let token: string
  beforeEach(async () => {
    const beds = roomEverywhere().map((row): Beds => ({ ...row, source: 'example' }))
    server = await startTestServer(dialect, { beds })
    token = await makeFeed(server)
  })
  afterEach(() => server.close())
  const post = (body: BodyInit, more = {}) => send(server, body, { token, ...more })
  const observations = async () =>
    (await server.parts.hinge.store.query.selectFrom('bed_observations').selectAll().execute()).length

  it('the example of docs/feeds.md is taken in, both as CSV and as JSON', async () => {
    const [, asCsv = ''] = /```csv\n([^`]+)```/.exec(readFileSync('docs/feeds.md', 'utf8')) ?? []
    const [, asJson = ''] = /```json\n([^`]+)```/.exec(readFileSync('docs/feeds.md', 'utf8')) ?? []
    const first = await reportOf(post(asCsv))
    expect(first).toMatchObject({ kept: true, rows: 3, faulty: 0, current: 3, file: null })
    expect(await bedsNow(server, 'isala-zwolle:ic')).toMatchObject({
      occupied: 31,
      source: 'lpz',
      feed: 'lpz',
      intakeStop: { reason: 'staff', until: '2026-11-21T17:00:00.000Z' },
    })
    // The same moment, told with less: another observation than before.
    const again = await reportOf(post(asJson, { type: 'application/json' }))
    expect(again).toMatchObject({ rows: 1, faulty: 1, faults: [{ line: 1, code: 'differs' }] })
  })

  it('a file that drips in keeps nobody else waiting, and its sender from a second', async () => {
    const dripping = new TransformStream<Uint8Array, Uint8Array>()
    const writer = dripping.writable.getWriter()
    const cookie = await signIn(server.app, people.receiver.id)
    const path = '/api/beds/file?run=keep'
    const sent = (body: BodyInit | ReadableStream, more = {}) =>
      server.app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'text/csv', cookie },
        body,
        ...more,
      })
    const slow = sent(dripping.readable, { duplex: 'half' })
    await writer.write(new TextEncoder().encode(csv(line(-3, 7)).slice(0, 20)))
    expect(await reportOf(post(csv(line(-9, 5))))).toMatchObject({ current: 1 })
    expect((await sent(csv(line(-3, 7)))).status).toBe(429)
    await writer.write(new TextEncoder().encode(csv(line(-3, 7)).slice(20)))
    await writer.close()
    expect((await slow).status).toBe(200)
    expect((await sent(csv(line(-2, 8)))).status).toBe(200)
  })

  it('sent again it changes nothing; older never replaces newer, in whatever order it comes', async () => {
    const lines = [line(-9, 5), line(-3, 7), line(-6, 6)]
    expect(await reportOf(post(csv(...lines)))).toMatchObject({ current: 1, older: 2, same: 0, faulty: 0 })
    const { rev } = await bedsNow(server, id)
    expect(await reportOf(post(csv(...lines)))).toMatchObject({ current: 0, older: 0, same: 3 })
    expect(await reportOf(post(csv(line(-4, 9))))).toMatchObject({ current: 0, older: 1 })
    expect(await reportOf(post(csv(line(-3, 8))))).toMatchObject({ faulty: 1, faults: [{ code: 'differs' }] })
    expect(await bedsNow(server, id)).toMatchObject({ rev, occupied: 7, observedAt: plus(-3) })
    expect(await observations()).toBe(4)
  })

  it('good lines are kept, bad ones told with line, field, code and what stood there; a try writes nothing', async () => {
    const body = csv(
      line(-3, 7),
      `nergens;ic;${plus(-3)};12;7;2;1;0`,
      `${places.near};ic;${plus(-3)};12;-7;2;1;0`,
      `${places.near};ic;${plus(-3)};12;7,5;2;1;0`,
      `${places.near};ic;${plus(-3)};9999;7;2;1;0`,
      `${places.near};ic;gisteren;12;7;2;1;0`,
      `${places.near};ic;${plus(30)};12;7;2;1;0`,
      `${places.near};ic;${plus(-3)};12;7;8;13;0`,
      `${places.near};ic;${plus(-3)};12`,
      `${places.near};ic;;12;7;2;1;0`,
      `${places.sibling};ward;${plus(-2)};200;150;;;`,
    )
    const tried = await reportOf(post(body, { path: '/api/feeds/capacity?run=try' }))
    expect(await observations()).toBe(0)
    const kept = await reportOf(post(body))
    expect({ ...tried, kept: true }).toEqual(kept)
    expect(kept).toMatchObject({ rows: 11, current: 2, faulty: 9 })
    expect(kept.faults.map(({ line: at, field, code }) => `${at} ${field} ${code}`)).toEqual([
      '3 hospital unknown',
      '4 occupied negative',
      '5 occupied whole',
      '6 operational too-many',
      '7 observedAt format',
      '8 observedAt future',
      '9 crisis range',
      '9 boss range',
      '10 null columns',
      '11 observedAt required',
    ])
    expect(kept.faults[2]?.value).toBe('7,5')
    // What it leaves out stays.
    expect(await bedsNow(server, `${places.sibling}:ward`)).toMatchObject({
      occupied: 150,
      boss: 1,
      crisis: 4,
    })
  })

  it('reads what spreadsheets write: commas, tabs, marks, UTF-16, Windows’ letters, Amsterdam’s clock', async () => {
    const text = (occupied: number, at: string) => csv(`${places.to};ic;${at};12;${occupied};2;1;0`)
    const bodies: [string, BodyInit][] = [
      ['utf-8', `\uFEFF${text(3, '21-11-2026 10:31').replaceAll(';', ',')}`],
      ['utf-8', text(4, '2026-11-21 10:32').replaceAll(';', '\t')],
      ['utf-16le', new Uint8Array(Buffer.from(`\uFEFF${text(5, '2026-11-21T10:33')}`, 'utf16le'))],
      [
        'windows-1252',
        new Uint8Array(Buffer.from(`${text(6, '21-11-2026 10:34')}\nCaf\xe9;ic;x;1;1;0;0;0`, 'latin1')),
      ],
    ]
    for (const [at, [encoding, body]] of bodies.entries()) {
      expect(await reportOf(post(body))).toMatchObject({ encoding, current: 1, file: null })
      expect(await bedsNow(server, id)).toMatchObject({ occupied: 3 + at, observedAt: plus(-29 + at) })
    }
  })

  it.each([
    ['nothing', '', 'empty'],
    ['the wrong columns', 'ziekenhuis;bed\nx;ic', 'columns'],
    ['a first line alone', csv(), 'empty'],
    ['a quote that never closes', `${csv()}\n"${places.to};ic`, 'quotes'],
    ['UTF-16 without its mark', Buffer.from(csv(), 'utf16le').toString('latin1'), 'encoding'],
  ])('of %s nothing is taken, and it says why', async (_, body, file) => {
    expect(await reportOf(post(body))).toMatchObject({ kept: false, file, rows: 0 })
  })

  it('contradicts the desk: shown beside, not taken over, until the desk answers', async () => {
    const report = { operational: 12, occupied: 6, crisis: 2, boss: 1, addable24h: 0, intakeStop: null }
    await server.perform(people.receiver, 'beds.report', { hospital: places.to, bed: 'ic', ...report })
    server.clock.now = plus(10)
    const asked = await reportOf(post(csv(line(9, 12))))
    expect(asked).toMatchObject({ current: 0, beside: 1, changes: [{ became: 'beside', large: true }] })
    expect(await bedsNow(server, id)).toMatchObject({ occupied: 6, source: 'desk', beside: { occupied: 12 } })
    await server.perform(people.receiver, 'beds.report', {
      hospital: places.to,
      bed: 'ic',
      ...report,
      occupied: 11,
    })
    expect(await bedsNow(server, id)).toMatchObject({ occupied: 11, source: 'desk', beside: null })
  })

  it('only with its token, for its own hospitals, while it lasts, so often a minute', async () => {
    expect((await send(server, csv(line(-3, 7)), {})).status).toBe(401)
    expect((await send(server, csv(line(-3, 7)), { token: `${token}x` })).status).toBe(401)
    expect((await post(csv(line(-3, 7)), { type: 'text/plain' })).status).toBe(415)
    const own = await makeFeed(server, 'eigen', places.near)
    expect(await reportOf(send(server, csv(line(-3, 7)), { token: own }))).toMatchObject({
      faulty: 1,
      faults: [{ code: 'not-yours' }],
    })
    const limited = { app: createApp({ ...server.parts, limits: LIMITS }) }
    const codes: number[] = []
    for (let n = 0; n < FEED_RATE.limit + 1; n += 1)
      codes.push((await send(limited, csv(), { token })).status)
    expect(codes.indexOf(429)).toBe(FEED_RATE.limit)
    const admin = await signIn(server.app, 'admin@brancard')
    const list = (await (
      await server.app.request('/api/admin/feeds', { headers: { cookie: admin } })
    ).json()) as {
      feeds: { id: string; name: string; lastAt: string | null }[]
    }
    expect(list.feeds.map(({ name, lastAt }) => [name, lastAt !== null])).toEqual([
      ['eigen', true],
      ['lpz', true],
    ])
    expect(JSON.stringify(list)).not.toContain(token)
    for (const { id: feed } of list.feeds)
      await server.app.request(`/api/admin/feeds/${feed}`, { method: 'DELETE', headers: { cookie: admin } })
    expect((await post(csv(line(-2, 7)))).status).toBe(401)
  })

  it('a source is an administrator’s to make, of one name, for a place that exists', async () => {
    const admin = await signIn(server.app, 'admin@brancard')
    const make = async (cookie: string, body: object) =>
      (await server.app.request('/api/admin/feeds', json(body, cookie))).status
    expect(await make(await signIn(server.app, people.lcps.id), { name: 'x1', scope: 'nl' })).toBe(404)
    expect(await make(admin, { name: 'lpz', scope: 'nl' })).toBe(409)
    expect(await make(admin, { name: 'x1', scope: 'nergens' })).toBe(422)
    expect(await make(admin, { name: 'Groot Feest', scope: 'nl' })).toBe(422)
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bedsDueAt } from '#shared/beds/remind.ts'
import type { BedHistory } from '#shared/wire/reads.ts'
import { untoldBeds } from '#server/store/beds.ts'
import { startTimers, type Timers } from '#server/timers/timers.ts'
import { people, places, plus } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { bedsNow, csv, makeFeed, reportOf, send } from '#test/support/feeds.ts'
import { signIn, startTestServer, type TestServer } from '#test/support/server.ts'
import { NEVER } from '#test/support/timed.ts'

const id = `${places.to}:ic`
const at = { hospital: places.to, bed: 'ic' } as const
const figures = { operational: 10, occupied: 7, crisis: 4, boss: 1, addable24h: 2, intakeStop: null }
const line = (minute: number, occupied: number, hospital: string = places.to) =>
  `${hospital};ic;${plus(minute)};12;${occupied};2;1;0`

describe.each(DIALECTS)('bed figures on %s', (dialect) => {
  let server: TestServer
  let timers: Timers
  beforeEach(async () => {
    server = await startTestServer(dialect)
    timers = startTimers(server.parts, NEVER)
  })
  afterEach(async () => {
    await timers.close()
    await server.close()
  })
  const bring = async (person: string, body: string, run = 'keep') =>
    send(server, body, { cookie: await signIn(server.app, person), path: `/api/beds/file?run=${run}` })
  const history = async (person: string, of = id) => {
    const cookie = await signIn(server.app, person)
    return server.app.request(`/api/beds/${of}/history`, { headers: { cookie } })
  }
  const linesOf = async (person: string) => ((await (await history(person)).json()) as BedHistory).lines

  it('a file is a person’s word, for the hospitals that are theirs', async () => {
    const body = csv(line(-3, 12), line(-3, 5, places.from))
    const theirs = async (person: string) => (await reportOf(bring(person, body, 'try'))).faults
    expect(await theirs(people.receiver.id)).toMatchObject([{ line: 3, code: 'not-yours' }])
    expect(await theirs(people.receivingRcps.id)).toMatchObject([{ line: 3, code: 'not-yours' }])
    expect(await theirs(people.lcps.id)).toEqual([])
    expect((await bring(people.intensivist.id, body)).status).toBe(403)
    expect((await send(server, body, { path: '/api/beds/file' })).status).toBe(401)
    expect(await bedsNow(server, id)).toMatchObject({ occupied: 6 })
    // It is asked about beforehand, and then believed.
    const kept = await reportOf(bring(people.receiver.id, body))
    expect(kept).toMatchObject({ current: 1, beside: 0, changes: [{ large: true, from: { occupied: 6 } }] })
    expect(await bedsNow(server, id)).toMatchObject({ occupied: 12, source: 'file', feed: null })
  })

  it('history tells who or what said what, newest first, to whoever sees the figures', async () => {
    const token = await makeFeed(server)
    await server.perform(people.receiver, 'beds.report', { ...at, ...figures })
    server.clock.now = plus(5)
    await reportOf(send(server, csv(line(4, 8), line(2, 7)), { token }))
    const until = plus(60)
    await server.perform(people.lcps, 'beds.correct', {
      ...at,
      ...figures,
      reason: 'by-phone',
      note: 'gebeld',
      until,
    })
    const told = await linesOf(people.rcps.id)
    expect(told.map(({ source, became, occupied, by }) => [source, became, occupied, by.role])).toEqual([
      ['correction', 'current', 7, 'lcps'],
      ['lpz', 'current', 8, 'system'],
      ['lpz', 'older', 7, 'system'],
      ['desk', 'current', 7, 'bed-desk'],
    ])
    expect(told[0]).toMatchObject({ reason: 'by-phone', note: 'gebeld', until })
    for (const stranger of [people.intensivist.id, people.crew.id, people.desk.id])
      expect([403, 404]).toContain((await history(stranger)).status)
    expect((await history(people.rcps.id, 'nergens:ic')).status).toBe(404)
    expect((await history(people.rcps.id, `${places.to}:bed`)).status).toBe(404)
  })

  it('old figures are asked for once, then the region hears; a report ends it', async () => {
    const all = await server.parts.hinge.store.query.selectFrom('beds').select('id').execute()
    server.clock.now = bedsDueAt(await bedsNow(server, id)) ?? ''
    while ((await timers.tick()) > 0);
    expect(await bedsNow(server, id)).toMatchObject({ reminded: { level: 'stale', at: server.clock.now } })
    const untold = await untoldBeds.list(server.parts.hinge.store.query, 1000)
    expect(untold).toHaveLength(all.length)
    const own = untold.find((row) => row.id === id)
    if (own === undefined) throw new Error('not asked')
    expect(await untoldBeds.take(server.parts.hinge.store.query, own)).toBe(true)
    expect(await untoldBeds.take(server.parts.hinge.store.query, own)).toBe(false)
    expect(await timers.tick()).toBe(0)
    server.clock.now = bedsDueAt(await bedsNow(server, id)) ?? ''
    while ((await timers.tick()) > 0);
    expect(await bedsNow(server, id)).toMatchObject({ reminded: { level: 'expired' } })
    await server.perform(people.receiver, 'beds.report', { ...at, ...figures })
    expect(await bedsNow(server, id)).toMatchObject({ reminded: null, occupied: 7 })
    expect(await timers.tick()).toBe(0)
  })

  it('a correction ends by itself, and what was reported counts again', async () => {
    const until = plus(60)
    await server.perform(people.lcps, 'beds.correct', {
      ...at,
      ...figures,
      occupied: 9,
      reason: 'staffing',
      until,
    })
    while ((await timers.tick()) > 0);
    expect(await bedsNow(server, id)).toMatchObject({ occupied: 9, source: 'correction' })
    server.clock.now = until
    while ((await timers.tick()) > 0);
    expect(await bedsNow(server, id)).toMatchObject({ occupied: 6, source: 'desk', correction: null })
    expect((await linesOf(people.lcps.id))[0]).toMatchObject({ became: 'lifted', occupied: 6 })
  })

  it('the first report of a hospital makes its figures, also where two come at once', async () => {
    await server.parts.hinge.store.query.deleteFrom('beds').execute()
    const report = () => server.perform(people.receiver, 'beds.report', { ...at, ...figures })
    expect(await Promise.all([report(), report()])).toMatchObject([{ subject: id }, { subject: id }])
    expect(await bedsNow(server, id)).toMatchObject({ rev: 2, occupied: 7 })
    const snapshot = await (await server.as(people.receiver.id)).get('/api/snapshot')
    expect(((await snapshot.json()) as { beds: { id: string }[] }).beds.map((row) => row.id)).toEqual([id])
  })
})

import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Problem } from '#shared/wire/reads.ts'
import { createApp } from '#server/http/app.ts'
import { type Limits, RateLimiter } from '#server/http/rate-limit.ts'
import { ids, people, places, plus, T0 } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { json, signIn, startTestServer, type TestServer } from '#test/support/server.ts'

const limits: Limits = {
  person: { limit: 12, handful: 4 },
  organisation: { limit: 20, handful: 4 },
  address: { limit: 3, handful: 1 },
}
const helper = `ward-staff@${places.from}`

describe.each(DIALECTS)('how much may be asked in a minute on %s', (dialect) => {
  let server: TestServer
  let both: ReturnType<typeof createApp>[]
  beforeEach(async () => {
    server = await startTestServer(dialect)
    both = [1, 2].map(() => createApp({ ...server.parts, limits }))
  })
  afterEach(() => server.close())
  const one = () => both[0] ?? server.app

  /** So many reads, by turns at both servers; how many were answered. */
  async function read(cookie: string, times: number): Promise<number> {
    let answered = 0
    for (let n = 0; n < times; n += 1)
      if ((await both[n % 2]?.request('/api/hfno', { headers: { cookie } }))?.status === 200) answered += 1
    return answered
  }
  const cookieOf = (person: string) => signIn(server.app, person)

  it('is counted by all servers together, and begins anew with the minute', async () => {
    const cookie = await cookieOf(people.intensivist.id)
    server.clock.now = plus(0.5)
    expect(await read(cookie, 30)).toBe(12)
    const refused = await one().request('/api/hfno', { headers: { cookie } })
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('30')
    expect(((await refused.json()) as Problem).code).toBe('rate.limited')
    server.clock.now = plus(1)
    expect(await read(cookie, 6)).toBe(6)
  })

  it('is counted for an organisation too: its people share', async () => {
    expect(await read(await cookieOf(people.intensivist.id), 30)).toBe(12)
    expect(await read(await cookieOf(helper), 30)).toBe(8)
    expect(await read(await cookieOf(people.receiver.id), 5)).toBe(5)
  })

  it('never stops a crew’s steps, nor counts them; commands of others it does', async () => {
    const send = async (cookie: string, name: string, payload: object) =>
      (await one().request('/api/commands', json({ id: randomUUID(), name, at: T0, payload }, cookie)))
        ?.status
    const crew = await cookieOf(people.crew.id)
    for (let n = 0; n < 40; n += 1) expect(await send(crew, 'ride.accept', { ride: ids.ride })).toBe(404)
    for (let n = 0; n < 12; n += 1) expect(await send(crew, 'transfer.claim', ids)).toBe(422)
    expect(await send(crew, 'transfer.claim', { transfer: ids.transfer })).toBe(429)
    expect(await send(crew, 'ride.accept', { ride: ids.ride })).toBe(404)
  })

  it('asks the database by the handful', async () => {
    const limiter = new RateLimiter(server.parts.hinge.store.query)
    for (let n = 0; n < 100; n += 1)
      expect(await limiter.take('person:x', { limit: 200, handful: 50 }, Date.parse(T0))).toBeNull()
    const row = await server.parts.hinge.store.query.selectFrom('rates').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ name: 'person:x', taken: 100 })
    await limiter.take('person:x', { limit: 200, handful: 50 }, Date.parse(plus(5)))
    const rows = await server.parts.hinge.store.query.selectFrom('rates').selectAll().execute()
    expect(rows).toMatchObject([{ taken: 50 }])
  })

  it('holds no longer than its minute where the server’s clock is set back', async () => {
    const limiter = new RateLimiter(server.parts.hinge.store.query)
    const rate = { limit: 1, handful: 1 }
    const later = Date.parse(plus(60))
    expect(await limiter.take('person:x', rate, later)).toBeNull()
    expect(await limiter.take('person:x', rate, later)).toBe(60)
    expect(await limiter.take('person:x', rate, Date.parse(T0))).toBeNull()
  })

  it('is counted per address for what lets somebody in, the address itself not kept', async () => {
    const env = { incoming: { socket: { remoteAddress: '203.0.113.7' } } }
    const ask = async (env: object) => one().request('/api/session/passkey/options', { method: 'POST' }, env)
    const statuses = []
    for (let n = 0; n < 5; n += 1) statuses.push((await ask(env)).status)
    expect(statuses.map((status) => status === 429)).toEqual([false, false, false, true, true])
    expect((await ask({ incoming: { socket: { remoteAddress: '203.0.113.8' } } })).status).not.toBe(429)
    const rows = await server.parts.hinge.store.query.selectFrom('rates').select('name').execute()
    expect(JSON.stringify(rows)).not.toContain('203.0.113')
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anId, aRequest, ids, people } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { signIn, startTestServer, type TestServer } from '#test/support/server.ts'
import { openStream } from '#test/support/sse.ts'

describe.each(DIALECTS)('what a stream brings is recorded, on %s', (dialect) => {
  let server: TestServer
  beforeEach(async () => {
    server = await startTestServer(dialect)
  })
  afterEach(() => server.close())

  const deliveries = () =>
    server.parts.hinge.store.query
      .selectFrom('record_lines')
      .select(['person', 'transfer', 'code', 'session', 'request', 'address', 'basis', 'action', 'outcome'])
      .where('event', '=', 'stream.deliver')
      .orderBy('id')
      .execute()
  const submit = async (transfer: string) => {
    const said = await server.perform(people.intensivist, 'transfer.submit', {
      transfer,
      request: aRequest(),
    })
    if ('refused' in said) throw new Error(said.refused.code)
    return said.code
  }

  it('once per person, transfer and session, before it is told; not to who is told nothing', async () => {
    const { url } = await server.listen()
    const rcps = await openStream(url, await signIn(server.app, people.rcps.id))
    const stranger = await openStream(url, await signIn(server.app, 'rcps@nazw'))
    const code = await submit(ids.transfer)
    await rcps.next()
    const [line, ...others] = await deliveries()
    expect(others).toEqual([])
    expect(line).toEqual({
      person: people.rcps.id,
      transfer: ids.transfer,
      code,
      session: expect.stringMatching(/^[0-9a-f]{16}$/),
      request: expect.any(String),
      address: expect.stringMatching(/127\.0\.0\.1/),
      basis: 'origin-rcps',
      action: 'R',
      outcome: 'done',
    })
    await server.perform(people.rcps, 'transfer.claim', { transfer: ids.transfer })
    await rcps.until(({ data }) => JSON.stringify(data).includes('transfer.claimed'))
    expect(await deliveries()).toHaveLength(1)
    expect(await stranger.isSilent(300)).toBe(true)
    for (const one of [rcps, stranger]) one.close()
  })

  it('also on coming back with a cursor: near as news, far as rows; another session is another line', async () => {
    const { url } = await server.listen()
    const cookie = await signIn(server.app, people.rcps.id)
    const first = await openStream(url, cookie)
    await submit(anId(100))
    const id = (await first.until((frame) => frame.id !== null)).at(-1)?.id
    first.close()
    for (let n = 1; n < 12; n += 1) await submit(anId(100 + n))
    const back = await openStream(url, cookie, id ?? '')
    await back.until(({ data }) => JSON.stringify(data).includes(anId(111)))
    expect((await deliveries()).map(({ transfer }) => transfer).sort()).toEqual(
      Array.from({ length: 12 }, (_, n) => anId(100 + n)),
    )
    const other = await openStream(url, await signIn(server.app, people.rcps.id), id ?? '')
    await other.until(({ data }) => JSON.stringify(data).includes(anId(111)))
    const lines = await deliveries()
    // What the first session saw of the first request came before this cursor.
    expect(lines).toHaveLength(23)
    expect(new Set(lines.map(({ session }) => session)).size).toBe(2)
    for (const one of [back, other]) one.close()
  })
})

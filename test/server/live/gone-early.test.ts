import { afterEach, describe, expect, it, vi } from 'vitest'
import { people } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { signIn, startTestServer, type TestServer } from '#test/support/server.ts'

describe.each(DIALECTS)('a viewer that leaves before its stream began, on %s', (dialect) => {
  let server: TestServer
  afterEach(() => server.close())

  it('is not kept', async () => {
    server = await startTestServer(dialect)
    const { live, access } = server.parts
    const { url } = await server.listen()
    const place = live.place.bind(live)
    let go: () => void = () => undefined
    const asked = vi.spyOn(live, 'place').mockImplementation(async (ask) => {
      await new Promise<void>((resolve) => (go = resolve))
      return place(ask)
    })
    const kept = vi.spyOn(access.streams, 'add')
    const begun = vi.spyOn(live, 'add')
    const leaving = new AbortController()
    const headers = { cookie: await signIn(server.app, people.rcps.id) }
    const answer = fetch(`${url}/api/events`, { headers, signal: leaving.signal }).catch(() => null)
    await expect.poll(() => asked.mock.calls.length).toBe(1)
    leaving.abort()
    await answer
    await new Promise((resolve) => setTimeout(resolve, 100))
    go()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect([kept.mock.calls.length, begun.mock.calls.length]).toEqual([0, 0])
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import { Changes } from '#server/live/changes.ts'
import { headSpot } from '#server/store/events.ts'
import { anId, aRequest, people } from '#test/support/builders.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

describe('a look at what changed', () => {
  let server: TestServer
  afterEach(() => server.close())

  const KEYS = ['all', 'rcps:nazmn', 'rcps']
  /** Two requests; a clock that the test moves. */
  async function looked() {
    server = await startTestServer('sqlite')
    for (const n of [1, 2])
      await server.perform(people.intensivist, 'transfer.submit', { transfer: anId(n), request: aRequest() })
    const { query } = server.parts.hinge.store
    const clock = { now: 0 }
    return { changes: new Changes(query, () => clock.now), clock, head: await headSpot(query) }
  }

  it('is shared by who holds the same keys and returns at the same time', async () => {
    const { changes, head } = await looked()
    const [one, other] = await Promise.all([changes.since(KEYS, 0, head), changes.since([...KEYS], 1, head)])
    expect(one.frames.length).toBeGreaterThanOrEqual(2)
    expect(other.frames).toBe(one.frames)
    expect(other.until).toEqual(head)
  })

  it.each([
    ['another viewer’s keys', ['all', 'rcps:azo', 'rcps'], 0, 0],
    ['a viewer who was away longer', KEYS, -1, 0],
    ['a viewer who returns a second later', KEYS, 0, 1000],
  ])('is not for %s', async (_, keys, after, later) => {
    const { changes, clock, head } = await looked()
    const first = await changes.since(KEYS, 0, head)
    clock.now = later
    expect((await changes.since(keys, after, head)).frames).not.toBe(first.frames)
  })

  it('is not for a viewer who is past it already', async () => {
    const { changes, head } = await looked()
    const first = await changes.since(KEYS, 0, { ...head, seq: 2 })
    const second = await changes.since(KEYS, 2, head)
    expect(second.until).toEqual(head)
    expect(second.frames).not.toBe(first.frames)
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import type { Snapshot } from '#shared/wire/reads.ts'
import { loadEpoch, renewEpoch } from '#server/store/meta.ts'
import { type Backup, backUp } from '#test/support/backup.ts'
import { anId, aRequest, people } from '#test/support/builders.ts'
import { DIALECTS, type Dialect, emptyDatabase, type Place } from '#test/support/databases.ts'
import { signIn, startTestServer, type TestServer } from '#test/support/server.ts'
import { openStream, type Stream } from '#test/support/sse.ts'

const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
})

const file = async (server: TestServer, ...numbers: number[]) => {
  for (const n of numbers) {
    const payload = { transfer: anId(n), request: aRequest() }
    const answer = await server.perform(people.intensivist, 'transfer.submit', payload, anId(5000 + n))
    expect(answer).not.toHaveProperty('refused')
  }
}
const snapshotOf = async (server: TestServer, person: string = people.rcps.id): Promise<Snapshot> =>
  (await (await server.as(person)).get('/api/snapshot')).json()
const listen = async (server: TestServer, since: string): Promise<Stream> => {
  const { url } = await server.listen()
  return openStream(url, await signIn(server.app, people.rcps.id), since)
}

describe.each(DIALECTS)('putting back a backup on %s', (dialect) => {
  let place: Place
  let backup: Backup
  const start = (fill = false) => startTestServer(dialect, { place, fill })

  /** Two requests, the backup, three more; then the cursor of a phone that has seen all five. */
  async function worked(): Promise<Snapshot> {
    place = await emptyDatabase(dialect)
    undo.push(place.drop)
    const first = await start(true)
    await file(first, 1, 2)
    await first.close()
    backup = await backUp(place)
    undo.push(() => backup.drop())
    const second = await start()
    await file(second, 3, 4, 5)
    const seen = await snapshotOf(second)
    await second.close()
    return seen
  }

  it('is noticed when a phone returns that has seen more: reset, one new epoch, its acts taken again once', async () => {
    const seen = await worked()
    await backup.putBack()
    const server = await start()
    const other = (await snapshotOf(server)).cursor
    const stream = await listen(server, seen.cursor)
    expect((await stream.next()).event).toBe('reset')
    const epoch = await loadEpoch(server.parts.hinge.store.query)
    expect(epoch).not.toBe(seen.epoch)
    // The second phone that returns finds the new epoch there.
    const again = await openStream(
      (await server.listen()).url,
      await signIn(server.app, people.rcps.id),
      seen.cursor,
    )
    expect((await again.next()).event).toBe('reset')
    const fresh = await snapshotOf(server)
    expect(fresh.epoch).toBe(epoch)
    expect(fresh.transfers).toHaveLength(2)
    expect(fresh.cursor).not.toBe(other)
    await file(server, 3, 4, 5)
    await file(server, 3)
    expect((await snapshotOf(server)).transfers).toHaveLength(5)
    for (const one of [stream, again]) one.close()
    await server.close()
  })

  it('is noticed although the log has grown past the phone meanwhile, by the very same commands', async () => {
    const seen = await worked()
    await backup.putBack()
    const server = await start()
    server.clock.now = '2026-11-21T10:02:00.000Z'
    await file(server, 3, 4, 5, 6, 7, 8)
    const stream = await listen(server, seen.cursor)
    expect((await stream.next()).event).toBe('reset')
    expect((await snapshotOf(server)).epoch).not.toBe(seen.epoch)
    stream.close()
    await server.close()
  })

  it('is no reason to stop for who had seen no more than is there', async () => {
    await worked()
    await backup.putBack()
    const server = await start()
    const early = await snapshotOf(server)
    await file(server, 9)
    const stream = await listen(server, early.cursor)
    expect(await stream.next()).toMatchObject({ data: { kind: 'event', event: { id: anId(9) } } })
    stream.close()
    await server.close()
  })

  it('is not seen in a plain restart', async () => {
    const seen = await worked()
    const server = await start()
    const stream = await listen(server, seen.cursor)
    expect(await stream.isSilent(200)).toBe(true)
    expect((await snapshotOf(server)).epoch).toBe(seen.epoch)
    stream.close()
    await server.close()
  })

  it('can be said aloud: who is listening is reset at once', async () => {
    const seen = await worked()
    const server = await start()
    const stream = await listen(server, seen.cursor)
    const { store, random } = server.parts.hinge
    const epoch = await renewEpoch(store, seen.epoch, random)
    expect((await stream.next()).event).toBe('reset')
    expect(await stream.ends(1000)).toBe(true)
    expect((await snapshotOf(server)).epoch).toBe(epoch)
    // Said twice by two people about one restore, it happens once.
    expect(await renewEpoch(store, seen.epoch, random)).toBe(epoch)
    stream.close()
    await server.close()
  })
})

const postgres: Dialect = 'postgres'
describe.skipIf(!DIALECTS.includes(postgres))('several servers on one database that goes back', () => {
  it('agree on one new epoch, under a running server too', async () => {
    const place = await emptyDatabase(postgres)
    undo.push(place.drop)
    const one = await startTestServer(postgres, { place })
    const other = await startTestServer(postgres, { place, fill: false })
    await file(one, 1, 2)
    const early = await snapshotOf(one)
    await file(one, 3, 4)
    const seen = await snapshotOf(one)
    const near = await listen(one, seen.cursor)
    const far = await listen(other, early.cursor)
    // As if the database had been put back under their feet.
    const { query } = one.parts.hinge.store
    const { seq } = await query
      .updateTable('event_head')
      .set((of) => ({ seq: of('seq', '-', 2) }))
      .returning('seq')
      .executeTakeFirstOrThrow()
    await query.deleteFrom('events').where('seq', '>', seq).execute()
    one.parts.hinge.store.notify()
    for (const stream of [near, far]) await stream.until(({ event }) => event === 'reset')
    const epochs = [(await snapshotOf(one)).epoch, (await snapshotOf(other)).epoch]
    expect(epochs[0]).toBe(epochs[1])
    expect(epochs[0]).not.toBe(seen.epoch)
    for (const stream of [near, far]) stream.close()
    await one.close()
    await other.close()
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyEvent, type News } from '#shared/wire/event.ts'
import type { Snapshot } from '#shared/wire/reads.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { anId, aPerson, aRequest, ids, people, places } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { signIn, startTestServer, type TestServer } from '#test/support/server.ts'
import { type Frame, noAlert, openStream, type Stream } from '#test/support/sse.ts'

const newsOf = (frame: Frame) => frame.data as News
const isNamed = (name: string) => (frame: Frame) => {
  const news = newsOf(frame)
  return news.kind === 'event' && news.event.name === name
}

describe.each(DIALECTS)('the live stream on %s', (dialect) => {
  let server: TestServer
  let url: string
  const open: Stream[] = []
  beforeEach(async () => {
    server = await startTestServer(dialect)
    url = (await server.listen()).url
  })
  afterEach(async () => {
    for (const stream of open.splice(0)) stream.close()
    await server.close()
  })

  const listenAs = async (person: string, since?: string): Promise<Stream> => {
    const stream = await openStream(url, await signIn(server.app, person), since, noAlert)
    open.push(stream)
    return stream
  }
  const snapshotOf = async (person: string): Promise<Snapshot> =>
    (await (await server.as(person)).get('/api/snapshot')).json()
  const submit = (transfer = ids.transfer, request = aRequest()) =>
    server.perform(people.intensivist, 'transfer.submit', { transfer, request })
  const direct = (transfer = ids.transfer, reservation = ids.reservation) =>
    server.perform(people.intensivist, 'transfer.submit', {
      transfer,
      reservation,
      request: aRequest({ purpose: 'specialist-care', directedTo: places.to }),
    })

  it('tells the parties, in order, and nobody else', async () => {
    const rcps = await listenAs('rcps@nazmn')
    const stranger = await listenAs(`rcps@${places.elsewhereRegion}`)
    await submit()
    const first = newsOf(await rcps.next())
    expect(first).toMatchObject({ kind: 'event', event: { name: 'transfer.submitted', rev: 1 } })
    expect(newsOf(await rcps.next())).toMatchObject({ event: { name: 'transfer.routed', rev: 2 } })
    expect(JSON.stringify(first)).not.toContain('minuteVolume')
    expect(await stranger.isSilent(300)).toBe(true)
  })

  it('says when to come back, spread between one and five seconds', async () => {
    const stream = await listenAs('rcps@nazmn')
    await submit()
    await stream.next()
    expect(stream.retry()).toBeGreaterThanOrEqual(1000)
    expect(stream.retry()).toBeLessThanOrEqual(5000)
  })

  it('leaves no gap between the snapshot and the stream', async () => {
    await submit(anId(60))
    const snapshot = await snapshotOf('rcps@nazmn')
    expect(snapshot.transfers).toHaveLength(1)
    await submit(anId(61))
    await server.perform(people.rcps, 'transfer.claim', { transfer: anId(60) })
    const stream = await listenAs('rcps@nazmn', snapshot.cursor)
    const frames = await stream.until(isNamed('transfer.claimed'))
    const names = frames.map((frame) => {
      const news = newsOf(frame)
      return news.kind === 'event' ? `${news.event.id.slice(-2)} ${news.event.name}` : news.kind
    })
    expect(names).toEqual(['61 transfer.submitted', '61 transfer.routed', '60 transfer.claimed'])
  })

  it('tells who comes first what came while nobody listened, before its first sign of life', async () => {
    const snapshot = await snapshotOf('rcps@nazmn')
    for (const n of [60, 61]) await submit(anId(n))
    const headers = { cookie: await signIn(server.app, 'rcps@nazmn') }
    const answer = await fetch(`${url}/api/events?since=${snapshot.cursor}`, { headers })
    const decoder = new TextDecoder()
    let text = ''
    for await (const bytes of answer.body ?? []) {
      text += decoder.decode(bytes, { stream: true })
      if (text.includes('event: beat')) break
    }
    for (const n of [60, 61]) expect(text).toContain(`"id":"${anId(n)}"`)
  })

  it('brings row and events to the same state as a new snapshot, while 40 commands come in', async () => {
    const snapshot = await snapshotOf('rcps@nazmn')
    const rows = new Map(snapshot.transfers.map((row) => [row.id, row]))
    const stream = await listenAs('rcps@nazmn', snapshot.cursor)
    await Promise.all(Array.from({ length: 40 }, (_, n) => submit(anId(500 + n))))
    await server.perform(people.rcps, 'transfer.claim', { transfer: anId(539) })
    for (const frame of await stream.until(isNamed('transfer.claimed'))) {
      const news = newsOf(frame)
      if (news.kind === 'event')
        rows.set(news.event.id, applyEvent<Transfer>(rows.get(news.event.id), news.event))
    }
    const after = await snapshotOf('rcps@nazmn')
    expect(after.transfers).toHaveLength(40)
    for (const row of after.transfers) expect(rows.get(row.id)).toEqual(row)
  })

  it('goes on from the cursor of any frame, after a restart too', async () => {
    const stream = await openStream(url, await signIn(server.app, 'rcps@nazmn'))
    open.push(stream)
    await submit(anId(60))
    const { id } = (await stream.until((frame) => frame.id !== null)).at(-1) ?? { id: null }
    await submit(anId(61))
    const restarted = await startTestServer(dialect, { place: server.place, fill: false }).catch(() => null)
    // The embedded store has one owner: the first has to go before a second may come.
    if (dialect === 'sqlite') expect(restarted).toBeNull()
    const again = restarted ?? (await restart())
    const running = await again.listen()
    const resumed = await openStream(running.url, await signIn(again.app, 'rcps@nazmn'), id ?? '', noAlert)
    open.push(resumed)
    expect(newsOf(await resumed.next())).toMatchObject({
      event: { id: anId(61), name: 'transfer.submitted' },
    })
    if (restarted !== null) await restarted.close()
  })

  const restart = async (): Promise<TestServer> => {
    const { place } = server
    await server.parts.live.close()
    await server.parts.hinge.store.close()
    const next = await startTestServer(dialect, { place, fill: false })
    const drop = server.place.drop
    server = {
      ...next,
      async close() {
        await next.close()
        await drop()
      },
    }
    return next
  }

  it('gives each viewer cursors of its own that another cannot use', async () => {
    const mine = (await snapshotOf('rcps@nazmn')).cursor
    const again = (await snapshotOf('rcps@nazmn')).cursor
    const other = (await snapshotOf('lcps@nl')).cursor
    expect(new Set([mine, again, other]).size).toBe(3)
    for (const cursor of [mine, again, other]) expect(cursor).toMatch(/^[\w-]{22}$/)
    await submit()
    const thief = await listenAs('rcps@nazmn', other)
    expect((await thief.next()).event).toBe('reset')
  })

  it.each(['nonsense', 'AAAAAAAAAAAAAAAAAAAAAA', ''])(
    'answers cursor %j with a reset, and goes on live',
    async (since) => {
      const stream = await listenAs('rcps@nazmn', since)
      const reset = await stream.next()
      expect(reset.event).toBe('reset')
      expect(reset.id).toMatch(/^[\w-]{22}$/)
      await submit()
      expect(newsOf(await stream.next())).toMatchObject({ event: { name: 'transfer.submitted' } })
    },
  )

  it('shows a hospital the row when it is offered, and takes it away when it declines', async () => {
    await submit()
    const receiver = await listenAs(people.receiver.id)
    await server.perform(people.rcps, 'transfer.hand-over', { transfer: ids.transfer, note: 'vol' })
    await server.perform(people.lcps, 'transfer.offer', {
      transfer: ids.transfer,
      reservation: ids.reservation,
      hospital: places.to,
      reason: 'afgesproken',
    })
    const shown = newsOf(await receiver.next())
    expect(shown).toMatchObject({
      kind: 'row',
      subject: 'transfer',
      row: { state: 'offered', to: places.to },
    })
    expect(newsOf(await receiver.next())).toMatchObject({
      kind: 'event',
      event: { name: 'reservation.offered' },
    })
    await server.perform(people.receiver, 'reservation.decline', {
      reservation: ids.reservation,
      reason: 'no-staff',
    })
    expect(newsOf(await receiver.next())).toMatchObject({ event: { name: 'reservation.declined' } })
    expect(newsOf(await receiver.next())).toEqual({ kind: 'gone', subject: 'transfer', id: ids.transfer })
    await server.perform(people.lcps, 'transfer.hold', { transfer: ids.transfer })
    expect(await receiver.isSilent(300)).toBe(true)
  })

  it('shows the LCPS what hangs on a transfer that is handed over to it', async () => {
    await direct()
    await server.perform(people.receiver, 'reservation.decline', {
      reservation: ids.reservation,
      reason: 'no-staff',
    })
    const lcps = await listenAs('lcps@nl')
    await server.perform(people.rcps, 'transfer.hand-over', { transfer: ids.transfer, note: 'vol' })
    const frames = [newsOf(await lcps.next()), newsOf(await lcps.next())]
    expect(frames).toContainEqual(
      expect.objectContaining({ kind: 'row', subject: 'transfer', id: ids.transfer }),
    )
    expect(frames).toContainEqual(
      expect.objectContaining({ kind: 'row', subject: 'reservation', id: ids.reservation }),
    )
    expect(await lcps.isSilent(200)).toBe(true)
  })

  it('does not show in catching up what is out of sight again', async () => {
    const before = (await snapshotOf(people.receiver.id)).cursor
    await direct()
    await server.perform(people.receiver, 'reservation.decline', {
      reservation: ids.reservation,
      reason: 'no-staff',
    })
    const receiver = await listenAs(people.receiver.id, before)
    const frames = await receiver.until((frame) => newsOf(frame).kind === 'gone')
    expect(frames.map(newsOf).filter(({ kind }) => kind === 'row')).toEqual([])
  })

  it('does not tell other regions whose act moved a bed', async () => {
    await direct()
    const far = await listenAs(`rcps@${places.elsewhereRegion}`)
    await server.perform(people.receiver, 'reservation.confirm', {
      reservation: ids.reservation,
      needs: [],
      acceptedBy: { role: 'intensivist', phone: '024-7654321' },
    })
    const news = newsOf(await far.next())
    expect(news).toMatchObject({ kind: 'event', event: { name: 'beds.counted', transfer: null } })
    expect(JSON.stringify(news)).not.toContain(ids.transfer)
    expect(JSON.stringify(news)).not.toContain(places.from)
    expect(await far.isSilent(200)).toBe(true)
  })

  it('ends the streams of who signs out, and of nobody else', async () => {
    const cookie = await signIn(server.app, 'rcps@nazmn')
    const own = await openStream(url, cookie)
    const other = await listenAs('rcps@nazmn')
    open.push(own)
    await server.app.request('/api/session', { method: 'DELETE', headers: { cookie } })
    expect(await own.ends(1000)).toBe(true)
    expect(await other.ends(200)).toBe(false)
  })

  it('is for who is signed in', async () => {
    expect((await fetch(`${url}/api/events`)).status).toBe(401)
    expect(aPerson('observer', 'igj').id).toBe('observer@igj')
    await submit()
    const observer = await listenAs('observer@igj')
    await server.perform(people.rcps, 'transfer.claim', { transfer: ids.transfer })
    expect(await observer.isSilent(300)).toBe(true)
  })
})

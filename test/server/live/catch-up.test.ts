import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyEvent, type News, TABLE_OF } from '#shared/wire/event.ts'
import type { Snapshot } from '#shared/wire/reads.ts'
import { anId, aRequest, people, places } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { signIn, startTestServer, type TestServer } from '#test/support/server.ts'
import { type Frame, openStream, type Stream } from '#test/support/sse.ts'

type Row = { id: string; rev: number }
const newsOf = (frame: Frame) => frame.data as News

/** `<table> <id>` → the row; settled alerts are left out, as the snapshot does. */
const mirrorOf = (snapshot: Snapshot): Map<string, Row> =>
  new Map(
    Object.values(TABLE_OF).flatMap((table) =>
      (snapshot[table] as Row[]).map((row): [string, Row] => [`${table} ${row.id}`, row]),
    ),
  )

function take(mirror: Map<string, Row>, news: News): void {
  const about = news.kind === 'event' ? news.event : news
  const at = `${TABLE_OF[about.subject]} ${about.id}`
  if (news.kind === 'gone') mirror.delete(at)
  else if (news.kind === 'row') mirror.set(at, news.row as Row)
  else mirror.set(at, applyEvent<Row>(mirror.get(at), news.event))
}

const forgetSettled = (mirror: Map<string, Row>): void => {
  for (const [at, row] of mirror) if ('state' in row && row.state === 'settled') mirror.delete(at)
}

describe.each(DIALECTS)('catching up on %s', (dialect) => {
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

  const listenAs = async (person: string, since: string): Promise<Stream> => {
    const stream = await openStream(url, await signIn(server.app, person), since)
    open.push(stream)
    return stream
  }
  const snapshotOf = async (person: string): Promise<Snapshot> =>
    (await (await server.as(person)).get('/api/snapshot')).json()
  const transferOf = (n: number) => anId(1000 + n)
  const reservationOf = (n: number) => anId(2000 + n)
  const directed = aRequest({ purpose: 'specialist-care', directedTo: places.to, admissionReason: 'other' })
  const file = async (n: number) => {
    const payload = { transfer: transferOf(n), reservation: reservationOf(n), request: directed }
    expect(await server.perform(people.intensivist, 'transfer.submit', payload)).not.toHaveProperty('refused')
  }
  const decline = (n: number) =>
    server.perform(people.receiver, 'reservation.decline', {
      reservation: reservationOf(n),
      reason: 'no-staff',
    })
  const report = (bed: 'ic' | 'ward', occupied: number) =>
    server.perform(people.receiver, 'beds.report', {
      hospital: places.to,
      bed,
      operational: 40,
      occupied,
      crisis: 0,
      boss: 0,
      addable24h: 0,
      intakeStop: null,
    })
  /** One row with many events behind it. */
  const restless = async (turns: number) => {
    for (let turn = 0; turn < turns; turn += 1) expect(await report('ic', turn)).not.toHaveProperty('refused')
  }
  /** The last change, that tells a reader it has heard all. */
  const announce = () => report('ward', 7)
  const isLast = (frame: Frame) => {
    const news = newsOf(frame)
    if (news.kind === 'row') return news.id === `${places.to}:ward`
    return news.kind === 'event' && news.event.name === 'beds.reported'
  }

  it('brings each changed row once, takes away what went out of sight, and ends as a new snapshot', async () => {
    await file(0)
    await file(1)
    const before = await snapshotOf(people.receiver.id)
    expect(before.transfers).toHaveLength(2)
    await decline(0)
    for (const n of [2, 3, 4]) await file(n)
    await decline(3)
    await restless(24)
    await announce()

    const stream = await listenAs(people.receiver.id, before.cursor)
    const frames = await stream.until(isLast)
    const mirror = mirrorOf(before)
    for (const frame of frames) take(mirror, newsOf(frame))
    // Taken away last, after the rows.
    while (mirror.has(`transfers ${transferOf(0)}`)) take(mirror, newsOf(await stream.next()))
    forgetSettled(mirror)
    expect(mirror).toEqual(mirrorOf(await snapshotOf(people.receiver.id)))
    const told = frames.map(newsOf).map((news) => `${news.kind} ${news.kind === 'event' ? '' : news.id}`)
    expect(new Set(told).size).toBe(told.length)
    expect(told.some((one) => one.startsWith('event'))).toBe(false)
  })

  it('goes on live after it, and moves the cursor only when all rows have come', async () => {
    const before = await snapshotOf(people.rcps.id)
    for (let n = 0; n < 12; n += 1) await file(n)
    await restless(3)
    const stream = await listenAs(people.rcps.id, before.cursor)
    await file(50)
    const frames = await stream.until((frame) => {
      const news = newsOf(frame)
      return (
        news.kind === 'event' && news.event.id === transferOf(50) && news.event.name === 'transfer.offered'
      )
    })
    const withId = frames.findIndex(({ id }) => id !== null)
    expect(frames.slice(0, withId).every((frame) => newsOf(frame).kind === 'row')).toBe(true)
    // The rows of twelve transfers with their offers, and the two that came while it caught up.
    expect(withId).toBeGreaterThanOrEqual(23)
    const mirror = mirrorOf(before)
    for (const frame of frames) take(mirror, newsOf(frame))
    await expect
      .poll(async () => {
        take(mirror, newsOf(await stream.next().catch(() => frames[0] as Frame)))
        forgetSettled(mirror)
        return mirror
      })
      .toEqual(mirrorOf(await snapshotOf(people.rcps.id)))
  })

  it('tells a viewer who was away for a moment the events themselves', async () => {
    const before = await snapshotOf(people.rcps.id)
    await file(0)
    await decline(0)
    const stream = await listenAs(people.rcps.id, before.cursor)
    expect(newsOf(await stream.next())).toMatchObject({
      kind: 'event',
      event: { name: 'transfer.submitted' },
    })
  })

  it('says nothing of rows that came and went while the viewer was away', async () => {
    const before = await snapshotOf(people.receiver.id)
    await file(0)
    await decline(0)
    for (let n = 1; n < 20; n += 1) await file(n)
    await announce()
    const stream = await listenAs(people.receiver.id, before.cursor)
    const told = (await stream.until(isLast)).map(newsOf)
    const rows = told.filter((news) => news.kind === 'row').map(({ id }) => id)
    expect(rows).toContain(transferOf(1))
    expect(rows).not.toContain(transferOf(0))
  })

  it('costs at most half more than the changed rows alone', async () => {
    const before = await snapshotOf(people.rcps.id)
    for (let n = 0; n < 40; n += 1) await file(n)
    await restless(40)
    await announce()
    const answer = await fetch(`${url}/api/events?since=${before.cursor}`, {
      headers: { cookie: await signIn(server.app, people.rcps.id) },
    })
    let text = ''
    const decoder = new TextDecoder()
    for await (const bytes of answer.body ?? []) {
      text += decoder.decode(bytes, { stream: true })
      if (text.includes(`"id":"${places.to}:ward"`)) break
    }
    const rows = [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? '') as News)
    const alone = rows.map((news) => JSON.stringify(news.kind === 'row' ? news.row : news)).join('').length
    expect(rows.length).toBeGreaterThan(80)
    expect(text.length / alone).toBeLessThanOrEqual(1.5)
  })
})

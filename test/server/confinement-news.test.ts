// Every event of every transfer's whole story, by everyone of the cast, over real streams that are open all along: who
// is told, who is not, and that no private word is ever in it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reservation } from '#shared/beds/reservation.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { EVENT_NAMES, type News } from '#shared/wire/event.ts'
import { anId, plus, places, aPerson } from '#test/support/builders.ts'
import { type CastName, cast, castNames } from '#test/support/cast.ts'
import { leavesOf } from '#test/support/confinement/answers.ts'
import newsFields from '#test/support/confinement/news-fields.json' with { type: 'json' }
import { tellAll, type Told } from '#test/support/confinement/points.ts'
import { signIn, startTestServer, type TestServer } from '#test/support/server.ts'
import { openStream } from '#test/support/sse.ts'
import { roomEverywhere } from '#test/support/story.ts'

const listed: readonly string[] = newsFields

type Row = Record<string, unknown>
type Happened = {
  command: string
  subject: string
  subject_id: string
  rev: number
  name: string
  data: Row
  transfer: string
}

let server: TestServer
let told: Told[]
let log: Happened[]
const heard = new Map<CastName, News[]>()
const LAST = anId(6000)

beforeAll(async () => {
  server = await startTestServer('sqlite', {
    beds: roomEverywhere().map((row) => ({ ...row, operational: 60 })),
  })
  const { url } = await server.listen()
  const streams = new Map<CastName, Awaited<ReturnType<typeof openStream>>>()
  for (const name of castNames)
    if (name !== 'foreignLcps')
      streams.set(name, await openStream(url, await signIn(server.app, cast[name].id)))
  told = await tellAll(server)
  const announced = await server.perform(aPerson('secretary', 'db-lnaz'), 'phase.announce', {
    phase: LAST,
    scope: 'national',
    to: '2b',
    decidedBy: 'db-lnaz',
    advice: [],
    reason: 'drukte',
    inForceFrom: plus(60),
  })
  expect(announced).not.toHaveProperty('refused')
  const isLast = ({ data }: { data: unknown }) => JSON.stringify(data).includes(LAST)
  for (const [name, stream] of streams) {
    heard.set(
      name,
      (await stream.until(isLast)).map(({ data }) => data as News),
    )
    stream.close()
  }
  const rows = await server.parts.hinge.store.query.selectFrom('events').selectAll().orderBy('seq').execute()
  log = rows.map((row) => ({ ...row, data: JSON.parse(row.data) as Row, transfer: row.transfer ?? '' }))
}, 120_000)
afterAll(() => server.close())

/** By hand: who sees which row, as it is. */
function seesRow(name: CastName, subject: string, row: Row, transfer: Partial<Transfer>): boolean {
  const isOrigin = name === 'intensivist' || name === 'wardStaff' || name === 'originDesk'
  const isReceiver = name === 'receiver' || name === 'receivingWard'
  const coordinates = name === 'rcps' || (name === 'lcps' && transfer.level === 'national')
  if (subject === 'phase') return true
  if (subject === 'beds') {
    const own = isOrigin
      ? places.from
      : isReceiver
        ? places.to
        : name === 'otherHospital' || name === 'otherReferrer'
          ? places.elsewhere
          : ''
    return ['rcps', 'lcps', 'receivingRcps', 'otherRcps'].includes(name) || row.hospital === own
  }
  if (subject === 'alert') {
    const house = `${String(row.who)} ${String(row.org)}`
    const houses: Partial<Record<CastName, string>> = {
      rcps: `rcps ${places.region}`,
      receivingRcps: `rcps ${places.toRegion}`,
      lcps: 'lcps nl',
      receiver: `receiver ${places.to}`,
      receivingWard: `receiver ${places.to}`,
      desk: `transport-desk ${places.desk}`,
    }
    return houses[name] === house
  }
  if (isOrigin || coordinates) return true
  if (subject === 'reservation') {
    const live = ['offered', 'confirmed', 'occupied'].includes((row as Partial<Reservation>).state ?? '')
    return isReceiver ? row.hospital === places.to : name === 'receivingRcps' && live
  }
  if (isReceiver) return transfer.to === places.to
  if (name === 'receivingRcps') return transfer.toRegion === places.toRegion
  if (name === 'desk') return transfer.desks?.includes(places.desk) === true || row.org === places.desk
  return name === 'crew' && (transfer.vehicle === places.vehicle || row.vehicle === places.vehicle)
}

/** Every event with its row and transfer before and after the command that made it. */
function* history() {
  const rows = new Map<string, Row>()
  for (let at = 0; at < log.length; ) {
    const first = log[at]
    const of = log.slice(at).filter(({ command }) => command === first?.command)
    at += of.length
    const before = new Map(rows)
    for (const { subject, subject_id: id, data } of of)
      rows.set(`${subject} ${id}`, { ...rows.get(`${subject} ${id}`), ...data })
    for (const event of of) {
      const key = `${event.subject} ${event.subject_id}`
      const bedsRow = event.subject === 'beds' ? { hospital: event.subject_id.split(':')[0] } : {}
      const of = `transfer ${event.transfer}`
      yield {
        event,
        was: before.get(key) ?? null,
        is: { ...rows.get(key), ...bedsRow },
        transferWas: before.get(of) ?? {},
        transferIs: rows.get(of) ?? {},
      }
    }
  }
}

describe('the news', () => {
  it('tells each event to those who may know of its row then, and to nobody else', () => {
    let held = 0
    for (const [name, news] of heard) {
      const got = new Set(
        news.flatMap((one) =>
          one.kind === 'event' ? [`${one.event.subject} ${one.event.id} ${one.event.rev}`] : [],
        ),
      )
      for (const { event, was, is, transferWas, transferIs } of history()) {
        const key = `${event.subject} ${event.subject_id} ${event.rev}`
        const at = `${name}: ${event.name} ${key}`
        const sees = seesRow(name, event.subject, is, transferIs)
        const saw = was !== null && seesRow(name, event.subject, was, transferWas)
        if (!sees) expect(`${at} ${got.has(key)}`).toBe(`${at} false`)
        else if (was === null || saw || event.subject === 'beds')
          expect(`${at} ${got.has(key)}`).toBe(`${at} true`)
        held += 1
      }
    }
    console.info(`confinement: ${log.length} events × ${heard.size} viewers: ${held} held`)
    expect(held).toBe(log.length * heard.size)
  })

  it('brings and takes rows only of what one may, or might, know of', () => {
    for (const [name, news] of heard) {
      const ever = new Set<string>()
      for (const { event, was, is, transferWas, transferIs } of history()) {
        const sees = seesRow(name, event.subject, is, transferIs)
        const saw = was !== null && seesRow(name, event.subject, was, transferWas)
        if (sees || saw) ever.add(`${event.subject} ${event.subject_id}`)
        for (const other of ['reservation', 'ride'])
          for (const [key, row] of hanging(other, event.transfer))
            if (seesRow(name, other, row, transferIs)) ever.add(key)
      }
      for (const one of news)
        if (one.kind !== 'event')
          expect([...ever], `${name} ${one.kind}`).toContain(`${one.subject} ${one.id}`)
    }
  })

  it('holds no clinical word and no phone line, for anybody', () => {
    const secret = told.flatMap(({ words }) =>
      (['clinical', 'contacts', 'accepted'] as const).flatMap((part) => words[part] ?? []),
    )
    expect(secret.length).toBeGreaterThan(40)
    for (const [name, news] of heard) {
      const text = JSON.stringify(news)
      expect(
        secret.filter((word) => text.includes(word)),
        name,
      ).toEqual([])
    }
  })

  it('has every field in the list', () => {
    const fields = [...heard.values()]
      .flat()
      .flatMap((one) => leavesOf(one).map((leaf) => `${one.kind} ${leaf}`))
    expect([...new Set(fields)].filter((leaf) => !listed.includes(leaf)).sort()).toEqual([])
    const names = new Set(log.map(({ name }) => name))
    expect(EVENT_NAMES.filter((name) => names.has(name)).length).toBeGreaterThan(25)
  })
})

/** The last known rows of a transfer's other subjects. */
function hanging(subject: string, transfer: string): [string, Row][] {
  const found = new Map<string, Row>()
  for (const one of log)
    if (one.subject === subject && one.transfer === transfer) {
      const key = `${subject} ${one.subject_id}`
      found.set(key, { ...found.get(key), ...one.data })
    }
  return [...found]
}

import { randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '#shared/wire/command.ts'
import { decisions } from '#shared/wire/decisions.ts'
import { createApp } from '#server/http/app.ts'
import { perform } from '#server/perform.ts'
import { closeParts, makeParts } from '#server/start.ts'
import { migrate } from '#server/store/migrate.ts'
import { storeOn } from '#server/store/sqlite.ts'
import type { Store } from '#server/store/store.ts'
import { anId, aRequest, ids, people, places, plus, T0 } from '#test/support/builders.ts'
import { fill } from '#test/support/fill.ts'
import { json, signIn } from '#test/support/server.ts'
import { roomEverywhere } from '#test/support/story.ts'

/** What the database is asked, in its own words without the values. */
const asked: string[] = []
let store: Store
let parts: Awaited<ReturnType<typeof makeParts>>
let app: ReturnType<typeof createApp>
let cookie: string
beforeAll(async () => {
  const database = new Database(':memory:', {
    verbose: (said) => asked.push(String(said).replace(/'(?:[^']|'')*'(\/\*.*?\*\/)?|\b\d+(\.\d+)?\b/g, '?')),
  })
  store = storeOn(database, () => undefined)
  const now = () => new Date(T0)
  await migrate(store, T0)
  await fill(store, roomEverywhere(), '2a')
  parts = await makeParts(store, decisions, null, { now, random: randomBytes })
  app = createApp(parts)
  const act = async (person: (typeof people)[keyof typeof people], name: string, payload: object) => {
    const command = { id: crypto.randomUUID(), name, at: T0, payload } as Command
    expect(await perform(parts.hinge, { person, command, hash: 'x' })).not.toHaveProperty('refused')
  }
  const { transfer, reservation, ride } = ids
  await act(people.intensivist, 'transfer.submit', { transfer, request: aRequest() })
  await act(people.rcps, 'transfer.hand-over', { transfer, note: 'vol' })
  await act(people.lcps, 'transfer.offer', { transfer, reservation, hospital: places.to, reason: 'zo' })
  const acceptedBy = { role: 'intensivist van dienst', phone: '088-7654321' }
  await act(people.receiver, 'reservation.confirm', { reservation, acceptedBy, needs: [] })
  const plan = { ride, transfer, vehicle: places.vehicle, escorted: false, departAt: plus(60) }
  await act(people.desk, 'ride.plan', plan)
  cookie = await signIn(app, `intensivist@${places.elsewhere}`)
})
afterAll(() => closeParts(parts))

async function questions(ask: () => Promise<Response>): Promise<string[]> {
  asked.length = 0
  expect((await ask()).status).toBe(404)
  return [...asked]
}
const post = async (name: string, payload: object) =>
  app.request('/api/commands', json({ id: crypto.randomUUID(), name, at: T0, payload }, cookie))

/** Of every kind of thing a command can be about. */
const ABOUT: [string, object, object][] = [
  ['transfer.claim', { transfer: ids.transfer }, { transfer: anId(700) }],
  ['transfer.hold', { transfer: ids.transfer }, { transfer: anId(700) }],
  ['reservation.acknowledge', { reservation: ids.reservation }, { reservation: anId(700) }],
  ['ride.accept', { ride: ids.ride }, { ride: anId(700) }],
  ['ride.advance', { ride: ids.ride, to: 'en-route' }, { ride: anId(700), to: 'en-route' }],
]

describe('what is not a stranger’s and what is not there cost the same', () => {
  it.each(['', '/match', '/transport'])('reading it: /api/transfers/{id}%s', async (tail) => {
    const get = (id: string) => async () =>
      app.request(`/api/transfers/${id}${tail}`, { headers: { cookie } })
    const theirs = await questions(get(ids.transfer))
    expect(theirs.length).toBeGreaterThan(1)
    expect(theirs).toEqual(await questions(get(anId(700))))
  })

  it.each(ABOUT)('acting on it: %s', async (name, theirs, nowhere) => {
    const first = await questions(() => post(name, theirs))
    expect(first.length).toBeGreaterThan(4)
    expect(first).toEqual(await questions(() => post(name, nowhere)))
  })
})

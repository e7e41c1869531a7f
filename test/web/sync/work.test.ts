// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Snapshot } from '#shared/wire/reads.ts'
import { aTransfer, anId, plus, T0 } from '#test/support/builders.ts'
import { Line } from '#test/support/line.ts'
import { type Clock, freshDb, handClock, html, json, receipt, settle, testLock } from '#test/support/phone.ts'
import { forget } from '#web/sync/forget.ts'
import type { LocalDb } from '#web/sync/local-db.ts'
import { Stream } from '#web/sync/stream.ts'
import { Tabs } from '#web/sync/tabs.ts'
import { Work } from '#web/sync/work.ts'

let db: LocalDb
let clock: Clock
let answers: { snapshot: () => Response | Promise<Response>; command: () => Response | Promise<Response> }
let asked: string[]
let opened: string[]
let lines: Line[]
const onSessionLost = vi.fn()
const onSynced = vi.fn()

const snapshot = (over: Partial<Snapshot> = {}): Snapshot => ({
  cursor: 'c1',
  epoch: 'e1',
  at: T0,
  transfers: [aTransfer()],
  reservations: [],
  rides: [],
  beds: [],
  phases: [],
  alerts: [],
  register: [],
  ...over,
})

function aWork(person: string): Work {
  return new Work(
    {
      db,
      fetch: async (path) => {
        asked.push(path)
        return path === '/api/snapshot' ? answers.snapshot() : answers.command()
      },
      openSource: (url) => {
        opened.push(url)
        lines.push(new Line(url))
        return lines.at(-1) as Line
      },
      clock: clock.now,
      random: () => 0.5,
      loadLine: () => Promise.resolve({ Stream, Tabs }),
      lock: testLock(),
      setTimer: clock.setTimer,
      isOnline: () => true,
      onConnection: () => undefined,
      onSynced,
      onServerTime: () => undefined,
      onSessionLost,
      onFault: (fault) => {
        throw fault
      },
    },
    person,
  )
}

const begun = async (person: string): Promise<Work> => {
  const work = aWork(person)
  await work.start()
  await settle()
  return work
}

beforeEach(() => {
  db = freshDb()
  clock = handClock()
  answers = { snapshot: () => json(snapshot()), command: () => Promise.reject(new TypeError('no network')) }
  asked = []
  opened = []
  lines = []
  onSessionLost.mockReset()
  onSynced.mockReset()
})

describe('a session that is over', () => {
  test('is told once: what comes back later says nothing of whoever signed in since', async () => {
    const waiting: ((answer: Response) => void)[] = []
    answers.command = () => new Promise((done) => waiting.push(done))
    const work = await begun('rcps@nazmn')
    for (const n of [1, 2])
      await work.outbox.enqueue(
        { id: anId(n), name: 'transfer.claim', at: T0, payload: { transfer: anId(n) } },
        anId(n),
      )
    await settle()
    waiting[0]?.(json({ code: 'session.required' }, 401))
    await settle()
    expect(onSessionLost).toHaveBeenCalledTimes(1)
    work.stop()
    waiting[1]?.(json({ code: 'session.required' }, 401))
    await settle()
    expect(onSessionLost).toHaveBeenCalledTimes(1)
    expect((await db.outbox.toArray()).map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  })
})

describe('starting', () => {
  test('the whole first, then the news from its cursor on', async () => {
    await begun('rcps@nazmn')
    expect(await db.transfers.toArray()).toEqual([aTransfer()])
    await vi.waitFor(() => expect(opened).toEqual(['/api/events?since=c1']), 4_000)
    expect(onSynced).toHaveBeenCalledWith(T0)
  })

  test('a snapshot that was already on its way is used, not asked for twice', async () => {
    const work = aWork('rcps@nazmn')
    await work.start(Promise.resolve({ ok: snapshot({ cursor: 'c4' }), at: null }))
    await settle()
    expect(asked).toEqual([])
    await vi.waitFor(() => expect(opened).toEqual(['/api/events?since=c4']), 4_000)
  })

  test.each([
    ['no network', () => Promise.reject(new TypeError('no network'))],
    ["a portal's page", () => html()],
    ['the server down', () => json({ code: 'unavailable' }, 503)],
    ['a snapshot without its rows', () => json({ cursor: 'c', epoch: 'e', at: T0 })],
  ])('%s: a phone without rows tries again', async (_name, bad) => {
    answers.snapshot = bad
    await begun('rcps@nazmn')
    expect(opened).toEqual([])
    answers.snapshot = () => json(snapshot({ cursor: 'c2' }))
    await clock.pass(10_000)
    expect(opened).toEqual(['/api/events?since=c2'])
    expect(await db.transfers.count()).toBe(1)
  })

  test('a phone that holds rows catches up in one request: the news from its cursor on', async () => {
    const first = await begun('rcps@nazmn')
    lines[0]?.say('message', { kind: 'gone', subject: 'ride', id: anId(7) }, 'c5')
    await clock.pass(50)
    first.stop()
    asked = []
    await begun('rcps@nazmn')
    expect(asked).toEqual([])
    expect(opened.slice(1)).toEqual(['/api/events?since=c5'])
    expect(await db.transfers.count()).toBe(1)
  })

  test('what ended leaves with a fresh whole: a day after the last one, also where the cursor is known', async () => {
    const first = await begun('rcps@nazmn')
    first.stop()
    asked = []
    const second = await begun('rcps@nazmn')
    expect(asked).toEqual([])
    second.stop()
    await db.meta.put({ key: 'wholeAt', value: plus(-24 * 60) })
    answers.snapshot = () => json(snapshot({ cursor: 'c9', transfers: [] }))
    await begun('rcps@nazmn')
    await vi.waitFor(async () => expect(await db.transfers.count()).toBe(0), 4_000)
    expect(asked).toEqual(['/api/snapshot'])
  })

  test('rows that an earlier version laid in may lack a table: the whole is fetched', async () => {
    const first = await begun('rcps@nazmn')
    first.stop()
    await db.meta.put({ key: 'shape', value: 'transfers,rides' })
    asked = []
    await begun('rcps@nazmn')
    expect(asked).toEqual(['/api/snapshot'])
  })

  test('a cursor the server does not know any more: the whole is fetched, until it comes', async () => {
    const first = await begun('rcps@nazmn')
    first.stop()
    answers.snapshot = () => Promise.reject(new TypeError('no network'))
    await begun('rcps@nazmn')
    lines.at(-1)?.say('reset')
    await clock.pass(10_000)
    expect(opened).toHaveLength(2)
    answers.snapshot = () => json(snapshot({ cursor: 'c9' }))
    await clock.pass(10_000)
    expect(opened.at(-1)).toBe('/api/events?since=c9')
  })

  test('older news on its way does not count as in step', async () => {
    await begun('rcps@nazmn')
    onSynced.mockReset()
    await clock.pass(1_000)
    lines[0]?.say('message', { kind: 'gone', subject: 'ride', id: anId(7) }, 'c5')
    await clock.pass(1_000)
    expect(onSynced).not.toHaveBeenCalled()
    expect((await db.meta.get('syncedAt'))?.value).toBe(T0)
    lines[0]?.say('beat', {}, 'c6')
    await clock.pass(1_000)
    expect(onSynced).toHaveBeenCalledTimes(1)
    expect((await db.meta.get('syncedAt'))?.value).not.toBe(T0)
  })

  test('without a session it says so', async () => {
    answers.snapshot = () => json({ code: 'session.required' }, 401)
    await begun('rcps@nazmn')
    expect(onSessionLost).toHaveBeenCalled()
  })
})

describe('one phone, two people', () => {
  test("the second finds none of the first one's rows, even without a network", async () => {
    const first = await begun('rcps@nazmn')
    first.stop()
    answers.snapshot = () => Promise.reject(new TypeError('no network'))
    await begun('crew@amb')
    expect(await db.transfers.count()).toBe(0)
    expect(await db.meta.get('cursor')).toBeUndefined()
  })

  test("the first one's queue and drafts wait, unreadable for the second", async () => {
    const first = await begun('intensivist@a')
    await first.drafts.save('request', { note: 'wordt suf' })
    await first.outbox.enqueue(
      { id: anId(1), name: 'transfer.claim', at: T0, payload: { transfer: anId(2) } },
      anId(2),
    )
    await settle()
    first.stop()
    const second = await begun('intensivist@b')
    expect(await second.drafts.load('request')).toBeUndefined()
    const draft = await db.drafts.get(['intensivist@a', 'request'])
    if (draft === undefined) throw new Error('the draft is gone')
    expect(await second.sealer.unseal(draft.sealed, 'draft:request')).toBeUndefined()
    second.stop()
    answers.command = () => receipt(anId(1))
    const again = await begun('intensivist@a')
    expect(await again.drafts.load('request')).toEqual({ note: 'wordt suf' })
    expect((await db.outbox.toArray()).map(({ state }) => state)).toEqual(['received'])
  })

  test('signing out leaves nothing of this person and all of the other', async () => {
    const first = await begun('intensivist@a')
    await first.drafts.save('request', 1)
    first.stop()
    const second = await begun('intensivist@b')
    await second.drafts.save('request', 2)
    second.stop()
    await forget(db, 'intensivist@b')
    expect(await db.transfers.count()).toBe(0)
    expect((await db.drafts.toArray()).map(({ person }) => person)).toEqual(['intensivist@a'])
    expect((await db.keys.toArray()).map(({ person }) => person)).toEqual(['intensivist@a'])
  })
})

describe('drafts', () => {
  test('the key cannot leave the browser', async () => {
    const work = await begun('intensivist@a')
    await work.drafts.save('request', 1)
    const stored = await db.keys.get('intensivist@a')
    expect(stored?.key.extractable).toBe(false)
  })

  test('a draft under another name, or tampered with, is not opened', async () => {
    const work = await begun('intensivist@a')
    await work.drafts.save('request', { note: 'wordt suf' })
    const draft = await db.drafts.get(['intensivist@a', 'request'])
    if (draft === undefined) throw new Error('no draft')
    expect(JSON.stringify([...new Uint8Array(draft.sealed.data)])).not.toContain(
      JSON.stringify([...Buffer.from('wordt suf')]).slice(1, -1),
    )
    await db.drafts.put({ ...draft, key: 'other' })
    expect(await work.drafts.load('other')).toBeUndefined()
  })

  test('after twelve hours a draft is gone from the phone, of whoever it is', async () => {
    const work = await begun('intensivist@a')
    await work.drafts.save('request', 1)
    work.stop()
    await clock.pass(12 * 3_600_000 + 1)
    const other = await begun('intensivist@b')
    await other.drafts.sweep()
    expect(await db.drafts.count()).toBe(0)
  })
})

test('a server restored to an earlier point gets the queue again', async () => {
  const work = await begun('rcps@nazmn')
  answers.command = () => receipt(anId(1))
  await work.outbox.enqueue(
    { id: anId(1), name: 'transfer.claim', at: T0, payload: { transfer: anId(2) } },
    anId(2),
  )
  await settle()
  const before = asked.filter((path) => path === '/api/commands').length
  work.stop()
  answers.snapshot = () => json(snapshot({ epoch: 'e2', transfers: [] }))
  await begun('rcps@nazmn')
  lines.at(-1)?.say('reset')
  await settle()
  expect(asked.filter((path) => path === '/api/commands')).toHaveLength(before + 1)
  expect(await db.transfers.count()).toBe(0)
})

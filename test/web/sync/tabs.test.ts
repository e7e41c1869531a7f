// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest'
import { aTransfer, anId, T0 } from '#test/support/builders.ts'
import { aBrowser, Line } from '#test/support/line.ts'
import { type Clock, freshDb, handClock, json, settle, testLock } from '#test/support/phone.ts'
import { snapshotOf } from '#test/support/signed-in.ts'
import { type LocalDb, openLocalDb } from '#web/sync/local-db.ts'
import { Stream } from '#web/sync/stream.ts'
import { Tabs } from '#web/sync/tabs.ts'
import { Work } from '#web/sync/work.ts'

const PERSON = 'rcps@nazmn'
let clock: Clock
let browser: ReturnType<typeof aBrowser>
let first: LocalDb
let lines: Line[]
let asked: string[]
let answer: () => Response | Promise<Response>

type Tab = { work: Work; said: string[]; synced: string[]; lost: number; ahead: number[] }

/** One more tab of the same browser: the same database, locks and channels. */
async function aTab(db: LocalDb = openLocalDb(first.name), alone = false): Promise<Tab> {
  const tab: Omit<Tab, 'work'> = { said: [], synced: [], lost: 0, ahead: [] }
  const work = new Work(
    {
      db,
      fetch: async (path) => {
        asked.push(path)
        return answer()
      },
      openSource: (url) => {
        lines.push(new Line(url))
        return lines.at(-1) as Line
      },
      clock: clock.now,
      random: () => 0.5,
      lock: testLock(),
      setTimer: clock.setTimer,
      isOnline: () => true,
      onConnection: (now) => tab.said.push(now),
      onSynced: (at) => tab.synced.push(at),
      onServerTime: (ms) => tab.ahead.push(ms - clock.now()),
      onSessionLost: () => {
        found.lost += 1
      },
      onFault: (fault) => {
        throw fault
      },
      loadLine: async () => ({ Stream, Tabs, neighbours: alone ? undefined : browser.neighbours }),
    },
    PERSON,
  )
  const found: Tab = Object.assign(tab, { work })
  await work.start()
  await settle()
  return found
}

const open = () => lines.filter(({ closed }) => !closed)

beforeEach(() => {
  clock = handClock()
  browser = aBrowser()
  first = freshDb()
  lines = []
  asked = []
  answer = () => json(snapshotOf({ at: T0, transfers: [aTransfer()] }))
})

describe('tabs of one person', () => {
  test('share one stream and one snapshot; news stands in all of them', async () => {
    const one = await aTab(first)
    const others = [await aTab(), await aTab(), await aTab()]
    expect(open()).toHaveLength(1)
    expect(asked).toEqual(['/api/snapshot'])
    await clock.pass(5_000)
    lines[0]?.say('message', { kind: 'gone', subject: 'transfer', id: anId(1) }, 'c2')
    lines[0]?.say('beat', {}, 'c3')
    await clock.pass(100)
    for (const { said, synced } of [one, ...others]) {
      expect(said.at(-1)).toBe('live')
      expect(synced.at(-1)).toBe('2026-11-21T10:00:05.000Z')
    }
    expect(await openLocalDb(first.name).transfers.count()).toBe(0)
  })

  test('one that opens later hears at once how it stands, and how far the clock is off', async () => {
    answer = () => json(snapshotOf({ at: new Date(clock.now() + 3_600_000).toISOString() }))
    await aTab(first)
    lines[0]?.say('beat')
    await clock.pass(5_000)
    const late = await aTab()
    expect(late.said).toEqual(['live'])
    expect(late.ahead.at(-1)).toBe(3_600_000)
    expect(open()).toHaveLength(1)
  })

  test('when the one that keeps the stream closes, the next takes over at once, from where it was', async () => {
    const one = await aTab(first)
    await aTab()
    const third = await aTab()
    lines[0]?.say('message', { kind: 'gone', subject: 'transfer', id: anId(1) }, 'c7')
    await clock.pass(100)
    one.work.stop()
    await settle()
    expect(lines.map(({ url }) => url)).toEqual(['/api/events?since=c1', '/api/events?since=c7'])
    expect(open()).toHaveLength(1)
    lines[1]?.say('beat')
    await clock.pass(10)
    expect(third.said.at(-1)).toBe('live')
    expect(asked).toEqual(['/api/snapshot'])
  })

  test('one that sleeps on and says nothing is not waited for by who is looked at', async () => {
    await aTab(first)
    const other = await aTab()
    // Put to sleep: it hears nothing any more and says nothing.
    browser.freeze()
    other.work.hurry()
    await clock.pass(3_100)
    expect(open()).toHaveLength(2)
    lines.at(-1)?.say('beat')
    await clock.pass(10)
    expect(other.said.at(-1)).toBe('live')
  })

  test('nor for ever by the others', async () => {
    await aTab(first)
    await aTab()
    browser.freeze()
    await clock.pass(125_000)
    expect(lines).toHaveLength(4)
    await clock.pass(10_000)
    expect(open()).toHaveLength(2)
  })

  test('a lost line is told too, and looking at another tab hurries the one that keeps it', async () => {
    await aTab(first)
    const other = await aTab()
    lines[0]?.say('beat')
    await clock.pass(10)
    lines[0]?.say('error')
    await settle()
    expect(other.said.at(-1)).toBe('connecting')
    other.work.hurry()
    await settle()
    expect(lines).toHaveLength(2)
    expect(open()).toHaveLength(1)
  })

  test('for a long time without news, and without a connection, none opens a second line', async () => {
    await aTab(first)
    await aTab()
    await aTab()
    for (let minute = 0; minute < 6; minute += 1) {
      open()[0]?.say('error')
      await clock.pass(60_000)
      expect(open().length).toBeLessThanOrEqual(1)
    }
  })

  test('a session that is over for one is over for all', async () => {
    const one = await aTab(first)
    const other = await aTab()
    answer = () => json({ code: 'session.required' }, 401)
    lines[0]?.say('reset')
    await settle()
    expect([one.lost, other.lost]).toEqual([1, 1])
  })

  test('where tabs cannot find each other each has a stream of its own', async () => {
    await aTab(first, true)
    await aTab(undefined, true)
    expect(open()).toHaveLength(2)
  })
})

// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest'
import type { News } from '#shared/wire/event.ts'
import { anId } from '#test/support/builders.ts'
import { Line } from '#test/support/line.ts'
import { type Clock, handClock } from '#test/support/phone.ts'
import { type Connection, SILENCE_MS, Stream } from '#web/sync/stream.ts'

const gone = (id = 1): News => ({ kind: 'gone', subject: 'transfer', id: anId(id) })

let clock: Clock
let lines: Line[]
let written: { news: News[]; cursor: string }[]
let connections: Connection[]
let resets: number
let polls: number
let heard: number
let online: boolean
let failWrite: boolean
const line = (at = -1): Line => {
  const found = lines.at(at)
  if (found === undefined) throw new Error('no line')
  return found
}

function aStream(): Stream {
  return new Stream(
    {
      openSource: (url) => {
        const made = new Line(url)
        lines.push(made)
        return made
      },
      random: () => 0.5,
      setTimer: clock.setTimer,
      clock: clock.now,
      isOnline: () => online,
      onNews: async (news, cursor) => {
        if (failWrite) throw new Error('QuotaExceededError')
        if (news.length > 0) written.push({ news, cursor })
      },
      onHeard: () => {
        heard += 1
      },
      onReset: () => {
        resets += 1
      },
      onSilence: () => {
        polls += 1
      },
      onConnection: (now) => connections.push(now),
      onFault: () => undefined,
    },
    'c0',
  )
}

beforeEach(() => {
  clock = handClock()
  lines = []
  written = []
  connections = []
  resets = 0
  polls = 0
  heard = 0
  online = true
  failWrite = false
})

describe('a live line', () => {
  test('starts from its cursor and is live when it is heard', async () => {
    aStream()
    expect(line().url).toBe('/api/events?since=c0')
    line().say('open')
    expect(connections).toEqual(['connecting'])
    line().say('beat')
    await clock.pass(0)
    expect(connections).toEqual(['connecting', 'live'])
  })

  test('news that comes together is written together, with the last cursor', async () => {
    aStream()
    line().say('beat')
    line().say('message', gone(1))
    line().say('message', gone(2), 'c7')
    await clock.pass(50)
    expect(written).toEqual([{ news: [gone(1), gone(2)], cursor: 'c7' }])
  })

  test('writes keep the order of the news', async () => {
    aStream()
    line().say('message', gone(1), 'c1')
    await clock.pass(50)
    line().say('message', gone(2), 'c2')
    await clock.pass(50)
    expect(written.map(({ cursor }) => cursor)).toEqual(['c1', 'c2'])
  })

  test('a beat keeps it alive and carries the cursor to the next connection', async () => {
    aStream()
    for (let beat = 0; beat < 10; beat += 1) {
      await clock.pass(15_000)
      line().say('beat', {}, `b${beat}`)
    }
    expect(lines).toHaveLength(1)
    line().say('error')
    await clock.pass(5_000)
    expect(line().url).toBe('/api/events?since=b9')
  })
})

describe('a line that fails', () => {
  test('35 s without a sound is dead: a new one is opened', async () => {
    aStream()
    line().say('beat')
    await clock.pass(SILENCE_MS - 1)
    expect(connections.at(-1)).toBe('live')
    await clock.pass(2)
    expect(line(0).closed).toBe(true)
    expect(connections.at(-1)).toBe('connecting')
    await clock.pass(5_000)
    expect(lines).toHaveLength(2)
  })

  test('a line that opens and says nothing is no line: the whole is asked for soon, and again and again', async () => {
    aStream()
    await clock.pass(3_999)
    expect(polls).toBe(0)
    await clock.pass(2)
    expect(polls).toBe(1)
    for (let turn = 0; turn < 6; turn += 1) await clock.pass(15_000)
    expect(polls).toBeGreaterThanOrEqual(6)
    expect(lines.length).toBeGreaterThanOrEqual(2)
    expect(connections).not.toContain('live')
  })

  test('a line that falls silent is found in 35 s, and the whole is asked for at once', async () => {
    aStream()
    line().say('beat')
    await clock.pass(SILENCE_MS - 1)
    expect(polls).toBe(0)
    await clock.pass(2)
    expect(polls).toBe(1)
  })

  test('what comes before the first beat is older news: not live yet', async () => {
    aStream()
    line().say('message', gone(1), 'c1')
    await clock.pass(50)
    expect(written).toEqual([{ news: [gone(1)], cursor: 'c1' }])
    expect(connections).toEqual(['connecting'])
    expect(heard).toBe(0)
    line().say('beat', {}, 'c2')
    await clock.pass(50)
    expect(connections).toEqual(['connecting', 'live'])
    expect(heard).toBe(1)
  })

  test('back in view after a sleep the line is not trusted; on another network never', async () => {
    const stream = aStream()
    line().say('beat')
    stream.hurry()
    expect(lines).toHaveLength(1)
    await clock.pass(21_000)
    stream.hurry()
    expect(lines).toHaveLength(2)
    stream.hurry(true)
    expect(lines).toHaveLength(3)
    expect(lines.slice(0, 2).map(({ closed }) => closed)).toEqual([true, true])
  })

  test('an error reconnects from the last cursor, and a line that is over is not heard any more', async () => {
    aStream()
    line().say('message', gone(1), 'c5')
    line().say('error')
    line(0).say('message', gone(2), 'c6')
    await clock.pass(5_000)
    expect(line().url).toBe('/api/events?since=c5')
    expect(written).toEqual([{ news: [gone(1)], cursor: 'c5' }])
  })

  test('while it stays away the whole is asked for now and then, no longer once it is back', async () => {
    aStream()
    line().say('error')
    await clock.pass(3_000)
    line().say('error')
    expect(polls).toBe(1)
    for (let turn = 0; turn < 4; turn += 1) {
      await clock.pass(15_000)
      line().say('error')
    }
    expect(polls).toBeGreaterThanOrEqual(4)
    while (line().closed) await clock.pass(1_000)
    line().say('beat')
    const before = polls
    for (let beat = 0; beat < 8; beat += 1) {
      await clock.pass(15_000)
      line().say('beat')
    }
    expect(polls).toBe(before)
  })

  test('without a network it says so, and comes back at once when asked', async () => {
    const stream = aStream()
    online = false
    line().say('error')
    expect(connections.at(-1)).toBe('offline')
    online = true
    stream.hurry()
    expect(lines).toHaveLength(2)
  })

  test.each([
    ['reset', () => line().say('reset')],
    ['news it cannot read', () => line().say('message', '<html>', 'c3')],
    ['news of a shape it does not know', () => line().say('message', { kind: 'merge' }, 'c3')],
  ])('%s: everything is asked for anew and nothing more is opened here', async (_name, happens) => {
    aStream()
    happens()
    expect(resets).toBe(1)
    expect(line().closed).toBe(true)
    await clock.pass(120_000)
    expect(lines).toHaveLength(1)
    expect(clock.pending()).toBe(0)
  })

  test('news of a thing that only a later version shows is passed over', async () => {
    aStream()
    line().say('beat')
    line().say('message', { kind: 'gone', subject: 'helicopter', id: anId(1) }, 'c3')
    line().say('message', gone(1), 'c4')
    await clock.pass(50)
    expect(resets).toBe(0)
    expect(written).toEqual([{ news: [gone(1)], cursor: 'c4' }])
  })

  test('news that could not be written is fetched anew, never skipped', async () => {
    aStream()
    failWrite = true
    line().say('message', gone(1), 'c1')
    await clock.pass(50)
    expect(resets).toBe(1)
  })

  test('nor asked for twice, where more than one write was on its way', async () => {
    aStream()
    failWrite = true
    for (const cursor of ['c1', 'c2']) line().say('beat', {}, cursor)
    await clock.pass(50)
    expect(resets).toBe(1)
  })
})

test('a closed stream leaves nothing running', async () => {
  const stream = aStream()
  line().say('message', gone(1), 'c1')
  stream.close()
  await clock.pass(120_000)
  expect(written).toEqual([])
  expect(lines).toHaveLength(1)
  expect(clock.pending()).toBe(0)
})

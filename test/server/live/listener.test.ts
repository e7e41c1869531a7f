import { createServer, type Server, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BY_ITSELF } from '#shared/record/act.ts'
import { beat, deliver, deliverSlowly, framesFor, type Listener } from '#server/live/listener.ts'
import type { Prepared } from '#server/live/prepare.ts'
import { aPerson, T0 } from '#test/support/builders.ts'

const bytes = Buffer.from('data: {"kind":"event"}\n\n')
const row = Buffer.from('data: {"kind":"row"}\n\n')
const gone = Buffer.from('data: {"kind":"gone"}\n\n')
const prepared = (over: Partial<Prepared> = {}): Prepared => ({
  seq: 1,
  mark: 0,
  transfer: null,
  bytes,
  audience: ['hospital:a'],
  shifts: [],
  ...over,
})
const shift = (before: string[], seen: string[], now: string[] = seen, own = true) => ({
  of: { subject: 'transfer' as const, id: 'x', before, after: seen },
  own,
  row,
  gone,
  now,
})

describe('what a viewer is sent', () => {
  it.each([
    ['the event to who sees it', ['hospital:a'], prepared(), [bytes]],
    ['nothing to anyone else', ['hospital:b'], prepared(), []],
    [
      'the row instead of the event to who gained sight',
      ['hospital:a'],
      prepared({ shifts: [shift(['rcps:r'], ['rcps:r', 'hospital:a'])] }),
      [row],
    ],
    [
      'the event to who saw it before, whoever gained sight',
      ['rcps:r'],
      prepared({ audience: ['rcps:r', 'hospital:a'], shifts: [shift(['rcps:r'], ['rcps:r', 'hospital:a'])] }),
      [bytes],
    ],
    [
      'gone to who lost sight',
      ['hospital:b'],
      prepared({ shifts: [shift(['hospital:b'], ['hospital:a'])] }),
      [gone],
    ],
    [
      'nothing where sight was gained and is lost again by now',
      ['hospital:a'],
      prepared({ shifts: [shift([], ['hospital:a'], [])] }),
      [],
    ],
    [
      'the event and the rows that hang on it',
      ['lcps'],
      prepared({ audience: ['lcps'], shifts: [shift([], ['lcps'], ['lcps'], false)] }),
      [bytes, row],
    ],
    [
      'the event to who keeps sight by another key',
      ['hospital:a', 'rcps:r'],
      prepared({ audience: ['rcps:r'], shifts: [shift(['hospital:a', 'rcps:r'], ['rcps:r'])] }),
      [bytes],
    ],
  ])('is %s', (_, keys, news, frames) => {
    expect(framesFor(keys, news).map(String)).toEqual(frames.map(String))
  })
})

describe('one stream', () => {
  let server: Server
  let socket: Socket
  let out: ServerResponse
  beforeEach(async () => {
    out = await new Promise<ServerResponse>((resolve) => {
      server = createServer((_, response) => resolve(response))
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        socket = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1')
        socket.write('GET / HTTP/1.1\r\nhost: here\r\n\r\n')
      })
    })
    out.writeHead(200, { 'content-type': 'text/event-stream' })
  })
  afterEach(() => {
    socket.destroy()
    server.closeAllConnections()
    server.close()
  })

  const listener = (over: Partial<Listener> = {}): Listener => ({
    keys: ['hospital:a'],
    reader: {
      person: aPerson('bed-desk', 'a'),
      via: BY_ITSELF,
      recorded: new Set(),
    },
    tokenHash: 'hash',
    expires: Date.parse(T0) + 3_600_000,
    at: { seq: 0, mark: 0 },
    caughtUp: true,
    cursor: ({ seq }) => `cursor-${seq}`,
    out,
    ...over,
  })
  const heard = async (until: string): Promise<string> => {
    let text = ''
    for await (const part of socket) {
      text += String(part)
      if (text.includes(until)) break
    }
    return text
  }

  it('moves the cursor with the last frame only, so that a break in between repeats', async () => {
    const news = prepared({
      seq: 7,
      audience: ['hospital:a'],
      shifts: [shift([], ['hospital:a'], ['hospital:a'], false)],
    })
    expect(deliver(listener(), [news])).toBe(true)
    const text = await heard('"row"}')
    expect(text.match(/id: /g)).toHaveLength(1)
    expect(text.indexOf('"event"}')).toBeLessThan(text.indexOf('id: cursor-7'))
    expect(text.indexOf('id: cursor-7')).toBeLessThan(text.indexOf('"row"}'))
  })

  it('carries the cursor forward in its sign of life, past what was not for this viewer', async () => {
    const one = listener()
    deliver(one, [prepared({ seq: 9, audience: ['hospital:b'] })])
    expect(beat(one, new Date(T0))).toBe(true)
    expect(await heard('event: beat')).toContain('id: cursor-9\n')
  })

  it('says nothing about a place it has not caught up to', () => {
    const one = listener({ caughtUp: false })
    expect(beat(one, new Date(T0))).toBe(true)
    expect(out.writableLength).toBe(0)
  })

  it('ends with its session', () => {
    expect(beat(listener({ expires: Date.parse(T0) }), new Date(T0))).toBe(false)
    expect(out.writableEnded).toBe(true)
  })

  it('is dropped when its viewer does not read, before it holds 300 kB', async () => {
    socket.pause()
    const one = listener()
    const big = prepared({ bytes: Buffer.from(`data: "${'x'.repeat(20_000)}"\n\n`) })
    let held = 0
    let sent = 0
    while (deliver(one, [{ ...big, seq: sent + 1 }])) {
      held = Math.max(held, out.writableLength)
      sent += 1
      if (sent % 20 === 0) await new Promise((resolve) => setImmediate(resolve))
      expect(sent).toBeLessThan(5000)
    }
    expect(held).toBeLessThan(300_000)
    expect(out.destroyed).toBe(true)
    expect(deliver(one, [{ ...big, seq: sent + 2 }])).toBe(false)
  })

  it('lets a viewer that catches up read at its own pace, whatever that is, and learns when it is gone', async () => {
    socket.pause()
    const one = listener({ caughtUp: false })
    const big = prepared({ bytes: Buffer.from(`data: "${'x'.repeat(8_000_000)}"\n\n`) })
    const ears = () => out.listenerCount('close') + out.listenerCount('drain')
    const before = ears()
    let done: boolean | null = null
    const first = deliverSlowly(one, [big]).then((reads) => {
      done = reads
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(done).toBeNull()
    socket.resume()
    await first
    expect(done).toBe(true)
    expect(ears()).toBe(before)
    socket.pause()
    const second = deliverSlowly(one, [{ ...big, seq: 2 }])
    setTimeout(() => socket.destroy(), 50)
    expect(await second).toBe(false)
  })
})

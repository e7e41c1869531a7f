// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Command } from '#shared/wire/command.ts'
import { aRequest, anId, T0 } from '#test/support/builders.ts'
import { type Clock, freshDb, handClock, html, json, receipt, settle, testLock } from '#test/support/phone.ts'
import { makeSealer } from '#web/sync/crypto.ts'
import type { LocalDb } from '#web/sync/local-db.ts'
import { Outbox } from '#web/sync/outbox.ts'

type Answer = (command: Command) => Response | Promise<Response>

let db: LocalDb
let clock: Clock
let sent: Command[]
let answer: Answer
const faults: unknown[] = []
const onSessionLost = vi.fn()

const taken: Answer = (command) => receipt(command.id)
const noSignal: Answer = () => Promise.reject(new TypeError('Failed to fetch'))

const claim = (number: number): Command => ({
  id: anId(number),
  name: 'transfer.claim',
  at: T0,
  payload: { transfer: anId(900) },
})

function anOutbox(person = 'rcps@nazmn'): Outbox {
  return new Outbox({
    db,
    sealer: makeSealer(db, person),
    person,
    fetch: async (_path, init) => {
      const command = JSON.parse(String(init?.body)) as Command
      sent.push(command)
      return answer(command)
    },
    clock: clock.now,
    random: () => 0.5,
    lock: testLock(),
    setTimer: clock.setTimer,
    onFault: (fault) => faults.push(fault),
    onSessionLost,
  })
}

const states = async () => (await db.outbox.orderBy('seq').toArray()).map(({ state }) => state)
const only = async () => {
  const entry = (await db.outbox.toArray())[0]
  if (entry === undefined) throw new Error('nothing queued')
  return entry
}

beforeEach(() => {
  db = freshDb()
  clock = handClock()
  sent = []
  faults.length = 0
  answer = taken
  onSessionLost.mockReset()
  return () => expect(faults).toEqual([])
})

describe('order', () => {
  test('entries of one subject go one at a time, oldest first', async () => {
    const open: (() => void)[] = []
    answer = (command) => new Promise((done) => open.push(() => done(receipt(command.id))))
    const outbox = anOutbox()
    for (const number of [1, 2, 3]) await outbox.enqueue(claim(number), 'ride-a')
    await settle()
    expect(sent.map(({ id }) => id)).toEqual([anId(1)])
    open[0]?.()
    await settle()
    expect(sent.map(({ id }) => id)).toEqual([anId(1), anId(2)])
    open[1]?.()
    await settle()
    open[2]?.()
    await settle()
    expect(await states()).toEqual(['received', 'received', 'received'])
  })

  test('subjects do not wait for each other', async () => {
    answer = (command) => (command.id === anId(1) ? new Promise(() => undefined) : receipt(command.id))
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await outbox.enqueue(claim(2), 'b')
    await settle()
    expect(await states()).toEqual(['sending', 'received'])
  })

  test('what comes after a refused act of the same subject still goes', async () => {
    answer = (command) => (command.id === anId(1) ? json({ code: 'step.refused' }, 409) : receipt(command.id))
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await outbox.enqueue(claim(2), 'a')
    await settle()
    expect(await states()).toEqual(['refused', 'received'])
  })

  test('an act that waits out its backoff holds back the later ones of its subject', async () => {
    answer = noSignal
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await settle()
    answer = taken
    await outbox.enqueue(claim(2), 'a')
    await settle()
    expect(sent.map(({ id }) => id)).toEqual([anId(1)])
    await clock.pass(60_000)
    expect(sent.map(({ id }) => id)).toEqual([anId(1), anId(1), anId(2)])
  })
})

describe('no answer is no tick', () => {
  test.each<[string, Answer, string]>([
    ['no signal', noSignal, 'offline'],
    ['a captive portal says 200 with HTML', () => html(200), 'portal'],
    ['a portal says 511 with HTML', () => html(511), 'server'],
    ['a proxy says 403 with HTML', () => html(403), 'portal'],
    [
      'a receipt in a page that is not JSON',
      (command) =>
        new Response(JSON.stringify({ id: command.id, subject: 'x', at: T0 }), {
          headers: { 'content-type': 'text/html' },
        }),
      'portal',
    ],
    ['JSON that is no receipt', () => json({ ok: true }), 'portal'],
    ["another command's receipt", () => receipt(anId(77)), 'portal'],
    [
      'a JSON type with a broken body',
      () => new Response('{', { headers: { 'content-type': 'application/json' } }),
      'portal',
    ],
    ['the server is down', () => json({ code: 'unavailable' }, 503), 'server'],
    ['a fault of the server', () => json({ code: 'fault' }, 500), 'server'],
    ['too many requests', () => json({ code: 'rate.limited' }, 429), 'busy'],
  ])('%s: the act stays and goes later', async (_name, bad, why) => {
    answer = bad
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await settle()
    expect(await only()).toMatchObject({ state: 'waiting', lastError: why, tries: 1, receipt: null })
    answer = taken
    await clock.pass(60_000)
    expect(await only()).toMatchObject({ state: 'received', lastError: null, receipt: { id: anId(1) } })
    expect(new Set(sent.map(({ id }) => id))).toEqual(new Set([anId(1)]))
  })

  test('Retry-After is heeded', async () => {
    answer = () => json({ code: 'unavailable' }, 503, { 'retry-after': '20' })
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await clock.pass(19_000)
    expect(sent).toHaveLength(1)
    await clock.pass(2_000)
    expect(sent).toHaveLength(2)
  })

  test('tries are spaced out further and further, to a minute at most', async () => {
    answer = noSignal
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await clock.pass(10 * 60_000)
    expect(sent.length).toBeGreaterThan(10)
    expect(sent.length).toBeLessThan(22)
  })

  test('with signal again nothing waits out its backoff', async () => {
    answer = noSignal
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await settle()
    answer = taken
    await outbox.hurry()
    await settle()
    expect(await states()).toEqual(['received'])
  })

  test('an answer that was lost after the server stored it is asked again under the same id', async () => {
    let stored = 0
    const seen = new Set<string>()
    answer = (command) => {
      if (!seen.has(command.id)) stored += 1
      const again = seen.has(command.id)
      seen.add(command.id)
      return again ? receipt(command.id) : noSignal(command)
    }
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await clock.pass(5_000)
    expect(stored).toBe(1)
    expect(await states()).toEqual(['received'])
  })
})

describe('refusals', () => {
  test('a refusal stays visible with its reason until it is dismissed', async () => {
    answer = () => json({ code: 'bed.none-left', reasons: ['full'], facts: { hospital: 'x' } }, 409)
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await clock.pass(3_600_000)
    expect(sent).toHaveLength(1)
    expect((await only()).refusal).toEqual({
      code: 'bed.none-left',
      reasons: ['full'],
      facts: { hospital: 'x' },
    })
    await outbox.dismiss(anId(1))
    expect(await states()).toEqual([])
  })

  test('a code that this build does not know yet refuses all the same', async () => {
    answer = () => json({ code: 'bed.too-far' }, 409)
    await anOutbox().enqueue(claim(1), 'a')
    await settle()
    expect(await only()).toMatchObject({ state: 'refused', refusal: { code: 'bed.too-far' } })
  })

  test('what was not refused cannot be dismissed', async () => {
    answer = noSignal
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await settle()
    await outbox.dismiss(anId(1))
    expect(await states()).toEqual(['waiting'])
  })
})

describe('another life, another person', () => {
  test('what was half sent when the app ended is sent again', async () => {
    answer = () => new Promise(() => undefined)
    await anOutbox().enqueue(claim(1), 'a')
    await settle()
    expect(await states()).toEqual(['sending'])
    answer = taken
    await anOutbox().start()
    await settle()
    expect(await states()).toEqual(['received'])
  })

  test("another person neither sends nor changes the first one's queue", async () => {
    answer = noSignal
    const first = anOutbox('rcps@nazmn')
    await first.enqueue(claim(1), 'a')
    await settle()
    first.stop()
    answer = taken
    sent = []
    const second = anOutbox('crew@amb')
    await second.start()
    await second.hurry()
    await second.dismiss(anId(1))
    await clock.pass(600_000)
    expect(sent).toEqual([])
    expect(await only()).toMatchObject({ person: 'rcps@nazmn', state: 'waiting' })
  })

  test('without a session nothing is lost, and it flows when the same person returns', async () => {
    answer = () => json({ code: 'session.required' }, 401)
    await anOutbox().enqueue(claim(1), 'a')
    await clock.pass(120_000)
    expect(onSessionLost).toHaveBeenCalledTimes(1)
    expect(sent).toHaveLength(1)
    expect(await only()).toMatchObject({ state: 'waiting', lastError: 'session' })
    answer = taken
    await anOutbox().start()
    await settle()
    expect(await states()).toEqual(['received'])
  })

  test('a server restored to an earlier point gets again what it had received', async () => {
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await settle()
    await outbox.resend()
    await settle()
    expect(sent.map(({ id }) => id)).toEqual([anId(1), anId(1)])
    expect(await states()).toEqual(['received'])
  })

  test('what was received leaves after twelve hours, what waits never', async () => {
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await settle()
    answer = noSignal
    await outbox.enqueue(claim(2), 'b')
    await settle()
    outbox.stop()
    await clock.pass(13 * 3_600_000)
    await anOutbox().start()
    await settle()
    expect((await db.outbox.toArray()).map(({ id }) => id)).toEqual([anId(2)])
  })
})

test('a queued request holds no clinical word in clear, and is sent as it was filed', async () => {
  answer = noSignal
  const outbox = anOutbox('intensivist@umc-utrecht')
  const note = 'wordt minder wakker'
  const command: Command = {
    id: anId(5),
    name: 'transfer.submit',
    at: T0,
    payload: { transfer: anId(6), request: aRequest({ note }) },
  }
  await outbox.enqueue(command, anId(6))
  await settle()
  const dump = JSON.stringify(await db.outbox.toArray(), (_key, value: unknown) =>
    value instanceof ArrayBuffer || ArrayBuffer.isView(value)
      ? Buffer.from(value as ArrayBuffer).toString('latin1')
      : value,
  )
  for (const word of [note, 'invasive', 'minuteVolume', '088-1234567', 'intensivist"'])
    expect(dump).not.toContain(word)
  answer = taken
  await clock.pass(60_000)
  expect(sent.at(-1)).toEqual(command)
})

test('when the phone cannot store it, the person hears it and nothing is half written', async () => {
  const outbox = anOutbox()
  vi.spyOn(db.outbox, 'add').mockRejectedValueOnce(new Error('QuotaExceededError'))
  await expect(outbox.enqueue(claim(1), 'a')).rejects.toThrow('QuotaExceededError')
  expect(await states()).toEqual([])
  expect(sent).toEqual([])
})

// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest'
import { anId, T0 } from '#test/support/builders.ts'
import {
  aPhone,
  type Answer,
  claim,
  noSignal,
  onlyOn,
  outboxOn,
  statesOn,
  taken,
} from '#test/support/outbox.ts'
import { html, json, receipt, settle } from '#test/support/phone.ts'

let phone = aPhone()
const anOutbox = (person?: string) => outboxOn(phone, person)
const states = () => statesOn(phone)
const only = () => onlyOn(phone)

beforeEach(() => {
  phone = aPhone()
  return () => expect(phone.faults).toEqual([])
})

describe('order', () => {
  test('entries of one subject go one at a time, oldest first', async () => {
    const open: (() => void)[] = []
    phone.answer = (command) => new Promise((done) => open.push(() => done(receipt(command.id))))
    const outbox = anOutbox()
    for (const number of [1, 2, 3]) await outbox.enqueue(claim(number), 'ride-a')
    await settle()
    expect(phone.sent.map(({ id }) => id)).toEqual([anId(1)])
    open[0]?.()
    await settle()
    expect(phone.sent.map(({ id }) => id)).toEqual([anId(1), anId(2)])
    open[1]?.()
    await settle()
    open[2]?.()
    await settle()
    expect(await states()).toEqual(['received', 'received', 'received'])
  })

  test('subjects do not wait for each other', async () => {
    phone.answer = (command) => (command.id === anId(1) ? new Promise(() => undefined) : receipt(command.id))
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await outbox.enqueue(claim(2), 'b')
    await settle()
    expect(await states()).toEqual(['sending', 'received'])
  })

  test('what comes after a refused act of the same subject still goes', async () => {
    phone.answer = (command) =>
      command.id === anId(1) ? json({ code: 'step.refused' }, 409) : receipt(command.id)
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await outbox.enqueue(claim(2), 'a')
    await settle()
    expect(await states()).toEqual(['refused', 'received'])
  })

  test('an act that waits out its backoff holds back the later ones of its subject', async () => {
    phone.answer = noSignal
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await settle()
    phone.answer = taken
    await outbox.enqueue(claim(2), 'a')
    await settle()
    expect(phone.sent.map(({ id }) => id)).toEqual([anId(1)])
    await phone.clock.pass(60_000)
    expect(phone.sent.map(({ id }) => id)).toEqual([anId(1), anId(1), anId(2)])
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
    phone.answer = bad
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await settle()
    expect(await only()).toMatchObject({ state: 'waiting', lastError: why, tries: 1, receipt: null })
    phone.answer = taken
    await phone.clock.pass(60_000)
    expect(await only()).toMatchObject({ state: 'received', lastError: null, receipt: { id: anId(1) } })
    expect(new Set(phone.sent.map(({ id }) => id))).toEqual(new Set([anId(1)]))
  })

  test('Retry-After is heeded', async () => {
    phone.answer = () => json({ code: 'unavailable' }, 503, { 'retry-after': '20' })
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await phone.clock.pass(19_000)
    expect(phone.sent).toHaveLength(1)
    await phone.clock.pass(2_000)
    expect(phone.sent).toHaveLength(2)
  })

  test('tries are spaced out further and further, to a minute at most', async () => {
    phone.answer = noSignal
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await phone.clock.pass(10 * 60_000)
    expect(phone.sent.length).toBeGreaterThan(10)
    expect(phone.sent.length).toBeLessThan(22)
  })

  test('a clock that is set back puts nothing off', async () => {
    const { now } = phone.clock
    let ahead = 24 * 3_600_000
    phone.clock.now = () => now() + ahead
    phone.answer = noSignal
    await anOutbox().enqueue(claim(1), 'ride')
    await settle()
    phone.answer = taken
    ahead = 0
    await phone.clock.pass(60_000)
    expect(await states()).toEqual(['received'])
  })

  test('with signal again nothing waits out its backoff', async () => {
    phone.answer = noSignal
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await settle()
    phone.answer = taken
    await outbox.hurry()
    await settle()
    expect(await states()).toEqual(['received'])
  })

  test('an answer that was lost after the server stored it is asked again under the same id', async () => {
    let stored = 0
    const seen = new Set<string>()
    phone.answer = (command) => {
      if (!seen.has(command.id)) stored += 1
      const again = seen.has(command.id)
      seen.add(command.id)
      return again ? receipt(command.id) : noSignal(command)
    }
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await phone.clock.pass(5_000)
    expect(stored).toBe(1)
    expect(await states()).toEqual(['received'])
  })
})

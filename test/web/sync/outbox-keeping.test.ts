// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '#shared/wire/command.ts'
import { aRequest, anId, T0 } from '#test/support/builders.ts'
import { aPhone, claim, noSignal, onlyOn, outboxOn, statesOn, taken } from '#test/support/outbox.ts'
import { json, receipt, settle } from '#test/support/phone.ts'
import { drain } from '#web/sync/send-queue.ts'
import { ENTRY_SCHEMA, type StoredEntry } from '#web/sync/outbox-entry.ts'

const HOURS = 3_600_000
const filing: Command = {
  id: anId(1),
  name: 'transfer.submit',
  at: T0,
  payload: { transfer: anId(2), request: aRequest() },
}
/** Away for an hour, it says: so that a day is a few tries. */
const away = () => json({ code: 'unavailable' }, 503, { 'retry-after': '3600' })
let phone = aPhone()
const anOutbox = (person?: string) => outboxOn(phone, person)
const states = () => statesOn(phone)
const only = () => onlyOn(phone)

beforeEach(() => {
  phone = aPhone()
  return () => expect(phone.faults).toEqual([])
})

describe('a sealed body lives twelve hours', () => {
  test('a queued request that is past is told as expired, its body wiped, and stays until it is seen', async () => {
    phone.answer = away
    const outbox = anOutbox()
    await outbox.enqueue(filing, anId(2))
    await phone.clock.pass(12 * HOURS)
    expect(await only()).toMatchObject({ state: 'waiting', sealed: { iv: expect.anything() } })
    await phone.clock.pass(60_000)
    const past = await only()
    expect(past).toMatchObject({
      state: 'refused',
      refusal: { code: 'act.expired' },
      sealed: null,
      command: null,
    })
    phone.answer = taken
    phone.sent = []
    await outbox.hurry()
    await phone.clock.pass(HOURS)
    expect(phone.sent).toEqual([])
    await outbox.dismiss(anId(1))
    expect(await states()).toEqual([])
  })

  test('also on a phone that was off, and of another person than who opens it', async () => {
    phone.answer = noSignal
    const first = anOutbox('intensivist@umc-utrecht')
    await first.enqueue(filing, anId(2))
    await settle()
    first.stop()
    await phone.clock.pass(13 * HOURS)
    await anOutbox('rcps@nazmn').start()
    expect(await only()).toMatchObject({ state: 'refused', refusal: { code: 'act.expired' }, sealed: null })
  })

  test('the answer that comes after all stands: what was stored never counts as failed', async () => {
    let answer: (response: Response) => void = () => undefined
    phone.answer = () => new Promise((done) => (answer = done))
    const outbox = anOutbox()
    await outbox.enqueue(filing, anId(2))
    await phone.clock.pass(12 * HOURS + 1_000)
    await anOutbox().start()
    expect((await only()).refusal?.code).toBe('act.expired')
    answer(receipt(anId(1)))
    await settle()
    expect(await only()).toMatchObject({ state: 'received', refusal: null, receipt: { id: anId(1) } })
  })

  test('of what was received or refused only the body goes', async () => {
    await anOutbox().enqueue(filing, anId(2))
    await phone.clock.pass(12 * HOURS - 1_000)
    expect((await only()).sealed).not.toBeNull()
    await phone.clock.pass(2_000)
    expect(await only()).toMatchObject({ state: 'received', sealed: null })
  })

  test('a ride step holds nothing clinical and waits as long as it takes', async () => {
    phone.answer = away
    await anOutbox().enqueue(claim(1), 'a')
    await phone.clock.pass(30 * HOURS)
    phone.answer = taken
    await phone.clock.pass(HOURS)
    expect(await states()).toEqual(['received'])
  })

  test('when the key is gone it says so', async () => {
    phone.answer = noSignal
    const outbox = anOutbox()
    await outbox.enqueue(filing, anId(2))
    await settle()
    outbox.stop()
    await phone.db.keys.clear()
    phone.answer = taken
    await anOutbox().start()
    await settle()
    expect(await only()).toMatchObject({ state: 'refused', refusal: { code: 'act.unreadable' } })
  })
})

describe('entries of another version', () => {
  const stored = (over: Partial<StoredEntry>) => phone.db.outbox.add(over as StoredEntry)
  const old = {
    id: anId(1),
    name: 'transfer.claim',
    subject: 'a',
    person: 'rcps@nazmn',
    createdAt: T0,
  } as const

  test('an older one is completed and sent', async () => {
    await stored({ ...old, state: 'waiting', command: claim(1), sealed: null })
    await anOutbox().start()
    await settle()
    expect(phone.sent).toEqual([claim(1)])
    expect(await only()).toMatchObject({ state: 'received', schema: ENTRY_SCHEMA, expect: {}, tries: 0 })
  })

  test('an older one without a body is said to be unreadable, never dropped', async () => {
    await stored(old)
    await anOutbox().start()
    await settle()
    expect(phone.sent).toEqual([])
    expect(await only()).toMatchObject({ state: 'refused', refusal: { code: 'act.unreadable' } })
  })

  test('a later one waits for the later version, and those after it in their order', async () => {
    const outbox = anOutbox()
    phone.answer = noSignal
    await outbox.enqueue(claim(1), 'a')
    await settle()
    outbox.stop()
    await phone.db.outbox.toCollection().modify({ schema: ENTRY_SCHEMA + 1 })
    phone.answer = taken
    phone.sent = []
    const next = anOutbox()
    await next.start()
    await next.enqueue(claim(2), 'a')
    await next.enqueue(claim(3), 'b')
    await phone.clock.pass(120_000)
    expect(phone.sent).toEqual([claim(3)])
    expect(await states()).toEqual(['waiting', 'waiting', 'received'])
  })
})

describe('woken without an app', () => {
  test('everything that can goes, in order, without timers', async () => {
    phone.answer = noSignal
    const outbox = anOutbox()
    for (const number of [1, 2]) await outbox.enqueue(claim(number), 'a')
    await outbox.enqueue(claim(3), 'b')
    await settle()
    outbox.stop()
    phone.answer = taken
    phone.sent = []
    expect(await drain(anOutbox())).toBe(true)
    expect(phone.sent.map(({ id }) => id)).toEqual([anId(1), anId(2), anId(3)])
    expect(await states()).toEqual(['received', 'received', 'received'])
  })

  test('what does not go is asked for again, and holds back only its own subject', async () => {
    phone.answer = noSignal
    const outbox = anOutbox()
    for (const number of [1, 2]) await outbox.enqueue(claim(number), 'a')
    await outbox.enqueue(claim(3), 'b')
    await settle()
    outbox.stop()
    phone.answer = (command) => (command.id === anId(1) ? noSignal(command) : receipt(command.id))
    expect(await drain(anOutbox())).toBe(false)
    expect(await states()).toEqual(['waiting', 'waiting', 'received'])
  })

  test('what an open tab is sending is left to it', async () => {
    const held = new Set(['outbox:rcps@nazmn:a'])
    const outbox = outboxOn(phone, 'rcps@nazmn', async (name, work) => {
      if (held.has(name)) return false
      await work()
      return true
    })
    await outbox.enqueue(claim(1), 'a')
    expect(await drain(outbox)).toBe(true)
    expect(phone.sent).toEqual([])
    expect(await states()).toEqual(['waiting'])
  })
})

// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Command } from '#shared/wire/command.ts'
import { aRequest, anId, T0 } from '#test/support/builders.ts'
import { aPhone, claim, noSignal, onlyOn, outboxOn, statesOn, taken } from '#test/support/outbox.ts'
import { json, settle } from '#test/support/phone.ts'

let phone = aPhone()
const anOutbox = (person?: string) => outboxOn(phone, person)
const states = () => statesOn(phone)
const only = () => onlyOn(phone)

beforeEach(() => {
  phone = aPhone()
  return () => expect(phone.faults).toEqual([])
})

describe('refusals', () => {
  test('a refusal stays visible with its reason until it is dismissed', async () => {
    phone.answer = () => json({ code: 'bed.none-left', reasons: ['full'], facts: { hospital: 'x' } }, 409)
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await phone.clock.pass(3_600_000)
    expect(phone.sent).toHaveLength(1)
    expect((await only()).refusal).toEqual({
      code: 'bed.none-left',
      reasons: ['full'],
      facts: { hospital: 'x' },
    })
    await outbox.dismiss(anId(1))
    expect(await states()).toEqual([])
  })

  test('a code that this build does not know yet refuses all the same', async () => {
    phone.answer = () => json({ code: 'bed.too-far' }, 409)
    await anOutbox().enqueue(claim(1), 'a')
    await settle()
    expect(await only()).toMatchObject({ state: 'refused', refusal: { code: 'bed.too-far' } })
  })

  test('what was not refused cannot be dismissed', async () => {
    phone.answer = noSignal
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await settle()
    await outbox.dismiss(anId(1))
    expect(await states()).toEqual(['waiting'])
  })
})

describe('another life, another person', () => {
  test('what was half phone.sent when the app ended is phone.sent again', async () => {
    phone.answer = () => new Promise(() => undefined)
    await anOutbox().enqueue(claim(1), 'a')
    await settle()
    expect(await states()).toEqual(['sending'])
    phone.answer = taken
    await anOutbox().start()
    await settle()
    expect(await states()).toEqual(['received'])
  })

  test("another person neither sends nor changes the first one's queue", async () => {
    phone.answer = noSignal
    const first = anOutbox('rcps@nazmn')
    await first.enqueue(claim(1), 'a')
    await settle()
    first.stop()
    phone.answer = taken
    phone.sent = []
    const second = anOutbox('crew@amb')
    await second.start()
    await second.hurry()
    await second.dismiss(anId(1))
    await phone.clock.pass(600_000)
    expect(phone.sent).toEqual([])
    expect(await only()).toMatchObject({ person: 'rcps@nazmn', state: 'waiting' })
  })

  test('without a session nothing is lost, and it flows when the same person returns', async () => {
    phone.answer = () => json({ code: 'session.required' }, 401)
    await anOutbox().enqueue(claim(1), 'a')
    await phone.clock.pass(120_000)
    expect(phone.onSessionLost).toHaveBeenCalledTimes(1)
    expect(phone.sent).toHaveLength(1)
    expect(await only()).toMatchObject({ state: 'waiting', lastError: 'session' })
    phone.answer = taken
    await anOutbox().start()
    await settle()
    expect(await states()).toEqual(['received'])
  })

  test('a server restored to an earlier point gets again what it had received', async () => {
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await settle()
    await outbox.resend('e2')
    await settle()
    expect(phone.sent.map(({ id }) => id)).toEqual([anId(1), anId(1)])
    expect(await states()).toEqual(['received'])
  })

  test('what cannot be sent again, its body wiped, is told', async () => {
    await phone.db.meta.put({ key: 'epoch', value: 'e1' })
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await settle()
    await phone.db.outbox.toCollection().modify((entry) => {
      Object.assign(entry, { command: null, sealed: null })
    })
    await outbox.resend('e2')
    await settle()
    expect(phone.sent).toHaveLength(1)
    expect(await only()).toMatchObject({ state: 'refused', refusal: { code: 'act.expired' } })
  })

  test('the same server does not get it again', async () => {
    await phone.db.meta.put({ key: 'epoch', value: 'e1' })
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await settle()
    await outbox.resend('e1')
    await anOutbox().start()
    await settle()
    expect(phone.sent).toHaveLength(1)
  })

  test('a restored server gets it again after others used the phone, and after the tab died in between', async () => {
    await phone.db.meta.put({ key: 'epoch', value: 'e1' })
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await settle()
    outbox.stop()
    await phone.db.meta.clear()
    await phone.db.meta.put({ key: 'epoch', value: 'e2' })
    await anOutbox().start()
    await settle()
    expect(phone.sent.map(({ id }) => id)).toEqual([anId(1), anId(1)])
    expect(await states()).toEqual(['received'])
  })

  test('what was received leaves after twelve hours, what waits never', async () => {
    const outbox = anOutbox()
    await outbox.enqueue(claim(1), 'a')
    await settle()
    phone.answer = noSignal
    await outbox.enqueue(claim(2), 'b')
    await settle()
    outbox.stop()
    await phone.clock.pass(13 * 3_600_000)
    await anOutbox().start()
    await settle()
    expect((await phone.db.outbox.toArray()).map(({ id }) => id)).toEqual([anId(2)])
  })
})

test('a queued request holds no clinical word in clear, and is phone.sent as it was filed', async () => {
  phone.answer = noSignal
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
  const dump = JSON.stringify(await phone.db.outbox.toArray(), (_key, value: unknown) =>
    value instanceof ArrayBuffer || ArrayBuffer.isView(value)
      ? Buffer.from(value as ArrayBuffer).toString('latin1')
      : value,
  )
  for (const word of [note, 'invasive', 'minuteVolume', '088-1234567', 'intensivist"'])
    expect(dump).not.toContain(word)
  phone.answer = taken
  await phone.clock.pass(60_000)
  expect(phone.sent.at(-1)).toEqual(command)
})

test('when the phone cannot store it, the person hears it and nothing is half written', async () => {
  const outbox = anOutbox()
  vi.spyOn(phone.db.outbox, 'add').mockRejectedValueOnce(new Error('QuotaExceededError'))
  await expect(outbox.enqueue(claim(1), 'a')).rejects.toThrow('QuotaExceededError')
  expect(await states()).toEqual([])
  expect(phone.sent).toEqual([])
})

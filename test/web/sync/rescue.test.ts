// @vitest-environment node
import { describe, expect, test } from 'vitest'
import type { Command } from '#shared/wire/command.ts'
import { aRequest, anId, T0 } from '#test/support/builders.ts'
import { aPhone, claim, noSignal, outboxOn, taken } from '#test/support/outbox.ts'
import { settle } from '#test/support/phone.ts'
import { rebuild, rescue } from '#web/sync/rescue.ts'
import { storageTrouble } from '#web/sync/storage-fault.ts'

const DOCTOR = 'intensivist@umc-utrecht'
const filing: Command = {
  id: anId(1),
  name: 'transfer.submit',
  at: T0,
  payload: { transfer: anId(2), request: aRequest() },
}

async function aBrokenPhone() {
  const phone = aPhone()
  phone.answer = noSignal
  const mine = outboxOn(phone, DOCTOR)
  await mine.enqueue(filing, anId(2))
  await mine.enqueue(claim(4), 'a')
  await outboxOn(phone, 'rcps@nazmn').enqueue(claim(5), 'b')
  await settle()
  mine.stop()
  phone.db.close()
  return phone
}

describe('what a broken storage still gives', () => {
  test('what was not sent, sealed words too, to its own person; of others only how many', async () => {
    const phone = await aBrokenPhone()
    const found = await rescue(DOCTOR, phone.db.name)
    expect(found).toMatchObject({ readable: true, others: 1 })
    expect(found.mine.map(({ name, payload }) => [name, payload])).toEqual([
      ['transfer.submit', filing.payload],
      ['transfer.claim', claim(4).payload],
    ])
    expect(JSON.stringify(await rescue('rcps@nazmn', phone.db.name))).not.toContain('unresponsive')
  })

  test('without the key it names what it was', async () => {
    const phone = await aBrokenPhone()
    await phone.db.open()
    await phone.db.keys.clear()
    phone.db.close()
    const { mine } = await rescue(DOCTOR, phone.db.name)
    expect(mine.map(({ name, payload }) => [name, payload === null])).toEqual([
      ['transfer.submit', true],
      ['transfer.claim', false],
    ])
  })

  test('what was sent is not among it', async () => {
    const phone = aPhone()
    phone.answer = taken
    await outboxOn(phone, DOCTOR).enqueue(claim(1), 'a')
    await settle()
    phone.db.close()
    expect((await rescue(DOCTOR, phone.db.name)).mine).toEqual([])
  })

  test('a storage that cannot be opened is said to be unknown, never to be empty; none is made', async () => {
    expect(await rescue(DOCTOR, 'nothing-there')).toEqual({ readable: false, mine: [], others: 0 })
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nothing-there')
  })

  test('rebuilt, nothing of it is left', async () => {
    const phone = await aBrokenPhone()
    await rebuild(phone.db.name)
    await phone.db.open()
    expect(await phone.db.outbox.count()).toBe(0)
  })

  test('is rebuilt, too, when the worker that sends lets go of it a moment later', async () => {
    const phone = await aBrokenPhone()
    const held = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open(phone.db.name)
      asked.onsuccess = () => resolve(asked.result)
    })
    held.onversionchange = () => setTimeout(() => held.close(), 50)
    await rebuild(phone.db.name)
    await phone.db.open()
    expect(await phone.db.outbox.count()).toBe(0)
  })
})

test.each([
  ['QuotaExceededError', 'full'],
  ['UnknownError', 'unreadable'],
  ['VersionError', 'unreadable'],
  ['NotReadableError', 'unreadable'],
  ['TypeError', undefined],
  ['AbortError', undefined],
] as const)('a fault called %s says of the storage: %s', (name, trouble) => {
  const inner = Object.assign(new Error('x'), { name })
  expect(storageTrouble(inner)).toBe(trouble)
  // As the database layer wraps it.
  expect(storageTrouble(Object.assign(new Error('x'), { name: 'DatabaseClosedError', inner }))).toBe(trouble)
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { aClinical, aRide, ids, someContacts } from '#test/support/builders.ts'
import { type Clock, freshDb, handClock } from '#test/support/phone.ts'
import { makeSealer } from '#web/sync/crypto.ts'
import { forget } from '#web/sync/forget.ts'
import type { LocalDb } from '#web/sync/local-db.ts'
import { makeRideFacts, type RideFacts } from '#web/sync/ride-facts.ts'

const HOUR = 3_600_000
const CREW = 'crew@micu-umc-utrecht-1'
const { age, sex, isolation, support, fio2 } = aClinical({
  age: 97,
  support: 'invasive',
  fio2: 83,
  isolation: 'strict',
})
const facts: RideFacts = {
  clinical: { age, sex, isolation, support, ...(fio2 === undefined ? {} : { fio2 }) },
  contacts: someContacts(),
}

let db: LocalDb
let clock: Clock
beforeEach(async () => {
  db = freshDb()
  clock = handClock()
  await db.rides.put(aRide({ state: 'en-route' }))
  await db.meta.bulkPut([
    { key: 'person', value: CREW },
    { key: 'epoch', value: 'e1' },
  ])
})
afterEach(() => db.delete())

const factsOn = (person = CREW) => makeRideFacts(db, makeSealer(db, person), person, clock.now)
const count = () => db.rideFacts.count()

/** Everything in the table, bytes as text. */
const dump = async (): Promise<string> =>
  JSON.stringify(await db.rideFacts.toArray(), (_key, value: unknown) => {
    if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value)
    const isBuffer = Object.prototype.toString.call(value) === '[object ArrayBuffer]'
    return isBuffer ? new TextDecoder('latin1').decode(new Uint8Array(value as ArrayBuffer)) : value
  })

test('are there again after the phone was restarted, and no value of them can be read in the table', async () => {
  await factsOn().save(ids.transfer, facts)
  const text = await dump()
  expect(text).toContain(ids.transfer)
  for (const word of ['age', 'invasive', 'strict', 'support', 'fio2', '088-1234567', 'intensivist'])
    expect(text).not.toContain(word)
  expect(await factsOn().load(ids.transfer)).toMatchObject({ facts })
})

test('are nobody else’s, and of no other ride', async () => {
  await factsOn().save(ids.transfer, facts)
  expect(await factsOn('crew@other').load(ids.transfer)).toBeUndefined()
  const [row] = await db.rideFacts.toArray()
  if (row === undefined) throw new Error('nothing kept')
  await db.rideFacts.put({ ...row, transfer: ids.other })
  expect(await factsOn().load(ids.other)).toBeUndefined()
})

test('go when the ride ends, or goes out of sight', async () => {
  const kept = factsOn()
  for (const end of [
    () => db.rides.update(ids.ride, { state: 'available' }),
    () => db.rides.update(ids.ride, { state: 'aborted' }),
    () => db.rides.delete(ids.ride),
  ]) {
    await db.rides.put(aRide({ state: 'handed-over' }))
    await kept.save(ids.transfer, facts)
    await kept.sweep()
    expect(await count()).toBe(1)
    await end()
    await kept.sweep()
    expect(await count()).toBe(0)
    // An answer that was still under way.
    await kept.save(ids.transfer, facts)
    expect(await count()).toBe(0)
  }
})

test('stay while the rows say nothing about them: not laid in yet, or another person’s', async () => {
  await factsOn().save(ids.transfer, facts)
  await db.rides.clear()
  await db.meta.delete('epoch')
  await factsOn().sweep()
  expect(await count()).toBe(1)
  await db.meta.bulkPut([
    { key: 'person', value: 'desk@x' },
    { key: 'epoch', value: 'e1' },
  ])
  await factsOn('desk@x').sweep()
  expect(await count()).toBe(1)
})

test('are gone after twelve hours, whoever’s they are', async () => {
  await factsOn().save(ids.transfer, facts)
  await clock.pass(12 * HOUR + 1)
  expect(await factsOn().load(ids.transfer)).toBeUndefined()
  await factsOn('crew@other').sweep()
  expect(await count()).toBe(0)
})

test('go at sign-out', async () => {
  await factsOn().save(ids.transfer, facts)
  await factsOn('crew@other').save(ids.transfer, facts)
  await forget(db, CREW)
  expect((await db.rideFacts.toArray()).map(({ person }) => person)).toEqual(['crew@other'])
})

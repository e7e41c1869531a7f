// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '#shared/wire/command.ts'
import { aRequest, anId, T0 } from '#test/support/builders.ts'
import { aPhone, noSignal, outboxOn, type Phone, taken } from '#test/support/outbox.ts'
import { settle } from '#test/support/phone.ts'
import { makeSealer } from '#web/sync/crypto.ts'
import { makeDrafts } from '#web/sync/draft-store.ts'
import type { LocalDb } from '#web/sync/local-db.ts'

const PERSON = 'intensivist@umc-utrecht'
const TYPED = { age: 61, note: 'wordt suf' }
const filing: Command = {
  id: anId(1),
  name: 'transfer.submit',
  at: T0,
  payload: { transfer: anId(2), request: aRequest() },
}

/** Every write to this database is counted; the n-th fails as a full disk does, with `on` all after it too. */
function failNth(db: LocalDb, nth: number, on = false) {
  const disk = { writes: 0, well: nth === 0 }
  db.use({
    stack: 'dbcore',
    name: 'full',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name)
        return {
          ...table,
          mutate: (request) => {
            disk.writes += 1
            if (!disk.well && (on ? disk.writes >= nth : disk.writes === nth))
              return Promise.reject(new DOMException('the disk is full', 'QuotaExceededError'))
            return table.mutate(request)
          },
        }
      },
    }),
  })
  return disk
}

/** What a person does at a bed: types, files, and it is sent. What the screen does with each answer. */
async function fileOn(phone: Phone) {
  const sealer = makeSealer(phone.db, PERSON)
  const drafts = makeDrafts(phone.db, sealer, PERSON, phone.clock.now)
  const outbox = outboxOn(phone, PERSON)
  const screen = { draftKept: false, queued: false, said: '' }
  await drafts.save('request-new', TYPED).then(
    () => (screen.draftKept = true),
    (fault: Error) => (screen.said = fault.name),
  )
  await outbox.enqueue(filing, anId(2)).then(
    () => (screen.queued = true),
    (fault: Error) => (screen.said = fault.name),
  )
  if (screen.queued) await drafts.clear('request-new').catch((fault: Error) => (screen.said = fault.name))
  await phone.clock.pass(120_000)
  return { screen, drafts, outbox }
}

let whole: number
beforeEach(async () => {
  const phone = aPhone()
  const disk = failNth(phone.db, 0)
  await fileOn(phone)
  whole = disk.writes
})

describe('a phone whose storage fails at one write, whichever', () => {
  test('there are writes to fail', () => expect(whole).toBeGreaterThanOrEqual(6))

  test('the draft stays or the act is queued, nothing stands half written, and it is sent once', async () => {
    for (let nth = 1; nth <= whole; nth += 1) {
      const phone = aPhone()
      failNth(phone.db, nth)
      const { screen, drafts } = await fileOn(phone)
      const entries = await phone.db.outbox.toArray()
      const where = `write ${nth} of ${whole}`
      expect(entries.length, where).toBe(screen.queued ? 1 : 0)
      if (!screen.queued) {
        // Said at once; what was typed stands on the screen, and on the phone where that went well.
        expect(screen.said, where).toMatch(/Quota|Abort/)
        expect(phone.sent, where).toEqual([])
        if (screen.draftKept) expect(await drafts.load('request-new'), where).toEqual(TYPED)
        continue
      }
      for (const entry of entries) {
        expect(entry.sealed, where).toMatchObject({ iv: expect.anything(), data: expect.anything() })
        expect(entry.state, where).toBe('received')
      }
      expect(new Set(phone.sent.map(({ id }) => id)).size, where).toBe(1)
      expect(phone.db.isOpen(), where).toBe(true)
    }
  })

  test('one read that fails in the middle puts nothing off for good', async () => {
    const phone = aPhone()
    const disk = { failing: false }
    phone.db.use({
      stack: 'dbcore',
      name: 'away for a moment',
      create: (core) => ({
        ...core,
        table: (name) => {
          const table = core.table(name)
          const query: typeof table.query = (request) => {
            if (!disk.failing) return table.query(request)
            disk.failing = false
            return Promise.reject(new DOMException('connection lost', 'UnknownError'))
          }
          return { ...table, query }
        },
      }),
    })
    phone.answer = noSignal
    await outboxOn(phone, PERSON).enqueue(filing, anId(2))
    await settle()
    phone.answer = taken
    disk.failing = true
    await phone.clock.pass(120_000)
    expect([disk.failing, phone.faults.length]).toEqual([false, 1])
    expect((await phone.db.outbox.toArray()).map(({ state }) => state)).toEqual(['received'])
  })

  test('full for a long time: what waited is still there, and goes once there is room', async () => {
    const phone = aPhone()
    phone.answer = noSignal
    const first = outboxOn(phone, PERSON)
    await first.enqueue(filing, anId(2))
    await settle()
    first.stop()
    const disk = failNth(phone.db, 1, true)
    phone.db.close()
    await phone.db.open()
    phone.answer = taken
    const outbox = outboxOn(phone, PERSON)
    await outbox.start().catch((fault: Error) => expect(fault.name).toMatch(/Quota|Abort|Modify/))
    outbox.wake()
    await phone.clock.pass(60_000)
    expect(disk.writes).toBeGreaterThan(0)
    expect((await phone.db.outbox.toArray()).map(({ state }) => state)).toEqual(['waiting'])
    disk.well = true
    await phone.clock.pass(60_000)
    expect((await phone.db.outbox.toArray()).map(({ state }) => state)).toEqual(['received'])
  })
})

// @vitest-environment node
import { expect, test, vi } from 'vitest'
import { aTransfer } from '#test/support/builders.ts'
import { freshDb } from '#test/support/phone.ts'
import { watchDb } from '#web/sync/engine.ts'

test('a look at the database that fails is taken again, until it gives an answer', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true, advanceTimeDelta: 200 })
  const db = freshDb()
  await db.transfers.put(aTransfer())
  const told: unknown[] = []
  const faults: unknown[] = []
  let asked = 0
  const stop = watchDb(
    async () => {
      asked += 1
      if (asked <= 2) throw new DOMException('connection lost', 'UnknownError')
      return db.transfers.toArray()
    },
    (rows) => told.push(rows),
    (fault) => faults.push(fault),
  )
  await vi.waitFor(() => expect(told).toEqual([[aTransfer()]]), { timeout: 4_000 })
  expect(faults).toHaveLength(2)
  await db.transfers.put(aTransfer({ rev: 9 }))
  await vi.waitFor(() => expect(told).toHaveLength(2), { timeout: 4_000 })
  stop()
  await db.transfers.put(aTransfer({ rev: 10 }))
  await vi.advanceTimersByTimeAsync(20_000)
  expect([told.length, asked]).toEqual([2, 4])
  vi.useRealTimers()
})

// One of several processes that append events to one PostgreSQL database (F27): numbers are taken in one order, and
// transactions wait before they commit, so that without care they would be seen in another.
// `node test/support/faults/append-worker.ts <url> <worker> <transactions> <events each>`
import { randomUUID } from 'node:crypto'
import { appendEvents, type NewEvent } from '#server/store/events.ts'
import { openStore } from '#server/store/open-store.ts'
import { sleep } from './result.ts'

const [databaseUrl = '', worker = '', transactions = '', each = ''] = process.argv.slice(2)
const store = await openStore({ dataDir: '', databaseUrl }, () => new Date())

const event = (id: string, rev: number): NewEvent => ({
  event: {
    name: 'beds.reported',
    subject: 'beds',
    id,
    data: { rev },
    rev,
    transfer: null,
    at: new Date().toISOString(),
    entered: new Date().toISOString(),
    by: { role: 'bed-desk', org: 'x' },
  },
  person: `worker-${worker}`,
  command: randomUUID(),
  audience: ['rcps'],
  shifts: [],
})

/** Several at once per process, some that take their time before and some that roll back. */
async function lane(lane: number, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    if (Math.random() < 0.05) await sleep(Math.random() * 3)
    const id = `${worker}-${lane}-${n}`
    const events = Array.from({ length: Number(each) }, (_, rev) => event(id, rev + 1))
    await store.transaction((tx) => appendEvents(tx, events))
    if (Math.random() < 0.02)
      await store
        .transaction(async (tx) => {
          await appendEvents(tx, [event(`${id}-never`, 1)])
          throw new Error('rolled back')
        })
        .catch((error: Error) => {
          if (error.message !== 'rolled back') throw error
        })
  }
}

const LANES = 4
await Promise.all(Array.from({ length: LANES }, (_, n) => lane(n, Math.ceil(Number(transactions) / LANES))))
await store.close()

// F27: several processes write to one PostgreSQL database; readers at `since=n` see every event, in order, once.
import { spawn } from 'node:child_process'
import { eventHead, eventsAfter } from '#server/store/events.ts'
import { openStore } from '#server/store/open-store.ts'
import { newPlace } from './place.ts'
import type { Shown } from './result.ts'

const WRITERS = 4
const READERS = 2
const EACH = 5

export async function concurrentWriters(cluster: string, events: number): Promise<Shown> {
  const place = await newPlace(cluster)
  const store = await openStore(place.choice, () => new Date())
  const { databaseUrl } = place.choice
  const state = { over: false }
  const started = performance.now()
  try {
    const readers = Array.from({ length: READERS }, () => follow(store, state))
    const transactions = String(Math.ceil(events / EACH / WRITERS))
    await Promise.all(
      Array.from({ length: WRITERS }, (_, n) =>
        worker([databaseUrl ?? '', String(n), transactions, String(EACH)]),
      ),
    )
    state.over = true
    const read = await Promise.all(readers)
    const head = await eventHead(store.query)
    const skipped = read.reduce((sum, one) => sum + one.skipped + (head - one.seen), 0)
    const seconds = (performance.now() - started) / 1000
    return {
      fault: 'F27',
      on: 'PostgreSQL',
      done: `${WRITERS} processes append ${head} events, ${READERS} readers follow`,
      figures: `skipped ${skipped} of ${head}; ${Math.round(head / seconds)} events/s`,
      holds: skipped === 0 && head >= events,
    }
  } finally {
    state.over = true
    await store.close()
    await place.drop()
  }
}

async function follow(
  store: Awaited<ReturnType<typeof openStore>>,
  state: { over: boolean },
): Promise<{ seen: number; skipped: number }> {
  let since = 0
  let seen = 0
  let skipped = 0
  for (;;) {
    const last = state.over
    const batch = await eventsAfter(store.query, since, 200)
    for (const { seq } of batch) {
      skipped += seq - since - 1
      since = seq
      seen += 1
    }
    if (last && batch.length === 0) return { seen, skipped }
  }
}

function worker(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['test/support/faults/append-worker.ts', ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a writer ended (${code})`))))
  })
}

// A phone for tests: its own database, a clock and timers that move by hand, a network that answers as told.
// Used by test/web/sync.
import 'fake-indexeddb/auto'
import { type LocalDb, openLocalDb } from '#web/sync/local-db.ts'
import type { Lock } from '#web/sync/outbox.ts'

let made = 0
/** A fresh database under a name of its own. */
export const freshDb = (): LocalDb => openLocalDb(`phone-${++made}`)

export type Clock = ReturnType<typeof handClock>

/** Moves by hand. Timers run when their moment has come; `settle` first lets what is under way finish. */
export function handClock(start = Date.parse('2026-11-21T10:00:00.000Z')) {
  let ms = start
  let timers: { at: number; work: () => void }[] = []
  return {
    now: () => ms,
    pending: () => timers.length,
    setTimer(work: () => void, wait: number) {
      const timer = { at: ms + wait, work }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    async pass(wait: number) {
      const until = ms + wait
      for (;;) {
        await settle()
        const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        timers = timers.filter((other) => other !== next)
        ms = Math.max(ms, next.at)
        next.work()
      }
      ms = until
      await settle()
    },
  }
}

/** Lets promises and the database finish what they have begun. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await new Promise((done) => setTimeout(done, 0))
}

/** One at a time per name within this test. */
export function testLock(): Lock {
  const held = new Set<string>()
  return async (name, work) => {
    if (held.has(name)) return false
    held.add(name)
    await work().finally(() => held.delete(name))
    return true
  }
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': status < 400 ? 'application/json' : 'application/problem+json',
      ...headers,
    },
  })

export const html = (status = 200): Response =>
  new Response('<!doctype html><title>Wifi</title>', { status, headers: { 'content-type': 'text/html' } })

/** What a server answers to a command it took. */
export const receipt = (id: string, subject = 'x') => json({ id, subject, at: '2026-11-21T10:00:01.000Z' })

// The client's own sync engine (web/sync) in this process, with a database in memory and the real clock, talking to a
// real server over a real socket. Used by silent.ts and slow-line.ts.
import { freshDb, testLock } from '#test/support/phone.ts'
import type { Connection } from '#web/sync/stream.ts'
import { Stream } from '#web/sync/stream.ts'
import { Tabs } from '#web/sync/tabs.ts'
import { Work } from '#web/sync/work.ts'
import { openEventSource } from './event-source.ts'

/** What a phone's browser sends along with every request, so that the bytes are counted. */
const BROWSER_HEADERS = {
  'user-agent':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
  'accept-language': 'nl-NL,nl;q=0.9,en;q=0.8',
  'sec-ch-ua': '"Chromium";v="141", "Not?A_Brand";v="8"',
  'sec-ch-ua-mobile': '?1',
  'sec-ch-ua-platform': '"Android"',
  'sec-fetch-dest': 'empty',
  'sec-fetch-mode': 'cors',
  'sec-fetch-site': 'same-origin',
}

export type NodePhone = {
  work: Work
  db: ReturnType<typeof freshDb>
  /** What it asked for and when: path → instants (performance.now). */
  asked: Map<string, number[]>
  connections: { at: number; connection: Connection }[]
  faults: unknown[]
  stop: () => void
}

export async function startPhone(url: string, cookie: string, person: string): Promise<NodePhone> {
  const db = freshDb()
  const asked = new Map<string, number[]>()
  const connections: NodePhone['connections'] = []
  const faults: unknown[] = []
  const note = (path: string) => {
    const name = path.split('?')[0] ?? path
    asked.set(name, [...(asked.get(name) ?? []), performance.now()])
  }
  const work = new Work(
    {
      db,
      fetch(path, init) {
        note(path)
        return fetch(url + path, { ...init, headers: { ...BROWSER_HEADERS, ...init?.headers, cookie } })
      },
      openSource(path) {
        note(path)
        return openEventSource(url + path, cookie)
      },
      clock: Date.now,
      random: Math.random,
      lock: testLock(),
      setTimer(act, ms) {
        const timer = setTimeout(act, ms)
        return () => clearTimeout(timer)
      },
      loadLine: async () => ({ Stream, Tabs }),
      isOnline: () => true,
      onConnection: (connection) => connections.push({ at: performance.now(), connection }),
      onSynced: () => undefined,
      onServerTime: () => undefined,
      onSessionLost: () => faults.push('session'),
      onFault: (fault) => faults.push(fault),
    },
    person,
  )
  await work.start()
  return { work, db, asked, connections, faults, stop: () => work.stop() }
}

/** Resolves when it holds, with how long that took; throws after `within`. */
export async function until(holds: () => boolean | Promise<boolean>, within: number): Promise<number> {
  const started = performance.now()
  while (!(await holds())) {
    if (performance.now() - started > within) throw new Error(`not within ${within} ms`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return performance.now() - started
}

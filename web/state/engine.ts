import { createEffect, createRoot, createSignal, on } from 'solid-js'

import type { EngineDeps, Work } from '#web/sync/engine.ts'
import type { Lock } from '#web/sync/outbox.ts'
import { setConnection, setSyncedAt } from './connection.ts'
import { hearServerTime } from './now.ts'
import { loseSession, session } from './session.ts'

/** The database and what runs on it: fetched after the first paint, for it is the largest part of the app. */
const load = async () => {
  const [engine, { openLocalDb }] = await Promise.all([
    import('#web/sync/engine.ts'),
    import('#web/sync/local-db.ts'),
  ])
  const db = openLocalDb()
  return { ...engine, db }
}
let loading: ReturnType<typeof load> | undefined
export const useEngine = () => {
  loading ??= load()
  return loading
}

const [work, setWork] = createSignal<Work>()
/** What runs for the person signed in now; undefined while it starts, and without a session. */
export { work }

export const reportFault = (fault: unknown): void => console.error('sync', fault)

const lock: Lock = async (name, run) => {
  if (!('locks' in navigator)) {
    await run()
    return true
  }
  return navigator.locks.request(name, { ifAvailable: true }, async (held) => {
    if (held !== null) await run()
    return held !== null
  })
}

const setTimer = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

const deps = (): Omit<EngineDeps, 'db'> => ({
  fetch: (path, init) => fetch(path, init),
  openSource: (url) => new EventSource(url),
  clock: Date.now,
  random: Math.random,
  lock,
  setTimer,
  isOnline: () => navigator.onLine,
  onConnection: setConnection,
  onSynced: setSyncedAt,
  onServerTime: hearServerTime,
  onSessionLost: loseSession,
  onFault: reportFault,
})

/** Starts and stops the work with the session. Called once, after the first paint. */
export function followSession(): void {
  createRoot(() => {
    createEffect(
      on(
        () => session()?.person,
        (person) => {
          work()?.stop()
          setWork(undefined)
          if (person !== undefined) begin(person).catch(reportFault)
        },
      ),
    )
  })
  const hurry = () => work()?.hurry()
  window.addEventListener('online', hurry)
  window.addEventListener('offline', () => setConnection('offline'))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') hurry()
  })
}

async function begin(person: string): Promise<void> {
  const { startWork, db } = await useEngine()
  const started = await startWork({ ...deps(), db }, person)
  if (session()?.person !== person) return started.stop()
  const synced = await db.meta.get('syncedAt')
  if (synced !== undefined) setSyncedAt((known) => known ?? synced.value)
  setWork(started)
  started.drafts.sweep().catch(reportFault)
}

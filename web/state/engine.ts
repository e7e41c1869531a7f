import { createEffect, createMemo, createRoot, createSignal, on } from 'solid-js'

import type { Snapshot } from '#shared/wire/reads.ts'
import { asPerson } from '#web/sync/request.ts'
import type { StorageTrouble } from '#web/sync/storage-fault.ts'
import { fetchSnapshot } from '#web/sync/snapshot.ts'
import type { Work, WorkDeps } from '#web/sync/work.ts'
import { webLock } from '#web/sync/web-lock.ts'
import { setConnection, setSyncedAt } from './connection.ts'
import { hearServerTime } from './now.ts'
import { hasRole, loseSession, session } from './session.ts'

/** The database and what runs on it: fetched after the first paint, for it is the largest part of the app. */
const load = async () => {
  const engine = await import('#web/sync/engine.ts')
  return { ...engine, db: engine.openLocalDb() }
}
let loading: ReturnType<typeof load> | undefined
export const useEngine = () => {
  loading ??= load()
  return loading
}

const [work, setWork] = createSignal<Work>()
/** What runs for the person signed in now; undefined while it starts, and without a session. */
export { work }

/** Longer than this the phone's database does not take to open. */
const START_MS = 10_000

/** What runs, once it has started: the first rows stand on the screen before that. Undefined without a session. */
export const workStarted = (): Promise<Work | undefined> =>
  new Promise((done) => {
    createRoot((dispose) => {
      const finish = (running: Work | undefined) => {
        clearTimeout(timer)
        dispose()
        done(running)
      }
      const timer = setTimeout(() => finish(undefined), START_MS)
      createEffect(() => {
        const running = work()
        if (running !== undefined || !session()) finish(running)
      })
    })
  })

const [first, setFirst] = createSignal<Snapshot>()
/** The rows of a phone that holds none yet, while its database is still on its way. */
export { first }

const [trouble, setTrouble] = createSignal<StorageTrouble>()
/** What is wrong with this phone's storage. */
export { trouble }

export const reportFault = (fault: unknown): void => {
  console.error('sync', fault)
  void import('#web/sync/storage-fault.ts').then(({ storageTrouble }) =>
    setTrouble((known) => storageTrouble(fault) ?? known),
  )
}

const door = (path: string, init?: RequestInit) => fetch(path, init)

const loadLine = async () => {
  const [{ Stream }, { Tabs }, { webTabs }] = await Promise.all([
    import('#web/sync/stream.ts'),
    import('#web/sync/tabs.ts'),
    import('#web/sync/web-tabs.ts'),
  ])
  return { Stream, Tabs, neighbours: webTabs }
}

const setTimer = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

const MIRRORED = 'brancard.mirror'
/** Whose rows this phone's database holds. */
export const forgetMirror = (): void => localStorage.removeItem(MIRRORED)

const noWaking = (reason: unknown): void => console.info('not to be woken', reason)

const depsFor = (person: string): Omit<WorkDeps, 'db'> => ({
  fetch: door,
  openSource: (url) => new EventSource(url),
  clock: Date.now,
  random: Math.random,
  lock: webLock,
  setTimer,
  isOnline: () => navigator.onLine,
  onConnection: setConnection,
  onSynced: (at) => {
    localStorage.setItem(MIRRORED, person)
    setSyncedAt(at)
  },
  onServerTime: hearServerTime,
  onSessionLost: loseSession,
  onFault: reportFault,
  onWaiting: () => {
    // A browser that will not says so in the words of a broken storage, which it is not.
    import('#web/sync/web-wake.ts').then(({ askToBeWoken }) => askToBeWoken()).catch(noWaking)
  },
  loadLine,
})

/** Starts and stops the work with the session. Called once, after the first paint. */
export function followSession(): void {
  createRoot(() => {
    // The person, not the session: one that is only prolonged goes on with what is there.
    const who = createMemo(() => session()?.person)
    createEffect(
      on(who, (person) => {
        work()?.stop()
        setWork(undefined)
        setFirst(undefined)
        setSyncedAt(null)
        if (person !== undefined) begin(person).catch((fault: unknown) => beginWithout(person, fault))
      }),
    )
  })
  window.addEventListener('online', () => work()?.hurry(true))
  window.addEventListener('offline', () => setConnection('offline'))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') work()?.hurry()
  })
}

async function begin(person: string): Promise<void> {
  const early = localStorage.getItem(MIRRORED) === person ? undefined : fetchFirst(person)
  const { Work, db } = await useEngine()
  const started = new Work({ ...depsFor(person), db }, person)
  const isMine = () => session()?.person === person
  if (!isMine()) return
  const silent = setTimeout(
    () => beginWithout(person, new DOMException('no answer', 'UnknownError')),
    START_MS,
  )
  const owner = await db.meta.get('person').finally(() => clearTimeout(silent))
  const synced = owner?.value === person ? await db.meta.get('syncedAt') : undefined
  if (synced !== undefined) setSyncedAt((known) => known ?? synced.value)
  await started.start(early)
  if (!isMine()) {
    started.stop()
    return
  }
  setWork(started)
  if (hasRole('crew'))
    import('./ride-facts.ts').then(({ sweepWithRides }) => sweepWithRides(started)).catch(reportFault)
  started.drafts.sweep().catch(reportFault)
  import('./names-abroad.ts').then(({ nameThoseAbroad }) => nameThoseAbroad()).catch(reportFault)
}

/** Without its database a phone shows what the server says, as long as the page is open. */
function beginWithout(person: string, fault: unknown): void {
  reportFault(fault)
  if (first() === undefined && session()?.person === person) fetchFirst(person).catch(reportFault)
}

/** Asked for while the database is still being fetched: the first list does not wait for it. */
function fetchFirst(person: string): ReturnType<typeof fetchSnapshot> {
  const answer = fetchSnapshot(asPerson(door, person))
  answer
    .then((found) => {
      if (!('ok' in found) || session()?.person !== person) return
      setFirst(found.ok)
      setSyncedAt((known) => known ?? found.ok.at)
    })
    .catch(reportFault)
  return answer
}

import { liveQuery } from 'dexie'

import { applyNews, applySnapshot, readKnown } from './apply-news.ts'
import { makeSealer, type Sealer } from './crypto.ts'
import { makeDrafts } from './draft-store.ts'
import { claimFor, forget, type LocalDb } from './local-db.ts'
import { createOutbox, type Lock, type Outbox } from './outbox.ts'
import { type Fetch, request } from './request.ts'
import { isSnapshot } from './snapshot-shape.ts'
import { type Connection, openStream, type Source } from './stream.ts'

export type EngineDeps = {
  db: LocalDb
  fetch: Fetch
  openSource: (url: string) => Source
  clock: () => number
  random: () => number
  lock: Lock
  setTimer: (work: () => void, ms: number) => () => void
  isOnline: () => boolean
  onConnection: (connection: Connection) => void
  /** The mirror was as the server's at this instant. */
  onSynced: (at: string) => void
  onServerTime: (serverMs: number) => void
  onSessionLost: () => void
  onFault: (fault: unknown) => void
}

export type Work = {
  person: string
  outbox: Outbox
  sealer: Sealer
  drafts: ReturnType<typeof makeDrafts>
  refresh: () => Promise<void>
  hurry: () => void
  stop: () => void
}

/** Everything that runs for one signed-in person. */
export async function startWork(deps: EngineDeps, person: string): Promise<Work> {
  const { db } = deps
  await claimFor(db, person)
  const sealer = makeSealer(db, person)
  const outbox = createOutbox({ ...deps, person, sealer })
  let stream: ReturnType<typeof openStream> | undefined
  let stopped = false
  let fetching: Promise<string | null> | undefined

  /** The whole, at most one on its way. Gives the cursor to go on from. */
  function refresh(): Promise<string | null> {
    fetching ??= snapshot().finally(() => {
      fetching = undefined
    })
    return fetching
  }

  async function snapshot(): Promise<string | null> {
    const before = await readKnown(db)
    const answer = await request('/api/snapshot', { fetch: deps.fetch, is: isSnapshot, timeoutMs: 60_000 })
    if (stopped) return null
    if (!('ok' in answer)) {
      if ('outage' in answer && answer.outage.code === 'session') deps.onSessionLost()
      return null
    }
    const epoch = await db.meta.get('epoch')
    await applySnapshot(db, answer.ok, before)
    deps.onServerTime(Date.parse(answer.ok.at))
    deps.onSynced(answer.ok.at)
    if (epoch !== undefined && epoch.value !== answer.ok.epoch) await outbox.resend()
    return answer.ok.cursor
  }

  async function follow(): Promise<void> {
    const cursor = await refresh()
    if (stopped) return
    if (cursor === null) {
      deps.onConnection(deps.isOnline() ? 'connecting' : 'offline')
      retry = deps.setTimer(() => follow().catch(deps.onFault), 3_000 + deps.random() * 4_000)
      return
    }
    const onHeard = () => deps.onSynced(new Date(deps.clock()).toISOString())
    stream = openStream({ ...deps, onNews, onHeard, onReset: restart, onSilence: quietly(refresh) }, cursor)
    outbox.wake()
  }
  let retry: (() => void) | undefined

  async function onNews(news: Parameters<typeof applyNews>[1], cursor: string): Promise<void> {
    if (stopped) return
    const at = new Date(deps.clock()).toISOString()
    await applyNews(db, news, cursor, at)
  }

  const quietly = (work: () => Promise<unknown>) => () => void work().catch(deps.onFault)
  const restart = quietly(follow)

  await outbox.start()
  restart()
  return {
    person,
    outbox,
    sealer,
    drafts: makeDrafts(db, sealer, person, deps.clock),
    refresh: async () => {
      await refresh()
    },
    hurry: () => {
      stream?.hurry()
      outbox.hurry().catch(deps.onFault)
    },
    stop: () => {
      stopped = true
      stream?.close()
      retry?.()
      outbox.stop()
    },
  }
}

/** Calls back with the answer now and at each change, from this tab or another. Returns the way to stop. */
export function watchDb<T>(
  query: () => Promise<T>,
  tell: (answer: T) => void,
  onFault: (fault: unknown) => void,
) {
  const subscription = liveQuery(query).subscribe({ next: tell, error: onFault })
  return () => subscription.unsubscribe()
}

export { forget }

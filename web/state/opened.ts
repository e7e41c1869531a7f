import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'

import type { Refusal } from '#shared/wire/refusal.ts'
import { isObject, type OutageCode, request } from '#web/sync/request.ts'
import { hearServerTime } from './now.ts'
import { lockSession } from './lock-session.ts'
import { loseSession } from './session.ts'

/** Why something could not be loaded. */
export type Trouble = { refused: Refusal } | { outage: OutageCode }

export type Opened<T> = {
  /** Undefined until the first answer; the last answer stays while a newer one is fetched or cannot be had. */
  data: Accessor<T | undefined>
  /** Why the last fetch gave nothing; undefined when it did. */
  error: Accessor<Trouble | undefined>
  /** When `data` was fetched, ISO by this phone's clock. */
  fetchedAt: Accessor<string | undefined>
  loading: Accessor<boolean>
  refresh: () => void
}

const SETTLE_MS = 300

/** A read that is kept in memory only, as long as the screen is open; fetched again 300 ms after `version` moves. */
export function createOpened<T>(path: () => string | null, version: () => unknown): Opened<T> {
  const [data, setData] = createSignal<T>()
  const [error, setError] = createSignal<Trouble>()
  const [fetchedAt, setFetchedAt] = createSignal<string>()
  const [loading, setLoading] = createSignal(false)
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => {
    asked += 1
    clearTimeout(timer)
  })

  async function fetchNow(): Promise<void> {
    const at = path()
    const mine = ++asked
    if (at === null) return
    setLoading(true)
    const answer = await request<T>(at, { fetch: (url, init) => fetch(url, init), is: isAnswer<T> })
    if (mine !== asked) return
    setLoading(false)
    if ('ok' in answer) {
      if (answer.at !== null) hearServerTime(answer.at)
      setData(() => answer.ok)
      setFetchedAt(new Date().toISOString())
      setError(undefined)
      return
    }
    if ('refused' in answer) {
      // Not allowed and gone look the same; what was open closes.
      setData(undefined)
      setError({ refused: answer.refused })
      return
    }
    setError({ outage: answer.outage.code })
    if (answer.outage.code === 'session') loseSession()
    if (answer.outage.code === 'locked') lockSession()
  }
  const refresh = () => void fetchNow().catch((fault: unknown) => console.error('read', fault))

  // The same path evaluated anew is the same thing: what is open stays on the screen.
  createEffect(
    on(createMemo(path), () => {
      setData(undefined)
      setError(undefined)
      refresh()
    }),
  )
  createEffect(
    on(
      version,
      () => {
        clearTimeout(timer)
        timer = setTimeout(refresh, SETTLE_MS)
      },
      { defer: true },
    ),
  )
  return { data, error, fetchedAt, loading, refresh }
}

const isAnswer = <T>(body: unknown): body is T => isObject(body) || Array.isArray(body)

import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'

import type { Drafts } from '#web/sync/draft-store.ts'
import { reportFault, work } from './engine.ts'

/** `failed`: the phone could not store it; what is typed stands on the screen only. */
export type DraftState = 'loading' | 'kept' | 'keeping' | 'failed'
export type Draft<T> = [
  /** Undefined while loading, and when nothing was kept. */
  value: Accessor<T | undefined>,
  setValue: (value: T) => void,
  /** After the act is queued: the draft is gone. */
  clear: () => Promise<void>,
  state: Accessor<DraftState>,
]

const SETTLE_MS = 250
const dirty = new Set<() => Promise<void>>()

/** Whether something typed is not on the phone's disk yet: no reload now. */
export const hasUnsavedDrafts = (): boolean => dirty.size > 0
/** Writes everything typed to the disk now. */
export const flushDrafts = async (): Promise<void> => {
  await Promise.all([...dirty].map((flush) => flush()))
}
window.addEventListener('pagehide', () => void flushDrafts())
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void flushDrafts()
})

/** What is typed under this name, sealed on the phone within 250 ms, for twelve hours, for this person only. */
export function createDraft<T>(key: string): Draft<T> {
  const [value, setValue] = createSignal<T>()
  const [state, setState] = createSignal<DraftState>('loading')
  let timer: ReturnType<typeof setTimeout> | undefined
  let store: Drafts | undefined
  let touched = false
  /** Writes follow each other: a slow save never lands after a later clear. */
  let writing: Promise<void> = Promise.resolve()

  createEffect(
    on(work, (running) => {
      store = running?.drafts
      if (store === undefined) return
      if (touched) return schedule()
      store
        .load(key)
        .then((kept) => {
          if (!touched && kept !== undefined) setValue(() => kept as T)
          if (!touched) setState('kept')
        })
        .catch(fail)
    }),
  )

  function fail(fault: unknown): void {
    reportFault(fault)
    setState('failed')
  }

  function change(next: T): void {
    touched = true
    setValue(() => next)
    schedule()
  }

  function schedule(): void {
    setState('keeping')
    dirty.add(flush)
    // Not put off by the next letter: who types on and on loses no more than the last moment.
    timer ??= setTimeout(() => void flush(), SETTLE_MS)
  }

  function stopTimer(): void {
    clearTimeout(timer)
    timer = undefined
  }

  async function flush(): Promise<void> {
    stopTimer()
    const keep = store
    const latest = value()
    if (keep === undefined || latest === undefined || !dirty.has(flush)) return
    dirty.delete(flush)
    writing = writing
      .then(() => keep.save(key, latest))
      .then(() => void (dirty.has(flush) || setState('kept')))
      .catch(fail)
    await writing
  }

  async function clear(): Promise<void> {
    stopTimer()
    dirty.delete(flush)
    touched = false
    setValue(undefined)
    const keep = store
    writing = writing.then(() => keep?.clear(key)).catch(fail)
    await writing
    setState('kept')
  }

  onCleanup(() => void flush())
  return [value, change, clear, state]
}

import { type Accessor, createEffect, createSignal, on, onCleanup, type Setter } from 'solid-js'

import type { Drafts } from '#web/sync/draft-store.ts'
import type { Work } from '#web/sync/work.ts'
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
/** Those whose last word is not on the disk yet, also while it is being written. */
const dirty = new Set<() => Promise<void>>()

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
  const keeper = new Keeper<T>(key)
  createEffect(on(work, (running) => keeper.serve(running)))
  onCleanup(() => void keeper.flush())
  return [keeper.value, keeper.change, keeper.clear, keeper.state]
}

class Keeper<T> {
  readonly value: Accessor<T | undefined>
  readonly state: Accessor<DraftState>
  private readonly key: string
  private readonly setValue: Setter<T | undefined>
  private readonly setState: Setter<DraftState>
  private timer: ReturnType<typeof setTimeout> | undefined
  private store: Drafts | undefined
  private owner: string | undefined
  private touched = false
  /** What stands here is newer than what was last given to be written. */
  private changed = false
  /** Writes follow each other: a slow save never lands after a later clear. */
  private writing: Promise<void> = Promise.resolve()

  constructor(key: string) {
    this.key = key
    ;[this.value, this.setValue] = createSignal<T>()
    ;[this.state, this.setState] = createSignal<DraftState>('loading')
  }

  /** Without a session what was typed can still be kept, for the same person's return. */
  serve(running: Work | undefined): void {
    if (running === undefined) return
    if (this.owner !== undefined && this.owner !== running.person) this.forgetTyped()
    this.owner = running.person
    this.store = running.drafts
    if (this.touched) {
      this.schedule()
      return
    }
    running.drafts
      .load(this.key)
      .then((kept) => {
        if (this.touched || this.owner !== running.person) return
        if (kept !== undefined) this.setValue(() => kept as T)
        this.setState('kept')
      })
      .catch(this.fail)
  }

  readonly change = (next: T): void => {
    this.touched = true
    this.setValue(() => next)
    this.schedule()
  }

  readonly clear = async (): Promise<void> => {
    this.forgetTyped()
    const keep = this.store
    this.writing = this.writing.then(() => keep?.clear(this.key)).catch(this.fail)
    await this.writing
    this.setState('kept')
  }

  readonly flush = async (): Promise<void> => {
    this.stopTimer()
    const keep = this.store
    const latest = this.value()
    if (keep === undefined || latest === undefined) return
    if (this.changed) {
      this.changed = false
      this.writing = this.writing
        .then(() => keep.save(this.key, latest))
        .then(this.saved)
        .catch((fault: unknown) => {
          this.changed = true
          this.fail(fault)
        })
    }
    await this.writing
  }

  private readonly saved = (): void => {
    if (this.changed) return
    dirty.delete(this.flush)
    this.setState('kept')
  }

  /** Not put off by the next letter: who types on and on loses no more than the last moment. */
  private schedule(): void {
    this.setState('keeping')
    this.changed = true
    dirty.add(this.flush)
    this.timer ??= setTimeout(() => void this.flush(), SETTLE_MS)
  }

  private stopTimer(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }

  /** Also when another person sits here now: what the first one typed is neither shown nor kept under this name. */
  private forgetTyped(): void {
    this.stopTimer()
    dirty.delete(this.flush)
    this.touched = false
    this.changed = false
    this.setValue(undefined)
  }

  private readonly fail = (fault: unknown): void => {
    reportFault(fault)
    this.setState('failed')
  }
}

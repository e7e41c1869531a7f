import { createSignal } from 'solid-js'

import { flushDrafts } from './drafts.ts'

/** `waiting`: a new version stands ready. `taken`: another tab took it; this one still runs the old. */
export type Update = 'none' | 'waiting' | 'taken'

const [update, setUpdate] = createSignal<Update>('none')
export { update }

let waiting: ServiceWorker | null = null
let asked = false
const CHECK_MS = 30 * 60_000

/** After load. Nothing reloads by itself: a person says when. */
export async function registerServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const had = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload()
    else if (had) setUpdate('taken')
  })
  const registration = await navigator.serviceWorker.register('/service-worker.js')
  const offer = () => {
    if (registration.waiting === null || navigator.serviceWorker.controller === null) return
    waiting = registration.waiting
    setUpdate('waiting')
  }
  offer()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer)
  })
  setInterval(() => {
    registration.update().catch((reason: unknown) => console.info('no update check', reason))
  }, CHECK_MS)
}

/** Writes what is typed to the disk, then changes over. */
export async function takeUpdate(): Promise<void> {
  await flushDrafts()
  if (waiting === null || update() === 'taken') {
    location.reload()
    return
  }
  asked = true
  waiting.postMessage({ type: 'skip-waiting' })
}

/** A part of the app could not be fetched: usually because the server has a newer version. */
export const partMissing = (): void => {
  setUpdate((known) => (known === 'none' ? 'taken' : known))
}

import { createSignal } from 'solid-js'

import { flushDrafts } from './drafts.ts'

/** `waiting`: a new version stands ready. `taken`: another tab took it; this one still runs the old. */
export type Update = 'none' | 'waiting' | 'taken'

const [update, setUpdate] = createSignal<Update>('none')
export { update }

let registration: ServiceWorkerRegistration | undefined
let asked = false
const CHECK_MS = 30 * 60_000
const AGAIN_MS = 1_000

/** After load. Nothing reloads by itself: a person says when. */
export async function registerServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const had = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload()
    else if (had) setUpdate('taken')
  })
  const found = await navigator.serviceWorker.register('/service-worker.js')
  registration = found
  const offer = () => {
    if (found.waiting !== null && navigator.serviceWorker.controller !== null) setUpdate('waiting')
  }
  const follow = () => found.installing?.addEventListener('statechange', offer)
  offer()
  // One that began to come before this was asked is followed as well.
  follow()
  found.addEventListener('updatefound', follow)
  setInterval(() => {
    found.update().catch((reason: unknown) => console.info('no update check', reason))
  }, CHECK_MS)
}

/**
 * Writes what is typed to the disk, then changes over. Said until it happens: a word to a worker may be lost, and an
 * old one that is still at work keeps its place.
 */
export async function takeUpdate(): Promise<void> {
  await flushDrafts()
  if (!registration?.waiting || update() === 'taken') location.reload()
  else if (!asked) {
    asked = true
    changeOver()
    setInterval(changeOver, AGAIN_MS)
  }
}

const changeOver = () => registration?.waiting?.postMessage({ type: 'skip-waiting' })

/** A part of the app could not be fetched: usually because the server has a newer version. */
export const partMissing = (): void => {
  setUpdate((known) => (known === 'none' ? 'taken' : known))
}

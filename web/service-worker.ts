/// <reference lib="webworker" />
import { cleanupOutdatedCaches, getCacheKeyForURL, matchPrecache, precache } from 'workbox-precaching'

import { sendQueue } from '#web/sync/send-queue.ts'
import { webLock } from '#web/sync/web-lock.ts'

import { showPushes } from './show-push.ts'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] }

const SHELL = '/index.html'

showPushes(self)

precache(self.__WB_MANIFEST)
cleanupOutdatedCaches()

/** A new version waits until a person says so: see web/state/updates.ts. */
self.addEventListener('message', (event) => {
  if (event.data?.type === 'skip-waiting') self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname, href } = new URL(request.url)
  // What people see of patients goes past every cache.
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(fromCache(SHELL, request))
  else if (getCacheKeyForURL(href) !== undefined) event.respondWith(fromCache(href, request))
})

/** With signal again, also when the app is closed: a browser without Background Sync sends at the next open. */
self.addEventListener('sync', (event: Event) => {
  const { tag, waitUntil } = event as ExtendableEvent & { tag: string }
  if (tag === 'outbox') waitUntil.call(event, sendWaiting())
})

async function sendWaiting(): Promise<void> {
  const again = await sendQueue({
    fetch: (path, init) => fetch(path, init),
    lock: webLock,
    clock: Date.now,
    random: Math.random,
  })
  // Rejecting asks the browser to come again.
  if (again) throw new Error('something still waits')
}

async function fromCache(url: string, request: Request): Promise<Response> {
  return (await matchPrecache(url)) ?? fetch(request)
}

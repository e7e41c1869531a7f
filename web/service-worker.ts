/// <reference lib="webworker" />
import { cleanupOutdatedCaches, getCacheKeyForURL, matchPrecache, precache } from 'workbox-precaching'

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

async function fromCache(url: string, request: Request): Promise<Response> {
  return (await matchPrecache(url)) ?? fetch(request)
}

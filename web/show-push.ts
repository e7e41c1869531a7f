/// <reference lib="webworker" />

/** A push has no content: this is all it ever says, in every language. */
const WORDS = 'Nieuwe taak, open de app'
const WORK_LIST = '/'

/** Part of the service worker: shows that there is work, and opens it. */
export function showPushes(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('push', (event) => {
    // The next one takes the place of the one before.
    const options: NotificationOptions & { renotify: boolean } = {
      body: WORDS,
      tag: 'work',
      renotify: true,
      lang: 'nl',
      icon: '/icons/icon-192.png',
      badge: '/icons/badge-96.png',
    }
    event.waitUntil(worker.registration.showNotification('brancard', options))
  })
  worker.addEventListener('notificationclick', (event) => {
    event.notification.close()
    event.waitUntil(openWork(worker.clients))
  })
}

/** Opens the work list as it is now, however old the message: in a window that is there, or a new one. */
async function openWork(clients: Clients): Promise<void> {
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  const open = windows.find(({ visibilityState }) => visibilityState === 'visible') ?? windows[0]
  if (open === undefined) {
    await clients.openWindow(WORK_LIST)
    return
  }
  // A window keeps what is typed in it: it goes to the list by itself, without loading anew.
  open.postMessage({ type: 'open-work' })
  await open.focus().catch((reason: unknown) => console.info('not to the front', reason))
}

type Waking = ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } }

/** A browser that can wakes the service worker when there is signal, also when the app is closed. */
export async function askToBeWoken(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration: Waking = await navigator.serviceWorker.ready
  await registration.sync?.register('outbox')
}

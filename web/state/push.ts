import { createSignal } from 'solid-js'

import type { PushKey } from '#shared/wire/reads.ts'
import { language } from '#web/i18n/t.ts'
import { type Answer, isObject, request } from '#web/sync/request.ts'

export type PushState = 'unknown' | 'unsupported' | 'off' | 'busy' | 'on' | 'denied' | 'failed'

const [push, setPush] = createSignal<PushState>('unknown')
/** Whether this device is told by push. */
export { push }

const door = { fetch: (path: string, init?: RequestInit) => fetch(path, init) }
const isKey = (body: unknown): body is PushKey => isObject(body) && typeof body.key === 'string'
const isDone = (body: unknown): body is null => body === null

const isSupported = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

/** No worker yet (the first visit, a development build): there is nothing to subscribe with. */
const subscriptionNow = async () =>
  (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription()

/** Finds out how it stands. Whoever sat here before may have turned it on: then it is this person's from now on. */
export async function lookAtPush(): Promise<void> {
  if (!isSupported()) setPush('unsupported')
  else if (Notification.permission === 'denied') setPush('denied')
  else {
    const subscription = await subscriptionNow()
    setPush(subscription ? 'on' : 'off')
    if (subscription && 'refused' in (await tellServer(subscription))) setPush('failed')
  }
}

/** After a tap: asks the browser's permission, subscribes, and tells the server. */
export async function turnOnPush(): Promise<void> {
  setPush('busy')
  if ((await Notification.requestPermission()) !== 'granted') {
    setPush('denied')
    return
  }
  setPush((await subscribe().catch(failed)) ? 'on' : 'failed')
}

const failed = (reason: unknown): false => {
  console.info('no push', reason)
  return false
}

async function subscribe(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration()
  const answer = await request('/api/push', { ...door, is: isKey })
  if (registration === undefined || !('ok' in answer)) return false
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: answer.ok.key,
  })
  if ('ok' in (await tellServer(subscription))) return true
  await subscription.unsubscribe()
  return false
}

function tellServer(subscription: PushSubscription): Promise<Answer<null>> {
  const { endpoint, keys } = subscription.toJSON()
  const body = { endpoint, keys: { p256dh: keys?.p256dh, auth: keys?.auth }, language: language() }
  return request('/api/push', { ...door, method: 'POST', body, is: isDone })
}

/** Also at signing out: what a device hears is one person's. Never fails. */
export async function turnOffPush(): Promise<void> {
  if (!isSupported()) return
  const subscription = await subscriptionNow()
  if (subscription) {
    const { endpoint } = subscription
    await request('/api/push', { ...door, method: 'DELETE', body: { endpoint }, is: isDone })
    await subscription.unsubscribe().catch(failed)
  }
  setPush('off')
}

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { json } from '#test/support/phone.ts'

const ENDPOINT = 'https://fcm.googleapis.com/one'
const keys = { p256dh: 'a'.repeat(20), auth: 'b'.repeat(20) }
let sent: { path: string; method: string; body: unknown }[]
let answer: () => Response | Promise<Response>

/** A browser that was subscribed already, by whoever sat here. */
beforeEach(() => {
  sent = []
  answer = () => new Response(null, { status: 204 })
  const subscription = { endpoint: ENDPOINT, toJSON: () => ({ endpoint: ENDPOINT, keys }) }
  const registration = { pushManager: { getSubscription: async () => subscription } }
  Object.defineProperty(navigator, 'serviceWorker', {
    value: { getRegistration: async () => registration },
    configurable: true,
  })
  vi.stubGlobal('PushManager', class {})
  vi.stubGlobal('Notification', { permission: 'granted' })
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    sent.push({ path, method, body: JSON.parse(String(body)) })
    return answer()
  })
  vi.resetModules()
})
afterEach(() => {
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, 'serviceWorker')
})

test('a device says that it is told by push where the server knows it as this person’s', async () => {
  const { lookAtPush, push } = await import('#web/state/push.ts')
  await lookAtPush()
  expect(sent).toMatchObject([{ path: '/api/push', method: 'POST', body: { endpoint: ENDPOINT, keys } }])
  expect(push()).toBe('on')
})

test('and that it is not, where the server will not', async () => {
  answer = () => json({ code: 'command.invalid' }, 422)
  const { lookAtPush, push } = await import('#web/state/push.ts')
  await lookAtPush()
  expect(push()).toBe('failed')
})

test('without a connection it stays as it was', async () => {
  answer = () => Promise.reject(new TypeError('no network'))
  const { lookAtPush, push } = await import('#web/state/push.ts')
  await lookAtPush()
  expect(push()).toBe('on')
})

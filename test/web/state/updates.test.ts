import { afterEach, beforeEach, expect, test, vi } from 'vitest'

type Worker = { postMessage: ReturnType<typeof vi.fn> }
const aWorker = (): Worker => ({ postMessage: vi.fn() })
const SKIP = [{ type: 'skip-waiting' }]

/** The browser's side of it, as far as the app asks. */
function aBrowser(over: { waiting?: Worker; installing?: EventTarget }) {
  const registration = Object.assign(new EventTarget(), {
    waiting: over.waiting ?? null,
    installing: over.installing ?? null,
    update: async () => undefined,
  })
  const container = Object.assign(new EventTarget(), {
    controller: {},
    register: async () => registration,
  })
  vi.stubGlobal('navigator', Object.create(navigator, { serviceWorker: { value: container } }))
  return registration
}

beforeEach(() => {
  vi.resetModules()
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a new version that does not hear it the first time is told again, and so is one that came after it', async () => {
  const [deaf, later] = [aWorker(), aWorker()]
  const registration = aBrowser({ waiting: deaf })
  const { registerServiceWorker, takeUpdate, update } = await import('#web/state/updates.ts')
  await registerServiceWorker()
  expect(update()).toBe('waiting')
  await takeUpdate()
  await takeUpdate()
  expect(deaf.postMessage.mock.calls).toEqual([SKIP])
  registration.waiting = later
  await vi.advanceTimersByTimeAsync(1_000)
  expect(deaf.postMessage.mock.calls).toEqual([SKIP])
  expect(later.postMessage.mock.calls).toEqual([SKIP])
})

test('a new version that began to come before the app asked is offered when it is there', async () => {
  const coming = new EventTarget()
  const registration = aBrowser({ installing: coming })
  const { registerServiceWorker, update } = await import('#web/state/updates.ts')
  await registerServiceWorker()
  expect(update()).toBe('none')
  registration.waiting = aWorker()
  coming.dispatchEvent(new Event('statechange'))
  expect(update()).toBe('waiting')
})

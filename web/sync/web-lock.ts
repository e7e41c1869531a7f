import type { Lock } from './outbox.ts'

/** One at a time per name over all tabs and the service worker; without Web Locks the server tells doubles apart. */
export const webLock: Lock = async (name, run) => {
  if (!('locks' in navigator)) {
    await run()
    return true
  }
  return navigator.locks.request(name, { ifAvailable: true }, async (held) => {
    if (held !== null) await run()
    return held !== null
  })
}

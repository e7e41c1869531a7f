import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const HOUR = 3_600_000
const T0 = Date.parse('2026-11-21T10:00:00.000Z')

beforeEach(() => {
  vi.useFakeTimers({ now: T0 })
  localStorage.clear()
})
afterEach(() => void vi.useRealTimers())

/** The app as it starts. */
const start = async () => {
  vi.resetModules()
  return { ...(await import('#web/state/now.ts')), ...(await import('#web/state/skew.ts')) }
}

test('a right clock has no offset, however long the answer was under way', async () => {
  const { hearServerTime, skew } = await start()
  for (const late of [0, 900, 8_000, 25_000]) hearServerTime(T0 - late)
  expect(skew()).toEqual({})
})

test('a clock that is off is known by the answer that was the fastest', async () => {
  const { hearServerTime, skew, serverNow } = await start()
  hearServerTime(T0 + 2 * HOUR - 20_000)
  hearServerTime(T0 + 2 * HOUR - 500)
  hearServerTime(T0 + 2 * HOUR - 9_000)
  expect(skew()).toEqual({ skew: 2 * HOUR - 500 })
  expect(serverNow()).toBe('2026-11-21T11:59:59.500Z')
})

test('a clock that is set right is right', async () => {
  const { hearServerTime, skew } = await start()
  hearServerTime(T0 - 3 * HOUR)
  hearServerTime(T0)
  expect(skew()).toEqual({})
})

test('is still known after a start without signal, unless the clock was set back since', async () => {
  const first = await start()
  first.hearServerTime(T0 - 3 * HOUR)
  vi.setSystemTime(T0 + 1000)
  expect((await start()).skew()).toEqual({ skew: -3 * HOUR })
  vi.setSystemTime(T0 - 3 * HOUR)
  expect((await start()).skew()).toEqual({})
})

test('what was heard before the first act was looked at is kept too', async () => {
  vi.resetModules()
  const { hearServerTime } = await import('#web/state/now.ts')
  hearServerTime(T0 - 3 * HOUR)
  await import('#web/state/skew.ts')
  expect((await start()).skew()).toEqual({ skew: -3 * HOUR })
})

test('an offset beyond belief is not sent', async () => {
  const { hearServerTime, skew } = await start()
  hearServerTime(T0 - 40 * 366 * 24 * HOUR)
  expect(skew()).toEqual({})
})

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Session } from '#shared/wire/reads.ts'
import { json } from '#test/support/phone.ts'

const signedIn: Session = {
  person: 'p1',
  label: 'RCPS-coördinator, NAZMN',
  memberships: [{ role: 'rcps', org: 'nazmn' }],
  demo: false,
  expires: new Date(Date.now() + 12 * 3_600_000).toISOString(),
  idleMinutes: 30,
}
const MINUTE = 60_000

let asked: string[]
let answer: () => Response
beforeEach(() => {
  vi.useFakeTimers({ now: Date.now() })
  asked = []
  answer = () => new Response(null, { status: 204 })
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${path}`)
    return answer()
  })
  localStorage.setItem('brancard.session', JSON.stringify(signedIn))
  vi.resetModules()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  localStorage.clear()
})

async function watch(over: Partial<Session> = {}) {
  const { watchSession } = await import('#web/state/watch-session.ts')
  const { session } = await import('#web/state/session.ts')
  const stop = watchSession({ ...signedIn, ...over })
  return { stop, isLocked: () => session()?.locked === true }
}
const touch = () => window.dispatchEvent(new Event('pointerdown'))

describe('a screen that nobody touches', () => {
  test('locks after half an hour, here and at the server, not before', async () => {
    const { stop, isLocked } = await watch()
    await vi.advanceTimersByTimeAsync(30 * MINUTE - 1)
    expect(isLocked()).toBe(false)
    await vi.advanceTimersByTimeAsync(15_001)
    expect(isLocked()).toBe(true)
    expect(asked).toContain('POST /api/session/lock')
    stop()
  })

  test('stays open while somebody works, which the server hears at most once a minute', async () => {
    const { stop, isLocked } = await watch()
    for (let second = 0; second < 40 * 60; second += 10) {
      await vi.advanceTimersByTimeAsync(10_000)
      touch()
    }
    expect(isLocked()).toBe(false)
    expect(asked.filter((one) => one !== 'POST /api/session/seen')).toEqual([])
    expect(asked.length).toBeGreaterThan(30)
    expect(asked.length).toBeLessThanOrEqual(40)
    stop()
  })

  test('counts a touch in another tab', async () => {
    const { stop, isLocked } = await watch()
    await vi.advanceTimersByTimeAsync(20 * MINUTE)
    localStorage.setItem('brancard.touched', String(Date.now()))
    await vi.advanceTimersByTimeAsync(20 * MINUTE)
    expect(isLocked()).toBe(false)
    stop()
  })

  test('is not opened again by a touch after its time', async () => {
    const { stop, isLocked } = await watch()
    // As after a laptop's sleep: no timer ran.
    vi.setSystemTime(Date.now() + 31 * MINUTE)
    touch()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(isLocked()).toBe(true)
    expect(asked).not.toContain('POST /api/session/seen')
    stop()
  })

  test('locks when the server says that it is locked', async () => {
    const { stop, isLocked } = await watch()
    answer = () => json({ code: 'session.locked' }, 423)
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    touch()
    await vi.advanceTimersByTimeAsync(10)
    expect(isLocked()).toBe(true)
    stop()
  })

  test('of a crew never locks', async () => {
    const { idleMinutes: _, ...crew } = signedIn
    const { watchSession } = await import('#web/state/watch-session.ts')
    const { session } = await import('#web/state/session.ts')
    const stop = watchSession(crew)
    await vi.advanceTimersByTimeAsync(11 * 60 * MINUTE)
    expect(session()?.locked).toBeUndefined()
    expect(asked).toEqual([])
    stop()
  })
})

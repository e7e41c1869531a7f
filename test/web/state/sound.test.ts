import { beforeEach, describe, expect, it, vi } from 'vitest'
import { chooseSound, isSoundOn, REPEAT_MS, soundFor } from '#web/state/sound.ts'

let now = 0
const play = vi.fn()
const deps = { play, clock: () => now }
beforeEach(() => {
  localStorage.clear()
  play.mockClear()
  now = 1_000_000
})

/** Web Locks as one browser's tabs share them: one holder at a time. */
function shareLocks(): void {
  let last: Promise<unknown> = Promise.resolve()
  const request = (_name: string, work: () => Promise<void>) => {
    last = last.then(work)
    return last
  }
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true })
}

describe('the sound of an alert', () => {
  it('comes from one of several tabs, once, and again after a minute', async () => {
    shareLocks()
    await Promise.all([soundFor('a.0', deps), soundFor('a.0', deps), soundFor('a.0', deps)])
    expect(play).toHaveBeenCalledTimes(1)
    now += REPEAT_MS
    await Promise.all([soundFor('a.0', deps), soundFor('a.0', deps)])
    expect(play).toHaveBeenCalledTimes(2)
  })

  it('is not silenced by a clock that is set back', async () => {
    shareLocks()
    await soundFor('a.0', deps)
    now -= 24 * 3_600_000
    await soundFor('a.0', deps)
    expect(play).toHaveBeenCalledTimes(2)
  })

  it('comes at once for another alert, and for the same at its next level', async () => {
    shareLocks()
    await soundFor('a.0', deps)
    await soundFor('a.0,b.0', deps)
    await soundFor('a.1,b.0', deps)
    expect(play).toHaveBeenCalledTimes(3)
  })

  it('is on until this device says otherwise, and stays as it was said', () => {
    expect(isSoundOn()).toBe(true)
    chooseSound(false)
    expect([isSoundOn(), localStorage.getItem('brancard.sound')]).toEqual([false, 'off'])
    chooseSound(true)
    expect(isSoundOn()).toBe(true)
  })
})

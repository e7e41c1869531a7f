import type { Session } from '#shared/wire/reads.ts'
import { change } from './access.ts'
import { lockSession } from './lock-session.ts'
import { checkSession } from './session.ts'

/** No oftener does the server hear that somebody is there. */
const TELL_MS = 60_000
const LOOK_MS = 15_000
const WRITE_MS = 5000
const SIGNS = ['pointerdown', 'keydown', 'wheel'] as const

/**
 * Locks the screen when nobody touched it for as long as the session allows, and tells the server of whoever does; the
 * server keeps its own count. Gives back how to stop.
 */
export function watchSession({ idleMinutes }: Session, clock: () => number = Date.now): () => void {
  if (idleMinutes === undefined) return () => undefined
  let toldAt = clock()
  markTouched(clock())
  const isIdle = () => clock() - lastTouched() >= idleMinutes * 60_000
  const touch = () => {
    if (isIdle() || clock() - lastTouched() < WRITE_MS) return
    markTouched(clock())
    if (clock() - toldAt < TELL_MS) return
    toldAt = clock()
    void change('POST', '/api/session/seen').then((came) => {
      if ('outage' in came && came.outage === 'locked') lockSession()
    })
  }
  const look = () => {
    if (!isIdle()) return
    lockSession()
    void change('POST', '/api/session/lock')
  }
  // A laptop that was asleep looks at once, and asks the server what it thinks.
  const wake = () => {
    if (document.visibilityState !== 'visible') return
    look()
    checkSession().catch((fault: unknown) => console.error('session', fault))
  }
  const timer = setInterval(look, LOOK_MS)
  for (const sign of SIGNS) window.addEventListener(sign, touch, { capture: true, passive: true })
  document.addEventListener('visibilitychange', wake)
  return () => {
    clearInterval(timer)
    for (const sign of SIGNS) window.removeEventListener(sign, touch, { capture: true })
    document.removeEventListener('visibilitychange', wake)
  }
}

/** Kept for all tabs: who works in one is there in every other. */
const TOUCHED = 'brancard.touched'
const lastTouched = (): number => Number(localStorage.getItem(TOUCHED) ?? 0)
const markTouched = (at: number): void => localStorage.setItem(TOUCHED, String(at))

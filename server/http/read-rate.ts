// How fast one session may read: who scans the lists is told to wait, and keeps nobody else waiting. In this process
// only. In front of the reads that cost something (app.ts); a phone that polls asks once in fifteen seconds.
import { createMiddleware } from 'hono/factory'
import type { AppEnv, AppParts } from './app-env.ts'
import { problem } from './problem.ts'

const BURST = 60
const PER_SECOND = 10
/** Sessions remembered; the oldest leaves, with what it had left. */
const SESSIONS = 10_000

type Left = { reads: number; at: number }

export function readRate({ hinge }: AppParts) {
  const known = new Map<string, Left>()
  const take = (session: string, now: number): boolean => {
    const { reads, at } = known.get(session) ?? { reads: BURST, at: now }
    const left = Math.min(BURST, reads + (Math.max(0, now - at) / 1000) * PER_SECOND)
    known.delete(session)
    known.set(session, { reads: Math.max(0, left - 1), at: now })
    const [oldest] = known.keys()
    if (known.size > SESSIONS && oldest !== undefined) known.delete(oldest)
    return left >= 1
  }
  return createMiddleware<AppEnv>((c, next) =>
    take(c.get('signedIn').tokenHash, hinge.now().getTime())
      ? next()
      : Promise.resolve(problem(c, { code: 'rate.limited' })),
  )
}

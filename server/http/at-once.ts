// How many reads of one session may be under way at once: who scans the lists waits, and keeps nobody else waiting.
// In front of the reads that cost something (app.ts); a browser has six connections.
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './app-env.ts'
import { problem } from './problem.ts'

const AT_ONCE = 8

export function atOnce() {
  const busy = new Map<string, number>()
  return createMiddleware<AppEnv>(async (c, next) => {
    const { tokenHash } = c.get('signedIn')
    const others = busy.get(tokenHash) ?? 0
    if (others >= AT_ONCE) return problem(c, { code: 'rate.limited' })
    busy.set(tokenHash, others + 1)
    try {
      await next()
    } finally {
      const left = (busy.get(tokenHash) ?? 1) - 1
      if (left > 0) busy.set(tokenHash, left)
      else busy.delete(tokenHash)
    }
  })
}

// The last catch of every request: an outage is told as one, anything else is our fault, logged under its number.
// Used by app.ts; nothing of the error itself leaves the server.
import type { ErrorHandler } from 'hono'
import type { Store } from '#server/store/store.ts'
import type { AppEnv } from './app-env.ts'
import { problem } from './problem.ts'

export const onError =
  (store: Store): ErrorHandler<AppEnv> =>
  (error, c) => {
    const away = store.kindOf(error) === 'unavailable'
    console.error(`${c.get('request')} ${c.req.method} ${c.req.path}:`, away ? String(error) : error)
    return problem(c, { code: away ? 'unavailable' : 'fault' })
  }

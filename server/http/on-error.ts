// The last catch of every request: an outage is told as one, anything else is our fault, logged under its number.
// Used by app.ts; nothing of the error itself leaves the server.
import type { ErrorHandler } from 'hono'
import { log } from '#server/log.ts'
import type { Store } from '#server/store/store.ts'
import type { AppEnv } from './app-env.ts'
import { problem } from './problem.ts'
import { routeOf } from './route-of.ts'

export const onError =
  (store: Store): ErrorHandler<AppEnv> =>
  (error, c) => {
    const away = store.kindOf(error) === 'unavailable'
    const asked = { request: c.get('request'), method: c.req.method, route: routeOf(c), err: error }
    if (away) log.warn(asked, 'the database does not answer')
    else log.error(asked, 'fault')
    return problem(c, { code: away ? 'unavailable' : 'fault' })
  }

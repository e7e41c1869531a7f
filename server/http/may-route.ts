// The door of a route by the access table (shared/access/acts.ts). Used by app.ts, after the session is known.
import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { RouteName } from '#shared/access/acts.ts'
import { isAllowed } from '#shared/access/may.ts'
import type { AppEnv } from './app-env.ts'
import { problem } from './problem.ts'

/** For routes of no thing in particular: whoever holds one of the table's roles. */
export const mayRoute = (name: RouteName): MiddlewareHandler<AppEnv> =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { person } = c.get('signedIn')
    return isAllowed(person, name, { kind: 'none' }) ? next() : problem(c, { code: 'role.refused' })
  })

// The pattern of the route that answers a request, for the log: an address as asked names a transfer, or may hold
// anything. Used by headers.ts and on-error.ts.
import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { AppEnv } from './app-env.ts'

/** `*` where no route has this address. */
export const routeOf = (c: Context<AppEnv>): string =>
  matchedRoutes(c)
    .map(({ path }) => path)
    .filter((path) => !path.endsWith('*'))
    .at(-1) ?? '*'

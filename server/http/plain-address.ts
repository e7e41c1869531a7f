// An address with a NUL in it names nothing of ours, and a database may choke on it. Before every route in app.ts.
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './app-env.ts'
import { problem } from './problem.ts'

export const plainAddress = createMiddleware<AppEnv>(async (c, next) =>
  /%00/.test(c.req.url) ? problem(c, { code: 'not-found' }) : next(),
)

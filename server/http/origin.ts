// Refuses writes that another site makes a browser send. Before every route in app.ts.
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './app-env.ts'
import { problem } from './problem.ts'

const READS = ['GET', 'HEAD', 'OPTIONS']

/** Browsers say where a request comes from; one without either header is not a browser's. */
export const sameOrigin = createMiddleware<AppEnv>(async (c, next) => {
  if (!READS.includes(c.req.method) && isForeign(c.req.raw)) return problem(c, { code: 'origin.refused' })
  return next()
})

function isForeign({ headers, url }: Request): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  const origin = headers.get('origin')
  return origin !== null && hostOf(origin) !== (headers.get('host') ?? new URL(url).host)
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

// In an installation of its own: answers to its own name only, and over https. Behind a proxy it is the proxy that says
// so, and start.ts lets nobody else connect. First of the doors in app.ts.
import { createMiddleware } from 'hono/factory'
import type { AppEnv, AppParts } from './app-env.ts'
import { problem } from './problem.ts'

export const ownHost = ({ access }: AppParts) =>
  createMiddleware<AppEnv>(async (c, next) => {
    // Whoever watches the server may call it by another name.
    if (access.own === null || c.req.path === '/api/health') return next()
    const { host, protocol } = access.own.origin
    const asked = c.req.header('host') ?? new URL(c.req.url).host
    const sent = c.req.header('x-forwarded-proto')
    const isPlain = protocol === 'https:' && sent !== undefined && sent !== 'https'
    return asked !== host || isPlain ? problem(c, { code: 'origin.refused' }) : next()
  })

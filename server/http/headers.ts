// Security headers on every answer, and a number and a line in the log for every request. First in line in app.ts.
import { randomUUID } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import { log } from '#server/log.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { routeOf } from './route-of.ts'

/** Solid's templates need one Trusted Types policy, `default`. Nothing is loaded from elsewhere. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ')

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), autoplay=(), camera=(self), display-capture=(), geolocation=(self), gyroscope=(), ' +
    'microphone=(), midi=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
}

/** For the stream, which is no page and held open by thousands: the head stays in memory as long as it does. */
const STREAM_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
}

/** Two years of https, where there is https: an installation of its own has nothing else, the demo has none. */
const HSTS = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }

type Access = Pick<AppParts, 'access'>

const hstsOf = ({ access }: Access): Readonly<Record<string, string>> =>
  access.own?.origin.protocol === 'https:' ? HSTS : {}

export const streamHeaders = (parts: Access): Readonly<Record<string, string>> => ({
  ...STREAM_HEADERS,
  ...hstsOf(parts),
})

export const secure = (parts: AppParts) => {
  const headers = Object.entries({ ...SECURITY_HEADERS, ...hstsOf(parts) })
  return createMiddleware<AppEnv>(async (c, next) => {
    c.set('request', randomUUID())
    const started = performance.now()
    await next()
    const ms = Math.round(performance.now() - started)
    const { method } = c.req
    // By its pattern: an address names a transfer, a query may hold anything.
    log.info({ request: c.get('request'), method, route: routeOf(c), status: c.res.status, ms }, 'request')
    for (const [name, value] of headers) c.res.headers.set(name, value)
    c.res.headers.set('x-request-id', c.get('request'))
  })
}

/** Personal data is never stored by a browser or a proxy. */
export const noStore = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  c.res.headers.set('cache-control', 'no-store')
})

// Where a request comes from: the socket's other end, or who the trusted proxy says it speaks for. Used by the rate
// limits of signing in.
import type { Context } from 'hono'
import type { AppEnv, AppParts } from './app-env.ts'

/** Only a trusted proxy may connect without https (server/sign-in/serve-config.ts); what it added itself stands last. */
export function addressOf(c: Context<AppEnv>, { access }: Pick<AppParts, 'access'>): string | null {
  const socket = c.env?.incoming?.socket
  if (socket === undefined) return null
  const isProxied = access.own !== null && !('encrypted' in socket)
  const said = isProxied ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return said ?? socket.remoteAddress ?? null
}

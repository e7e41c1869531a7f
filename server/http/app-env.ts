// What the routes share: the server's parts, and what the doors before a route found out about the request.
// Filled by app.ts and session.ts, read by every route.
import type { HttpBindings } from '@hono/node-server'
import type { Person } from '#shared/access/parties.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Hinge } from '#server/perform.ts'
import type { Cursors } from '#server/live/cursor.ts'
import type { Live } from '#server/live/live.ts'
import type { People } from '#server/demo/people.ts'
import type { Access } from '#server/sign-in/access.ts'
import type { SessionState } from '#server/sign-in/session-state.ts'
import type { PlanJobs } from '#server/planning/plan-jobs.ts'
import type { Push } from '#server/push/push-config.ts'
import type { Limits } from './rate-limit.ts'

export type AppParts = {
  hinge: Hinge
  live: Live
  /** The demo's. */
  people: People
  access: Access
  cursors: Cursors
  /** Null in the demo. */
  limits: Limits | null
  push: Push
  plans: PlanJobs
  /** The built client; null: the API alone. */
  dist: string | null
  version: string
}

export type SignedIn = SessionState & {
  person: Person
  label: string
  tokenHash: string
  expires: string
  /** The session's id: opens nothing. */
  session: string
  created: string
  /** `demo`, `passkey`, or the provider's id. */
  method: string
}

export type AppEnv = {
  /** Absent when the app is called without a socket. */
  Bindings: Partial<HttpBindings>
  /** `transfer`: the one that the path names, once this person is known to see it. */
  Variables: { request: string; signedIn: SignedIn; transfer: Transfer }
}

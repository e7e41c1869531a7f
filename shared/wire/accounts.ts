// What signing in, one's own account and the admin's screens send and get: schemas of the bodies, types of the answers.
// Read by server/http and web/state. These writes are no commands: they never wait in a queue (docs/decisions/020).
import * as z from 'zod/mini'
import type { Membership } from '#shared/access/parties.ts'
import { ROLES } from '#shared/terms.ts'
import { LABEL_MAX } from './sign-in.ts'

/** How a browser's passkey functions answer, as they are. What stands in it is checked by what it proves. */
const answered = z.object({
  id: z.string().check(z.regex(/^[\w-]{1,1400}$/)),
  rawId: z.string().check(z.maxLength(1400)),
  type: z.literal('public-key'),
  response: z.record(z.string(), z.unknown()),
})
export const passkeyAnswer = z.strictObject({ answer: z.looseObject(answered.shape) })

const token = z.string().check(z.regex(/^[\w-]{43}$/))
export const invited = z.strictObject({ token })
export const inviteAnswer = z.strictObject({ token, answer: z.looseObject(answered.shape) })

const membership = z.strictObject({
  role: z.enum(ROLES),
  org: z.string().check(z.maxLength(60)),
  deputy: z.optional(z.literal(true)),
})
export const roles = z.strictObject({
  memberships: z.array(membership).check(z.minLength(1), z.maxLength(20)),
})
export const newPerson = z.strictObject({
  label: z.string().check(z.trim(), z.minLength(3), z.maxLength(LABEL_MAX)),
  ...roles.shape,
})

/** GET /api/session/ways: how one can sign in here. */
export type SignInWays = { demo: boolean; passkey: boolean; providers: { id: string; name: string }[] }

/** POST /api/session/invite/options: for whom the invitation is, and what to hand to the browser. */
export type InviteOptions = { label: string; setup: boolean; options: unknown }
export type PasskeyOptions = { options: unknown }

/** GET /api/account/sessions. */
export type OwnSession = {
  id: string
  /** The one that asks. */
  own: boolean
  created: string
  seen: string
  expires: string
  method: string
  agent: string
}
/** GET /api/account/passkeys. `synced`: kept by the maker of the device, and so on other devices of its owner too. */
export type OwnPasskey = { id: string; created: string; lastUsed: string | null; synced: boolean }

/** GET /api/admin/people, a page of at most 100; GET /api/admin/people/{id}. */
export type AdminPerson = {
  id: string
  label: string
  memberships: Membership[]
  disabled: string | null
  created: string
  /** Until when an invitation stands. */
  invited: string | null
  passkeys: number
  /** Provider ids. */
  providers: string[]
  sessions: number
}
export type PeoplePage = { people: AdminPerson[]; next: string | null }
/** A link that lets its person in once. It is shown once and kept nowhere. */
export type Invitation = { person: string; link: string; expires: string }

// Signing in with a passkey, unlocking and showing it once more, and accepting an invitation. Mounted by app.ts under
// /api/session; not in the demo.
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { type Context, Hono } from 'hono'
import {
  inviteAnswer,
  invited,
  type InviteOptions,
  passkeyAnswer,
  type PasskeyOptions,
  type SignInWays,
} from '#shared/wire/accounts.ts'
import { acceptInvite, guestOf } from '#server/sign-in/invites.ts'
import { hashOf } from '#server/sign-in/secret.ts'
import { beginSession, renewSession, toSession } from '#server/sign-in/sessions.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { readBody } from './body.ts'
import { problem } from './problem.ts'
import { evenLocked, notInDemo } from './session.ts'
import { tell } from './tell.ts'

type Own = NonNullable<AppParts['access']['own']>

export function passkeyRoutes(parts: AppParts): Hono<AppEnv> {
  const { own } = parts.access
  const app = new Hono<AppEnv>()
  app.get('/ways', (c) =>
    c.json({
      demo: own === null,
      passkey: own !== null,
      providers: (own?.providers.list() ?? []).map(({ id, name }) => ({ id, name })),
    } satisfies SignInWays),
  )
  app.use('/passkey/*', notInDemo(parts))
  app.use('/invite/*', notInDemo(parts))
  app.use('/fresh/*', evenLocked(parts), notInDemo(parts))
  const within = (handle: (c: Context<AppEnv>, own: Own) => Promise<Response>) => (c: Context<AppEnv>) =>
    own === null ? problem(c, { code: 'not-found' }) : handle(c, own)

  app.post(
    '/passkey/options',
    within(async (c, { passkeys }) =>
      c.json({ options: await passkeys.ask('sign-in', null, '') } satisfies PasskeyOptions),
    ),
  )
  app.post(
    '/passkey',
    within((c, { passkeys }) => enter(parts, c, passkeys)),
  )
  app.post(
    '/fresh/options',
    within(async (c, { passkeys }) => {
      const { person, session } = c.get('signedIn')
      return c.json({ options: await passkeys.ask('fresh', person.id, session) } satisfies PasskeyOptions)
    }),
  )
  app.post(
    '/fresh',
    within((c, { passkeys }) => showAgain(parts, c, passkeys)),
  )
  app.post(
    '/invite/options',
    within((c, { passkeys }) => open(parts, c, passkeys)),
  )
  app.post(
    '/invite',
    within((c, { passkeys }) => accept(parts, c, passkeys)),
  )
  return app
}

async function enter(parts: AppParts, c: Context<AppEnv>, passkeys: Own['passkeys']): Promise<Response> {
  const body = await readBody(c, passkeyAnswer)
  if ('refused' in body) return problem(c, body.refused)
  const answer = body.read.answer as unknown as AuthenticationResponseJSON
  const row = await passkeys.check('sign-in', answer, '')
  const known = row && (await parts.access.find(row.person))
  if (known === null) {
    const reason = row === null ? 'passkey.refused' : 'disabled'
    await tell(parts, c, { what: 'refused', person: row?.person ?? null, method: 'passkey', reason })
    // Whether this person exists is nobody's to know.
    return problem(c, { code: 'passkey.refused' })
  }
  const found = await beginSession(parts, c, { known, method: 'passkey' })
  await tell(parts, c, { what: 'signed-in', by: known.id, person: known.id, method: 'passkey' })
  return c.json(toSession(parts, found))
}

/** Unlocks, and makes fresh for acts that ask for it. */
async function showAgain(parts: AppParts, c: Context<AppEnv>, passkeys: Own['passkeys']): Promise<Response> {
  const body = await readBody(c, passkeyAnswer)
  if ('refused' in body) return problem(c, body.refused)
  const found = c.get('signedIn')
  const answer = body.read.answer as unknown as AuthenticationResponseJSON
  const row = await passkeys.check('fresh', answer, found.session)
  if (row?.person !== found.person.id) {
    await tell(parts, c, { what: 'refused', method: 'passkey', reason: 'passkey.refused' })
    return problem(c, { code: 'passkey.refused' })
  }
  const renewed = await renewSession(parts, c, found)
  if (found.locked) await tell(parts, c, { what: 'unlocked', method: 'passkey' })
  return c.json(toSession(parts, renewed))
}

async function open(parts: AppParts, c: Context<AppEnv>, passkeys: Own['passkeys']): Promise<Response> {
  const body = await readBody(c, invited)
  if ('refused' in body) return problem(c, body.refused)
  const { token } = body.read
  const guest = await guestOf(parts.hinge.store.query, token, parts.hinge.now().toISOString())
  if (guest === null) return spent(parts, c)
  const options = await passkeys.askNew(guest, hashOf(token))
  return c.json({ label: guest.label, setup: guest.setup, options } satisfies InviteOptions)
}

async function accept(parts: AppParts, c: Context<AppEnv>, passkeys: Own['passkeys']): Promise<Response> {
  const body = await readBody(c, inviteAnswer)
  if ('refused' in body) return problem(c, body.refused)
  const { token } = body.read
  const { store, now } = parts.hinge
  const guest = await guestOf(store.query, token, now().toISOString())
  if (guest === null) return spent(parts, c)
  const answer = body.read.answer as unknown as RegistrationResponseJSON
  const passkey = await passkeys.checkNew(guest.id, answer, hashOf(token))
  if (passkey === null) return problem(c, { code: 'passkey.refused' })
  const accepted = await acceptInvite(store, token, passkey, now().toISOString())
  const known = accepted && (await parts.access.find(accepted.id))
  if (known === null) return spent(parts, c)
  const found = await beginSession(parts, c, { known, method: 'passkey' })
  await tell(parts, c, { what: 'invite-accepted', by: known.id, person: known.id, method: 'passkey' })
  return c.json(toSession(parts, found))
}

async function spent(parts: AppParts, c: Context<AppEnv>): Promise<Response> {
  await tell(parts, c, { what: 'refused', method: 'passkey', reason: 'invite.spent' })
  return problem(c, { code: 'invite.spent' })
}

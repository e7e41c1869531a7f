// One's own sessions and passkeys: to see, to end, to add. Mounted by app.ts under /api/account; not in the demo.
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { type Context, Hono } from 'hono'
import {
  type OwnPasskey,
  type OwnSession,
  passkeyAnswer,
  type PasskeyOptions,
} from '#shared/wire/accounts.ts'
import { FRESH_MINUTES } from '#server/sign-in/session-state.ts'
import { identitiesOf } from '#server/store/people.ts'
import { deletePasskey, passkeysOf, savePasskey } from '#server/store/passkeys.ts'
import { changeSession, endSession, sessionsOf } from '#server/store/sessions.ts'
import type { AppEnv, AppParts, SignedIn } from './app-env.ts'
import { readBody } from './body.ts'
import { problem } from './problem.ts'
import { tell } from './tell.ts'

export function accountRoutes(parts: AppParts): Hono<AppEnv> {
  const { hinge } = parts
  const app = new Hono<AppEnv>()
  app.get('/sessions', async (c) => {
    const { person, session } = c.get('signedIn')
    const rows = await sessionsOf(hinge.store.query, person.id, hinge.now().toISOString())
    return c.json(
      rows.map(({ id, created, seen, expires, method, agent }) => ({
        id,
        own: id === session,
        created,
        seen,
        expires,
        method,
        agent,
      })) satisfies OwnSession[],
    )
  })
  app.delete('/sessions/:id', async (c) => {
    const { person } = c.get('signedIn')
    if (!(await endSession(hinge.store.query, person.id, c.req.param('id'))))
      return problem(c, { code: 'not-found' })
    await parts.access.streams.check()
    await tell(parts, c, { what: 'session-ended' })
    return c.body(null, 204)
  })
  app.get('/passkeys', async (c) => {
    const rows = await passkeysOf(hinge.store.query, c.get('signedIn').person.id)
    return c.json(
      rows.map(({ id, created, last_used, backed_up }) => ({
        id,
        created,
        lastUsed: last_used,
        synced: backed_up === 1,
      })) satisfies OwnPasskey[],
    )
  })
  app.post('/passkeys/options', (c) => askNew(parts, c))
  app.post('/passkeys', (c) => add(parts, c))
  app.delete('/passkeys/:id', (c) => remove(parts, c, c.req.param('id')))
  return app
}

/** A passkey shown just now; or, for who has none yet, a sign-in just now. */
async function isFresh({ hinge }: AppParts, { person, freshUntil, created }: SignedIn): Promise<boolean> {
  if (freshUntil !== null) return true
  const own = await passkeysOf(hinge.store.query, person.id)
  return own.length === 0 && hinge.now().getTime() - Date.parse(created) < FRESH_MINUTES * 60_000
}

async function askNew(parts: AppParts, c: Context<AppEnv>): Promise<Response> {
  const { own } = parts.access
  if (own === null) return problem(c, { code: 'not-found' })
  const found = c.get('signedIn')
  if (!(await isFresh(parts, found))) return problem(c, { code: 'session.step-up' })
  const who = { id: found.person.id, label: found.label }
  return c.json({ options: await own.passkeys.askNew(who, found.session) } satisfies PasskeyOptions)
}

async function add(parts: AppParts, c: Context<AppEnv>): Promise<Response> {
  const { own } = parts.access
  if (own === null) return problem(c, { code: 'not-found' })
  const body = await readBody(c, passkeyAnswer)
  if ('refused' in body) return problem(c, body.refused)
  const found = c.get('signedIn')
  if (!(await isFresh(parts, found))) return problem(c, { code: 'session.step-up' })
  const answer = body.read.answer as unknown as RegistrationResponseJSON
  const passkey = await own.passkeys.checkNew(found.person.id, answer, found.session)
  if (passkey === null) return problem(c, { code: 'passkey.refused' })
  const { store, now } = parts.hinge
  await store.transaction((tx) => savePasskey(tx, passkey))
  await changeSession(store.query, found.session, { fresh: now().toISOString() })
  await tell(parts, c, { what: 'passkey-added' })
  return c.body(null, 204)
}

async function remove(parts: AppParts, c: Context<AppEnv>, id: string): Promise<Response> {
  const { person, freshUntil } = c.get('signedIn')
  if (freshUntil === null) return problem(c, { code: 'session.step-up' })
  const gone = await parts.hinge.store.transaction(async (tx) => {
    const rows = await passkeysOf(tx.db, person.id)
    if (!rows.some((row) => row.id === id)) return 'not-found'
    if (rows.length === 1 && (await identitiesOf(tx.db, person.id)).length === 0) return 'passkey.last'
    await deletePasskey(tx, id)
    return null
  })
  if (gone !== null) return problem(c, { code: gone })
  await tell(parts, c, { what: 'passkey-removed' })
  return c.body(null, 204)
}

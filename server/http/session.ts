// Who is signed in: a random token in a cookie, its hash in the database. The door of every other route.
// Demo mode only for now: one signs in by choosing a function.
import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import * as z from 'zod/mini'
import type { DemoPerson, Session } from '#shared/wire/reads.ts'
import { deleteSession, loadSession, saveSession } from '#server/store/sessions.ts'
import type { AppEnv, AppParts, SignedIn } from './app-env.ts'
import { readJson } from './body.ts'
import { fieldFaults } from './field-faults.ts'
import { problem } from './problem.ts'

const COOKIE = 'brancard'
const HOURS = 12
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** For whom a phone speaks, as far as it says so: its queue and its rows are one person's. */
export const PERSON_HEADER = 'brancard-person'

/** Puts who is signed in on the request, or refuses; also when the phone speaks for somebody else. */
export const signedIn = (parts: AppParts) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const found = await whoIs(parts, c)
    const meant = c.req.header(PERSON_HEADER)
    if (found === null || (meant !== undefined && meant !== encodeURIComponent(found.person.id)))
      return problem(c, { code: 'session.required' })
    c.set('signedIn', found)
    return next()
  })

async function whoIs({ hinge, people }: AppParts, c: Context<AppEnv>): Promise<SignedIn | null> {
  const token = getCookie(c, COOKIE)
  if (token === undefined) return null
  const tokenHash = hashOf(token)
  const session = await loadSession(hinge.store.query, tokenHash, hinge.now().toISOString())
  const known = session === null ? undefined : people.find(session.person)
  if (session === null || known === undefined) return null
  const { id, memberships, label } = known
  return { person: { id, memberships }, label, tokenHash, expires: session.expires }
}

const toSession = ({ person, label, expires }: SignedIn): Session => ({
  person: person.id,
  label,
  memberships: person.memberships,
  demo: true,
  expires,
})

export const demoSignIn = z.strictObject({ person: z.string().check(z.maxLength(100)) })

export function sessionRoutes(parts: AppParts): Hono<AppEnv> {
  const { hinge, people, live } = parts
  const app = new Hono<AppEnv>()
  app.get('/', signedIn(parts), (c) => c.json(toSession(c.get('signedIn'))))

  app.delete('/', signedIn(parts), async (c) => {
    const { tokenHash } = c.get('signedIn')
    await deleteSession(hinge.store.query, tokenHash)
    live.end(tokenHash)
    deleteCookie(c, COOKIE, { path: '/' })
    return c.body(null, 204)
  })

  app.get('/demo', (c) => c.json(people.list() satisfies DemoPerson[]))

  app.post('/demo', async (c) => {
    const body = await readJson(c)
    if ('refused' in body) return problem(c, body.refused)
    const parsed = demoSignIn.safeParse(body.json)
    if (!parsed.success) {
      const fields = fieldFaults(parsed.error.issues, body.json)
      return problem(c, { code: 'command.invalid', fields })
    }
    const known = people.find(parsed.data.person)
    if (known === undefined) return problem(c, { code: 'session.unknown-person' })
    const token = hinge.random(32).toString('base64url')
    const created = hinge.now()
    const expires = new Date(created.getTime() + HOURS * 3_600_000).toISOString()
    const tokenHash = hashOf(token)
    const row = { token_hash: tokenHash, person: known.id, created: created.toISOString(), expires }
    await saveSession(hinge.store.query, row)
    setCookie(c, COOKIE, token, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: HOURS * 3600,
      secure: new URL(c.req.url).protocol === 'https:',
    })
    return c.json(toSession({ person: known, label: known.label, tokenHash, expires }))
  })
  return app
}

// The door of every other route: who is signed in, and whether the screen is locked; and one's own session. The demo's
// way in, by choosing a function, is here too.
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import * as z from 'zod/mini'
import type { DemoPerson } from '#shared/wire/reads.ts'
import { beginSession, endPresent, findSignedIn, toSession } from '#server/sign-in/sessions.ts'
import { changeSession } from '#server/store/sessions.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { readBody } from './body.ts'
import { problem } from './problem.ts'
import { tell } from './tell.ts'

/** For whom a phone speaks, as far as it says so: its queue and its rows are one person's. */
export const PERSON_HEADER = 'brancard-person'

/** Puts who is signed in on the request, or refuses; also when the phone speaks for somebody else. */
export const evenLocked = (parts: AppParts) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const found = await findSignedIn(parts, c)
    const meant = c.req.header(PERSON_HEADER)
    if (found === null || (meant !== undefined && meant !== encodeURIComponent(found.person.id)))
      return problem(c, { code: 'session.required' })
    c.set('signedIn', found)
    return next()
  })

/** As `evenLocked`, but for a locked session there is nothing to read or do. */
export const signedIn = (parts: AppParts) => {
  const who = evenLocked(parts)
  return createMiddleware<AppEnv>((c, next) =>
    who(c, async () => {
      if (c.get('signedIn').locked) c.res = problem(c, { code: 'session.locked' })
      else await next()
    }),
  )
}

/** After `signedIn`: only with a passkey shown in the last minutes. */
export const fresh = createMiddleware<AppEnv>(async (c, next) =>
  c.get('signedIn').freshUntil === null ? problem(c, { code: 'session.step-up' }) : next(),
)

/** There is no such thing in the demo. */
export const notInDemo = ({ access }: AppParts) =>
  createMiddleware<AppEnv>(async (c, next) =>
    access.own === null ? problem(c, { code: 'not-found' }) : next(),
  )

export const demoSignIn = z.strictObject({ person: z.string().check(z.maxLength(100)) })

export function sessionRoutes(parts: AppParts): Hono<AppEnv> {
  const { hinge, people, access } = parts
  const app = new Hono<AppEnv>()
  app.get('/', evenLocked(parts), (c) => c.json(toSession(parts, c.get('signedIn'))))

  app.delete('/', evenLocked(parts), async (c) => {
    await endPresent(parts, c)
    await tell(parts, c, { what: 'signed-out' })
    return c.body(null, 204)
  })

  // A sign of the person, which the app's own requests are not.
  app.post('/seen', signedIn(parts), async (c) => {
    await changeSession(hinge.store.query, c.get('signedIn').session, { seen: hinge.now().toISOString() })
    return c.body(null, 204)
  })

  app.post('/lock', evenLocked(parts), async (c) => {
    const { idleMinutes, session } = c.get('signedIn')
    if (idleMinutes === null) return problem(c, { code: 'not-found' })
    await changeSession(hinge.store.query, session, { locked: 1 })
    await tell(parts, c, { what: 'locked' })
    return c.body(null, 204)
  })

  app.get('/demo', (c) =>
    access.own === null ? c.json(people.list() satisfies DemoPerson[]) : problem(c, { code: 'not-found' }),
  )

  app.post('/demo', async (c) => {
    if (access.own !== null) return problem(c, { code: 'not-found' })
    const body = await readBody(c, demoSignIn)
    if ('refused' in body) return problem(c, body.refused)
    const known = await access.find(body.read.person)
    if (known === null) return problem(c, { code: 'session.unknown-person' })
    const found = await beginSession(parts, c, { known, method: 'demo' })
    await tell(parts, c, { what: 'signed-in', by: known.id, person: known.id, method: 'demo' })
    return c.json(toSession(parts, found))
  })
  return app
}

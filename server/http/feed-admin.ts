// The administrator's sources of bed figures: which there are, a new one with its token, the end of one. Mounted by
// app.ts under /api/admin/feeds.
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { administers } from '#shared/access/may-administer.ts'
import { LCPS_ORG } from '#shared/access/parties.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { region } from '#shared/reference/regions.ts'
import { otherAct } from '#shared/record/acts.ts'
import { type Feeds, type NewFeed, newFeed } from '#shared/wire/capacity-feed.ts'
import { drawId, drawToken, hashOf } from '#server/sign-in/secret.ts'
import { addFeed, allFeeds, endFeed } from '#server/store/feeds.ts'
import { saveAct } from '#server/store/record.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { readBody } from './body.ts'
import { problem } from './problem.ts'
import { recordRead, viaOf } from './recorded.ts'
import { fresh } from './session.ts'

/** Others cannot tell that there is anything here. */
const administersAll = createMiddleware<AppEnv>(async (c, next) =>
  administers(c.get('signedIn').person) === null ? next() : problem(c, { code: 'not-found' }),
)

const isScope = (scope: string): boolean =>
  scope === LCPS_ORG || hospital(scope) !== undefined || region(scope) !== undefined

export function feedAdmin(parts: AppParts): Hono<AppEnv> {
  const { store, now, random } = parts.hinge
  const app = new Hono<AppEnv>()
  app.use(administersAll)
  // The demo has no passkeys.
  const shown = createMiddleware<AppEnv>((c, next) => (parts.access.own === null ? next() : fresh(c, next)))

  app.get('/', recordRead(parts, 'access.read-feeds'), async (c) =>
    c.json({ feeds: await allFeeds(store.query) } satisfies Feeds),
  )

  app.post('/', shown, async (c) => {
    const body = await readBody(c, newFeed)
    if ('refused' in body) return problem(c, body.refused)
    const { name, scope } = body.read
    if (!isScope(scope))
      return problem(c, { code: 'command.invalid', fields: [{ field: 'scope', fault: 'enum' }] })
    const token = drawToken(random)
    const made = { id: drawId(random), name, scope, created: now().toISOString() }
    const happened = { at: made.created, person: c.get('signedIn').person, via: viaOf(parts, c) }
    const isNew = await store.transaction(async ({ db }) => {
      if ((await allFeeds(db)).some((known) => known.name === name)) return false
      await addFeed(db, { ...made, token_hash: hashOf(token), created_by: happened.person.id })
      await saveAct(
        db,
        otherAct(happened, 'access.feed', 'C', {
          reason: `${name}@${scope}`,
          subject: 'list',
          subjectId: made.id,
        }),
      )
      return true
    })
    if (!isNew) return problem(c, { code: 'already-exists' })
    return c.json({ ...made, lastAt: null, lastRows: null, token } satisfies NewFeed)
  })

  app.delete('/:id', shown, async (c) => {
    const id = c.req.param('id').slice(0, 40)
    const happened = { at: now().toISOString(), person: c.get('signedIn').person, via: viaOf(parts, c) }
    const ended = await store.transaction(async ({ db }) => {
      if (!(await endFeed(db, id, happened.at))) return false
      await saveAct(db, otherAct(happened, 'access.feed', 'D', { subject: 'list', subjectId: id }))
      return true
    })
    return ended ? c.body(null, 204) : problem(c, { code: 'not-found' })
  })
  return app
}

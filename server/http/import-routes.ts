// POST /api/admin/import: a file of people (docs/people-csv.md), tried or kept. For who administers all of brancard,
// with a passkey shown just now. Mounted by app.ts; not in the demo.
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { administers } from '#shared/access/may-administer.ts'
import { type ImportReport, PEOPLE_FILE_BYTES } from '#shared/wire/people-file.ts'
import { importPeople } from '#server/sign-in/import-people.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { readAtMost } from './body.ts'
import { problem } from './problem.ts'
import { viaOf } from './recorded.ts'
import { fresh } from './session.ts'

/** Others cannot tell that there is anything here. */
export const administersAll = createMiddleware<AppEnv>(async (c, next) =>
  administers(c.get('signedIn').person) === null ? next() : problem(c, { code: 'not-found' }),
)

export function importRoutes(parts: AppParts): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  // One file in memory at a time.
  let busy = false
  app.post('/', administersAll, fresh, async (c) => {
    if (c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() !== 'text/csv')
      return problem(c, { code: 'command.media-type' })
    if (busy) return problem(c, { code: 'rate.limited' })
    busy = true
    try {
      const bytes = await readAtMost(c.req.raw.body, PEOPLE_FILE_BYTES)
      if (bytes === null) return problem(c, { code: 'command.too-large' })
      const { store, now } = parts.hinge
      const deps = { store, now, providers: parts.access.own?.providers.list() ?? [] }
      const by = { person: c.get('signedIn').person, via: viaOf(parts, c) }
      const report = await importPeople(deps, by, bytes, c.req.query('run') === 'keep')
      if (report.kept) await parts.access.streams.check()
      return c.json(report satisfies ImportReport)
    } finally {
      busy = false
    }
  })
  return app
}

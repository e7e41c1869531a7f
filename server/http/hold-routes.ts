// The administrator's legal holds: which there are, to lay one by the code on the papers, and to lift it; with a passkey
// shown just now. For who administers all of brancard. Mounted by app.ts under /api/admin/holds; not in the demo.
import { type Context, Hono } from 'hono'
import { identityIn } from '#shared/access/free-text.ts'
import { type HoldLaid, type LegalHold, newHold } from '#shared/wire/holds.ts'
import { holdByCode, liftHoldOf } from '#server/retention/legal-hold.ts'
import { loadPerson } from '#server/store/people.ts'
import { listHolds } from '#server/store/retention.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { readBody } from './body.ts'
import { administersAll } from './import-routes.ts'
import { problem } from './problem.ts'
import { happenedOf, recordRead } from './recorded.ts'
import { fresh } from './session.ts'

const PAGE = 100

export function holdRoutes(parts: AppParts): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(administersAll)
  app.get('/', recordRead(parts, 'access.read-holds'), async (c) => c.json(await list(parts)))
  app.post('/', fresh, (c) => lay(parts, c))
  app.delete('/:id', fresh, async (c) => {
    const came = await liftHoldOf(parts.hinge.store, happenedOf(parts, c), c.req.param('id'))
    return came === 'done' ? c.body(null, 204) : problem(c, { code: 'not-found' })
  })
  return app
}

async function list({ hinge }: AppParts): Promise<LegalHold[]> {
  const { query } = hinge.store
  const rows = await listHolds(query, PAGE)
  const ids = new Set(rows.flatMap(({ person, lifted_by }) => [person, lifted_by ?? person]))
  const labels = new Map<string, string>()
  for (const id of ids) labels.set(id, (await loadPerson(query, id))?.label ?? id)
  const named = (id: string): string => labels.get(id) ?? id
  return rows.map(({ transfer, code, reason, person, at, lifted, lifted_by }) => ({
    ...{ transfer, code, reason, by: named(person), at },
    lifted: lifted === null ? null : { by: named(lifted_by ?? ''), at: lifted },
  }))
}

/** A code that no transfer has and one that is held already are told apart: who may lay holds may know. */
async function lay(parts: AppParts, c: Context<AppEnv>): Promise<Response> {
  const body = await readBody(c, newHold)
  if ('refused' in body) return problem(c, body.refused)
  const { code, reason } = body.read
  if (identityIn(reason) !== null)
    return problem(c, { code: 'text.identity', fields: [{ field: 'reason', fault: 'format' }] })
  const came = await holdByCode(parts.hinge.store, happenedOf(parts, c), code, reason)
  if (came.found === 0) return problem(c, { code: 'not-found' })
  if (came.laid === 0) return problem(c, { code: 'already-exists' })
  return c.json(came satisfies HoldLaid)
}

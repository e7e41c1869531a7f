// The API's table of contents. Called by start.ts with the server's parts, and by the tests.
import { Hono } from 'hono'
import { every } from 'hono/combine'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import type { CountsView, Health } from '#shared/wire/reads.ts'
import { countsView } from '#server/views/counts-view.ts'
import { hfnoView } from '#server/views/hfno-view.ts'
import { eventHead } from '#server/store/events.ts'
import { accountRoutes } from './account-routes.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { mountBeds } from './bed-routes.ts'
import { postCommand } from './commands.ts'
import { dayBoardRoutes } from './day-board.ts'
import { getEvents } from './events.ts'
import { noStore, secure } from './headers.ts'
import { holdRoutes } from './hold-routes.ts'
import { importRoutes } from './import-routes.ts'
import { getLetters } from './letters.ts'
import { mayRoute } from './may-route.ts'
import { onError } from './on-error.ts'
import { openApi } from './openapi.ts'
import { sameOrigin } from './origin.ts'
import { organisationRoutes } from './organisations.ts'
import { ownHost } from './own-host.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { plainAddress } from './plain-address.ts'
import { planRoutes } from './plans.ts'
import { problem } from './problem.ts'
import { providerList } from './provider-list.ts'
import { providerRoutes } from './provider-routes.ts'
import { pushRoutes } from './push.ts'
import { limitAddress, limitPerson, makeRateLimits } from './rate-limit.ts'
import { readRate } from './read-rate.ts'
import { readFigures } from './recorded.ts'
import { reportRoutes } from './reports.ts'
import { evenLocked, notInDemo, sessionRoutes, signedIn } from './session.ts'
import { shareRoutes } from './shares.ts'
import { getSnapshot } from './snapshot.ts'
import { serveDist } from './static.ts'
import { transferRoutes } from './transfers.ts'

export function createApp(parts: AppParts): Hono<AppEnv> {
  const { store } = parts.hinge
  const demo = parts.access.own === null
  const app = new Hono<AppEnv>()
  const rates = makeRateLimits(parts)
  const reads = every(limitPerson(rates), readRate(parts))
  app.use(secure(parts))
  app.onError(onError(store))
  app.notFound((c) => problem(c, { code: 'not-found' }))

  app.use('/api/*', noStore, plainAddress, ownHost(parts), sameOrigin)
  app.get('/api/health', async (c) => {
    // As a command is kept: a server that can only read is not well (docs/decisions/016).
    await store.transaction(({ db }) => eventHead(db))
    return c.json({ status: 'ok', store: store.dialect, version: parts.version, demo } satisfies Health)
  })
  app.get('/api/openapi.json', compress(), (c) => c.json(openApi(parts.version)))
  app.use('/api/session/*', limitAddress(parts, rates), compress())
  app.route('/api/session', sessionRoutes(parts))
  app.route('/api/session', passkeyRoutes(parts))
  app.route('/api/session/provider', providerRoutes(parts))
  app.use('/api/account/*', signedIn(parts), notInDemo(parts), compress())
  app.route('/api/account', accountRoutes(parts))
  mountAdmin(app, parts)
  app.post('/api/commands', signedIn(parts), postCommand(parts, rates))
  // A locked desk keeps its stream, without content on the screen.
  app.get('/api/events', evenLocked(parts), limitPerson(rates), getEvents(parts))
  app.get('/api/snapshot', signedIn(parts), reads, compress(), getSnapshot(parts))
  app.get('/api/counts', signedIn(parts), reads, mayRoute('get /api/counts'), async (c) =>
    c.json((await readFigures(parts, c, (db) => countsView(db, parts.hinge.now()))) satisfies CountsView),
  )
  app.route('/api', shareRoutes(parts, every(signedIn(parts), reads)))
  app.get('/api/hfno', signedIn(parts), reads, mayRoute('get /api/hfno'), async (c) =>
    c.json(await readFigures(parts, c, (db) => hfnoView(db, parts.hinge.now().toISOString()))),
  )
  app.get('/api/letters', signedIn(parts), reads, mayRoute('get /api/letters'), getLetters(parts))
  for (const path of ['/api/reports/*', '/api/forecast']) app.use(path, signedIn(parts), reads, compress())
  app.route('/api', reportRoutes(parts))
  mountBeds(app, parts, rates)
  app.route('/api/day-board', dayBoardRoutes(parts, reads))
  app.use('/api/push', signedIn(parts))
  app.route('/api/push', pushRoutes(parts))
  app.use('/api/plans', signedIn(parts), reads, compress())
  app.use('/api/plans/*', signedIn(parts), reads, compress())
  app.route('/api/plans', planRoutes(parts))
  app.use('/api/transfers/*', signedIn(parts), reads, compress())
  app.route('/api/transfers', transferRoutes(parts))
  app.all('/api/*', (c) => problem(c, { code: 'not-found' }))
  if (parts.dist !== null) app.get('*', ownHost(parts), etag(), serveDist(parts.dist))
  return app
}

/** Everything of the administrator's: for who is signed in, and not in the demo. */
function mountAdmin(app: Hono<AppEnv>, parts: AppParts): void {
  app.use('/api/admin/people', signedIn(parts), notInDemo(parts), compress())
  app.use('/api/admin/people/*', signedIn(parts), notInDemo(parts))
  app.route('/api/admin/people', peopleRoutes(parts))
  app.use('/api/admin/import', signedIn(parts), notInDemo(parts))
  app.route('/api/admin/import', importRoutes(parts))
  app.use('/api/admin/organisations', signedIn(parts), notInDemo(parts), compress())
  app.use('/api/admin/organisations/*', signedIn(parts), notInDemo(parts))
  app.route('/api/admin/organisations', organisationRoutes(parts))
  app.use('/api/admin/holds', signedIn(parts), notInDemo(parts), compress())
  app.use('/api/admin/holds/*', signedIn(parts), notInDemo(parts))
  app.route('/api/admin/holds', holdRoutes(parts))
  app.use('/api/admin/providers', signedIn(parts), notInDemo(parts))
  app.route('/api/admin/providers', providerList(parts))
}

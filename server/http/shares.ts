// Fair share over the nation and within a region, and the signals for the phase: figures without patients.
// Mounted by app.ts.
import { type Handler, Hono, type MiddlewareHandler } from 'hono'
import { region } from '#shared/reference/regions.ts'
import type { RegionSharesView, ShareHistoryView, SharesView, SignalsView } from '#shared/wire/shares.ts'
import { regionSharesView, shareHistoryView, sharesView } from '#server/views/shares-view.ts'
import { makeNationForecast, signalsView } from '#server/views/signals-view.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { mayRoute } from './may-route.ts'
import { problem } from './problem.ts'
import { readFigures } from './recorded.ts'

/** `read`: who is signed in, and how much they may ask. */
export function shareRoutes(parts: AppParts, read: MiddlewareHandler<AppEnv>): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/shares', read, mayRoute('get /api/shares'), getShares(parts))
  app.get('/shares/history', read, mayRoute('get /api/shares/history'), getShareHistory(parts))
  app.get('/shares/:id', read, mayRoute('get /api/shares/{id}'), getRegionShares(parts))
  app.get('/signals', read, mayRoute('get /api/signals'), getSignals(parts))
  return app
}

const getShares =
  (parts: AppParts): Handler<AppEnv> =>
  async (c) => {
    const { person } = c.get('signedIn')
    const now = parts.hinge.now().toISOString()
    return c.json((await readFigures(parts, c, (db) => sharesView(db, person, now))) satisfies SharesView)
  }

const getShareHistory =
  (parts: AppParts): Handler<AppEnv> =>
  async (c) => {
    const { person } = c.get('signedIn')
    const now = parts.hinge.now().toISOString()
    const view = await readFigures(parts, c, (db) => shareHistoryView(db, person, now))
    return c.json(view satisfies ShareHistoryView)
  }

const getRegionShares =
  (parts: AppParts): Handler<AppEnv> =>
  async (c) => {
    const { person } = c.get('signedIn')
    const id = c.req.param('id') ?? ''
    if (region(id) === undefined) return problem(c, { code: 'not-found' })
    const now = parts.hinge.now().toISOString()
    const view = await readFigures(parts, c, (db) => regionSharesView(db, person, id, now))
    return c.json(view satisfies RegionSharesView)
  }

const getSignals = (parts: AppParts): Handler<AppEnv> => {
  const forecast = makeNationForecast()
  return async (c) => {
    const { person } = c.get('signedIn')
    const now = parts.hinge.now().toISOString()
    // The prognosis may have to be made anew: not inside a transaction.
    const view = await signalsView(parts.hinge.store.query, person, now, forecast)
    return c.json((await readFigures(parts, c, async () => view)) satisfies SignalsView)
  }
}

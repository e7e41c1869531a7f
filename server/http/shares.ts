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
  ({ hinge }: AppParts): Handler<AppEnv> =>
  async (c) => {
    const { person } = c.get('signedIn')
    const now = hinge.now().toISOString()
    return c.json((await sharesView(hinge.store.query, person, now)) satisfies SharesView)
  }

const getShareHistory =
  ({ hinge }: AppParts): Handler<AppEnv> =>
  async (c) => {
    const { person } = c.get('signedIn')
    const now = hinge.now().toISOString()
    return c.json((await shareHistoryView(hinge.store.query, person, now)) satisfies ShareHistoryView)
  }

const getRegionShares =
  ({ hinge }: AppParts): Handler<AppEnv> =>
  async (c) => {
    const { person } = c.get('signedIn')
    const id = c.req.param('id') ?? ''
    if (region(id) === undefined) return problem(c, { code: 'not-found' })
    const now = hinge.now().toISOString()
    return c.json((await regionSharesView(hinge.store.query, person, id, now)) satisfies RegionSharesView)
  }

const getSignals = ({ hinge }: AppParts): Handler<AppEnv> => {
  const forecast = makeNationForecast()
  return async (c) => {
    const { person } = c.get('signedIn')
    const now = hinge.now().toISOString()
    return c.json((await signalsView(hinge.store.query, person, now, forecast)) satisfies SignalsView)
  }
}

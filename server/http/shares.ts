// Fair share over the nation and within a region, and the signals for the phase: figures without patients.
// Mounted by app.ts.
import type { Handler } from 'hono'
import { region } from '#shared/reference/regions.ts'
import type { RegionSharesView, SharesView, SignalsView } from '#shared/wire/shares.ts'
import { regionSharesView, sharesView } from '#server/views/shares-view.ts'
import { signalsView } from '#server/views/signals-view.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { problem } from './problem.ts'

export const getShares =
  ({ hinge }: AppParts): Handler<AppEnv> =>
  async (c) => {
    const { person } = c.get('signedIn')
    const now = hinge.now().toISOString()
    return c.json((await sharesView(hinge.store.query, person, now)) satisfies SharesView)
  }

export const getRegionShares =
  ({ hinge }: AppParts): Handler<AppEnv> =>
  async (c) => {
    const { person } = c.get('signedIn')
    const id = c.req.param('id') ?? ''
    if (region(id) === undefined) return problem(c, { code: 'not-found' })
    const now = hinge.now().toISOString()
    return c.json((await regionSharesView(hinge.store.query, person, id, now)) satisfies RegionSharesView)
  }

export const getSignals =
  ({ hinge }: AppParts): Handler<AppEnv> =>
  async (c) =>
    c.json(
      (await signalsView(
        hinge.store.query,
        c.get('signedIn').person,
        hinge.now().toISOString(),
      )) satisfies SignalsView,
    )

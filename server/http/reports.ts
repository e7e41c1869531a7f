// GET /api/reports/day, /api/reports/rides and /api/forecast: figures for who coordinates and oversees, each read recorded.
// Mounted by app.ts.
import { type Context, type Handler, Hono } from 'hono'
import { dayOf, readDay } from '#shared/calendar-day.ts'
import { listAct } from '#shared/record/acts.ts'
import { NATION } from '#shared/reports/beds-day.ts'
import type { Asked } from '#shared/reports/report-view.ts'
import { mayAsk, type Seen, seenBy } from '#shared/reports/shown-to.ts'
import { PERIODS } from '#shared/wire/reports.ts'
import { type Refusal, refuse } from '#shared/wire/refusal.ts'
import type { Db } from '#server/store/store.ts'
import { makeForecasts } from '#server/views/forecast-view.ts'
import { intervalsOf } from '#server/views/interval-view.ts'
import { reportOf } from '#server/views/report-view.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { mayRoute } from './may-route.ts'
import { problem } from './problem.ts'
import { readRecorded } from './recorded.ts'

export function reportRoutes(parts: AppParts): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/reports/day', mayRoute('get /api/reports/day'), report(parts, reportOf))
  app.get('/reports/rides', mayRoute('get /api/reports/rides'), report(parts, intervalsOf))
  app.get('/forecast', mayRoute('get /api/forecast'), forecast(parts))
  return app
}

type View = (db: Db, asked: Asked, viewer: Seen, now: string) => Promise<object>

const report =
  (parts: AppParts, viewOf: View): Handler<AppEnv> =>
  async (c) => {
    const now = parts.hinge.now().toISOString()
    const asked = askedOf(c, now)
    if ('refused' in asked) return problem(c, asked.refused)
    const viewer = seenBy(c.get('signedIn').person)
    if (!mayAsk(asked.place, viewer)) return problem(c, { code: 'role.refused' })
    const view = await readRecorded(
      parts,
      c,
      (db) => viewOf(db, asked, viewer, now),
      (happened) => listAct(happened, 'report.read', []),
    )
    return c.json(view)
  }

/** Today's, of the nation, where nothing else is asked. */
function askedOf(c: Context<AppEnv>, now: string): Asked | { refused: Refusal } {
  const today = dayOf(now)
  const day = readDay(c.req.query('day') ?? today)
  const period = PERIODS.find((one) => one === (c.req.query('period') ?? 'day'))
  if (day === null) return refuse('command.invalid', { fields: [{ field: 'day', fault: 'format' }] })
  if (day > today) return refuse('command.invalid', { fields: [{ field: 'day', fault: 'range' }] })
  if (period === undefined) return refuse('command.invalid', { fields: [{ field: 'period', fault: 'enum' }] })
  return { day, period, place: c.req.query('place') ?? NATION }
}

const forecast = (parts: AppParts): Handler<AppEnv> => {
  const forecasts = makeForecasts()
  return async (c) => {
    const now = parts.hinge.now().toISOString()
    const viewer = seenBy(c.get('signedIn').person)
    const viewOf = await forecasts(parts.hinge.store.query, now)
    const view = await readRecorded(
      parts,
      c,
      async () => viewOf(viewer),
      (happened) => listAct(happened, 'forecast.read', []),
    )
    return c.json(view)
  }
}

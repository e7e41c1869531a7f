// The routes about bed figures, beside the commands: feeds, files, history, and the administrator's sources. Mounted by
// app.ts.
import type { Hono } from 'hono'
import { every } from 'hono/combine'
import { compress } from 'hono/compress'
import type { AppEnv, AppParts } from './app-env.ts'
import { getBedHistory } from './bed-history.ts'
import { feedAdmin } from './feed-admin.ts'
import { feedHandlers } from './feeds.ts'
import { mayRoute } from './may-route.ts'
import { limitPerson, type RateLimits } from './rate-limit.ts'
import { readRate } from './read-rate.ts'
import { signedIn } from './session.ts'

export function mountBeds(app: Hono<AppEnv>, parts: AppParts, rates: RateLimits): void {
  const person = every(signedIn(parts), limitPerson(rates), readRate(parts))
  const feeds = feedHandlers(parts, rates)
  app.post('/api/feeds/capacity', compress(), feeds.feed)
  app.post('/api/beds/file', person, mayRoute('post /api/beds/file'), compress(), feeds.file)
  const history = getBedHistory(parts)
  app.get('/api/beds/:id/history', person, mayRoute('get /api/beds/{id}/history'), compress(), history)
  app.use('/api/admin/feeds', person)
  app.use('/api/admin/feeds/*', person)
  app.route('/api/admin/feeds', feedAdmin(parts))
}

// GET /api/admin/providers: how the providers are configured and whether each answers now, without their secrets. For
// who administers all of brancard. Mounted by app.ts; not in the demo.
import { Hono } from 'hono'
import type { AdminProvider } from '#shared/wire/providers.ts'
import { returnPath } from '#server/sign-in/providers.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { administersAll } from './import-routes.ts'
import { recordRead } from './recorded.ts'

export function providerList(parts: AppParts): Hono<AppEnv> {
  const { own } = parts.access
  const app = new Hono<AppEnv>()
  app.get('/', administersAll, recordRead(parts, 'access.read-providers'), async (c) => {
    if (own === null) return c.json([])
    const { providers, origin } = own
    const asked = providers.list().map(async (one): Promise<AdminProvider> => {
      const { id, name, issuer, clientId, scopes, organisation, organisations, role } = one
      return {
        ...{ id, name, issuer, clientId, scopes, organisation, organisations, role },
        enteredUras: one.enteredUras === true,
        callback: new URL(returnPath(id), origin).href,
        answers: await providers.answers(one),
      }
    })
    return c.json(await Promise.all(asked))
  })
  return app
}

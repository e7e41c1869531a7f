// Which devices are told by push: the public key to subscribe with, subscribing and unsubscribing. State of a device,
// not of a transfer: no command, no event.
import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { PushKey } from '#shared/wire/reads.ts'
import { derivedId } from '#server/derived-id.ts'
import { isPushEndpoint } from '#server/push/push-config.ts'
import { deleteSubscription, saveSubscription } from '#server/store/push-subscriptions.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { readJson } from './body.ts'
import { fieldFaults } from './field-faults.ts'
import { problem } from './problem.ts'

/** A person's phone, tablet and desks. */
const DEVICES_EACH = 8

const base64url = z.string().check(z.regex(/^[\w-]{16,120}={0,2}$/))
const endpoint = z.string().check(z.maxLength(1000))
export const pushSubscribe = z.strictObject({
  endpoint,
  keys: z.strictObject({ p256dh: base64url, auth: base64url }),
  language: z.enum(['nl', 'en', 'de']),
})
export const pushUnsubscribe = z.strictObject({ endpoint })

export function pushRoutes({ hinge, push }: AppParts): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const { query } = hinge.store
  app.get('/', (c) => c.json({ key: push.keys.publicKey } satisfies PushKey))

  app.post('/', async (c) => {
    const body = await readJson(c)
    if ('refused' in body) return problem(c, body.refused)
    const parsed = pushSubscribe.safeParse(body.json)
    if (!parsed.success)
      return problem(c, { code: 'command.invalid', fields: fieldFaults(parsed.error.issues, body.json) })
    const { endpoint: at, keys, language } = parsed.data
    if (!isPushEndpoint(at, push.hosts))
      return problem(c, { code: 'command.invalid', fields: [{ field: 'endpoint', fault: 'enum' }] })
    const row = {
      id: derivedId('push', at),
      person: c.get('signedIn').person.id,
      endpoint: at,
      ...keys,
      language,
      created: hinge.now().toISOString(),
      last_ok: null,
    }
    await saveSubscription(query, row, DEVICES_EACH)
    return c.body(null, 204)
  })

  app.delete('/', async (c) => {
    const body = await readJson(c)
    if ('refused' in body) return problem(c, body.refused)
    const parsed = pushUnsubscribe.safeParse(body.json)
    if (!parsed.success)
      return problem(c, { code: 'command.invalid', fields: fieldFaults(parsed.error.issues, body.json) })
    await deleteSubscription(query, parsed.data.endpoint, c.get('signedIn').person.id)
    return c.body(null, 204)
  })
  return app
}

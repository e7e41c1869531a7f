// To a hospital's own provider and back: both are addresses that a browser goes to. What came of it stands in the address
// of the sign-in screen as a code. Mounted by app.ts under /api/session/provider.
import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Return } from '#shared/wire/sign-in.ts'
import { derivedSecret, drawToken, hashOf } from '#server/sign-in/secret.ts'
import { type ProviderSettings, returnPath } from '#server/sign-in/providers.ts'
import { beginSession } from '#server/sign-in/sessions.ts'
import { admit } from '#server/sign-in/vouched.ts'
import { endSessionsOf } from '#server/store/sessions.ts'
import { saveSingleUse, takeSingleUse } from '#server/store/single-use.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { problem } from './problem.ts'
import { tell } from './tell.ts'

type Own = NonNullable<AppParts['access']['own']>

/** Sent along on the way back, which starts at another site. */
const COOKIE = '__Host-brancard-provider'
const MINUTES = 10

export function providerRoutes(parts: AppParts): Hono<AppEnv> {
  const { own } = parts.access
  const app = new Hono<AppEnv>()
  const at =
    (
      handle: (
        parts: AppParts,
        c: Context<AppEnv>,
        own: Own,
        provider: ProviderSettings,
      ) => Promise<Response>,
    ) =>
    (c: Context<AppEnv>) => {
      const provider = own?.providers.find(c.req.param('id') ?? '')
      return own === null || provider === undefined
        ? problem(c, { code: 'not-found' })
        : handle(parts, c, own, provider)
    }
  app.get('/:id', at(leave))
  app.get('/:id/return', at(comeBack))
  return app
}

async function leave(
  parts: AppParts,
  c: Context<AppEnv>,
  own: Own,
  provider: ProviderSettings,
): Promise<Response> {
  const { store, now, random } = parts.hinge
  const token = drawToken(random)
  const to = await own.providers.begin(provider, token)
  if ('trouble' in to) return backTo(parts, c, provider, to.trouble)
  const created = now()
  await saveSingleUse(store.query, {
    hash: hashOf(token),
    purpose: 'provider',
    person: null,
    bound: `${provider.id} ${localPath(c.req.query('naar'))}`,
    created: created.toISOString(),
    expires: new Date(created.getTime() + MINUTES * 60_000).toISOString(),
  })
  setCookie(c, COOKIE, token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: MINUTES * 60,
    secure: true,
  })
  return c.redirect(to.href)
}

async function comeBack(
  parts: AppParts,
  c: Context<AppEnv>,
  own: Own,
  provider: ProviderSettings,
): Promise<Response> {
  const { store, now, random } = parts.hinge
  const token = getCookie(c, COOKIE) ?? ''
  deleteCookie(c, COOKIE, { path: '/', secure: true })
  const asked = isItsAnswer(c, token)
    ? await takeSingleUse(store.query, hashOf(token), 'provider', now().toISOString())
    : null
  const [id, path = '/'] = (asked?.bound ?? '').split(' ')
  // Not asked for here, by this browser, now: nothing is sent to the provider.
  if (id !== provider.id) return backTo(parts, c, provider, 'refused')
  const back = new URL(returnPath(provider.id) + new URL(c.req.url).search, own.origin)
  const vouched = await own.providers.finish(provider, token, back)
  if ('trouble' in vouched) return backTo(parts, c, provider, vouched.trouble)
  const admitted = await admit({ store, now: now(), random }, provider, vouched)
  if ('refused' in admitted) return backTo(parts, c, provider, admitted.refused, admitted.person)
  const { known, changed } = admitted
  // What is open elsewhere is open by roles that are no longer so.
  if (changed) await endSessionsOf(store.query, known.id)
  await beginSession(parts, c, { known, method: { provider: provider.id } })
  await tell(parts, c, { what: 'signed-in', by: known.id, person: known.id, method: provider.id })
  return c.redirect(path)
}

/** Before anything is used up: an answer to another question leaves the one that was asked standing. */
const isItsAnswer = (c: Context<AppEnv>, token: string): boolean =>
  token !== '' && c.req.query('state') === derivedSecret(token, 'state')

async function backTo(
  parts: AppParts,
  c: Context<AppEnv>,
  { id }: ProviderSettings,
  why: Return,
  person: string | null = null,
): Promise<Response> {
  await tell(parts, c, { what: 'refused', by: person, person, method: id, reason: why })
  return c.redirect(`/inloggen?melding=${why}&via=${id}`)
}

/** Only a path of our own, as plain as ours are. */
const localPath = (wanted: string | undefined): string =>
  wanted !== undefined && /^\/([a-z0-9][\w-]*(\/[\w-]+)*)?$/i.test(wanted) ? wanted : '/'

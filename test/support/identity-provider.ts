// A real OpenID Connect provider in this process, on a free loopback port: it signs in whoever a test names, and its ID
// tokens can be made to lie. Used by test/server/sign-in/providers.test.ts.
import { createPrivateKey, generateKeyPairSync, type JsonWebKey, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Provider, { type Configuration } from 'oidc-provider'
import type { ProviderSettings } from '#server/sign-in/providers.ts'
import { makeBrowser } from './own-server.ts'

export type Claims = Record<string, unknown>
type Lie = {
  claims?: Claims
  /** Signed by a key that is not the provider's. */
  forged?: true
  /** Not signed at all. */
  unsigned?: true
}

export type IdentityProvider = {
  settings: ProviderSettings
  /** Who signs in there, and what the provider says of them. */
  account: { sub: string; claims: Claims }
  /** What the next ID token says otherwise. */
  lie: Lie
  /** A browser that was sent there: gives the address it is sent back to. */
  visit: (address: string) => Promise<URL>
  /** Answers nothing any more, as when it is down; `up` again. */
  down: () => Promise<void>
  up: () => Promise<void>
  stop: () => Promise<void>
}

const CLIENT = 'brancard'

const newKey = (): JsonWebKey => ({
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  kid: 'key-1',
  alg: 'RS256',
  use: 'sig',
})

export async function startIdentityProvider(
  origin: string,
  over: Partial<ProviderSettings> = {},
): Promise<IdentityProvider> {
  const id = over.id ?? 'umc'
  const server = createServer()
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      server.listen(port, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  const port = await listen(0)
  const issuer = `http://127.0.0.1:${port}`
  const secret = randomBytes(24).toString('hex')
  const key = newKey()
  const idp: IdentityProvider = {
    settings: {
      id,
      name: 'UMC Voorbeeld',
      issuer,
      clientId: CLIENT,
      clientSecret: secret,
      scopes: ['openid', 'work'],
      userInfo: false,
      organisation: { claim: 'ura' },
      organisations: { '00000001': 'umc-utrecht', '00000002': 'nazmn' },
      role: { claim: 'functions', values: { arts: 'intensivist', bed: 'bed-desk', rcps: 'rcps' } },
      ...over,
    },
    account: { sub: 'person-1', claims: { ura: '00000001', functions: ['arts'] } },
    lie: {},
    visit: (address) => visit(issuer, address),
    down: close,
    up: async () => void (await listen(port)),
    stop: close,
  }
  const redirect = `${origin}/api/session/provider/${id}/return`
  const provider = new Provider(issuer, configuration(idp, key, secret, redirect))
  provider.use(async (ctx, next) => {
    await next()
    const body = ctx.body as { id_token?: string } | undefined
    if (body?.id_token !== undefined) ctx.body = { ...body, id_token: told(body.id_token, idp.lie, key) }
  })
  const answer = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
    void provider.interactionFinished(request, response, { login: { accountId: idp.account.sub } })
  })
  return idp
}

const configuration = (
  idp: IdentityProvider,
  key: JsonWebKey,
  secret: string,
  redirect: string,
): Configuration => ({
  clients: [{ client_id: CLIENT, client_secret: secret, redirect_uris: [redirect] }],
  jwks: { keys: [key as never] },
  cookies: { keys: [randomBytes(16).toString('hex')] },
  scopes: ['openid', 'work'],
  claims: { openid: ['sub'], work: ['ura', 'functions', 'relations'] },
  conformIdTokenClaims: idp.settings.userInfo,
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...idp.account.claims }) }),
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({ clientId: CLIENT, accountId: idp.account.sub })
    grant.addOIDCScope('openid work')
    await grant.save()
    return grant
  },
})

/** Follows the provider's own redirects. */
async function visit(issuer: string, address: string): Promise<URL> {
  const browser = makeBrowser((path, init) => fetch(path, init))
  for (let at = new URL(address); ; ) {
    if (at.origin !== issuer) return at
    const answer = await browser.ask('GET', at.href)
    const to = answer.headers.get('location')
    if (to === null) throw new Error(`the provider stopped at ${at.pathname}: ${await answer.text()}`)
    at = new URL(to, at)
  }
}

function told(token: string, { claims, forged, unsigned }: Lie, key: JsonWebKey): string {
  if (claims === undefined && !forged && !unsigned) return token
  const [head = '', body = ''] = token.split('.')
  const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims
  const encode = (value: Claims) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const header = unsigned ? { ...decode(head), alg: 'none' } : decode(head)
  const said = `${encode(header)}.${encode({ ...decode(body), ...claims })}`
  if (unsigned) return `${said}.`
  const by = createPrivateKey({ key: forged ? newKey() : key, format: 'jwk' })
  return `${said}.${sign('RSA-SHA256', Buffer.from(said), by).toString('base64url')}`
}

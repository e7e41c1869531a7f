// Sign-in at hospitals' own identity providers by OpenID Connect: authorization code, PKCE, state, nonce, the ID token's
// signature checked. Several at once; one that is down holds up nobody else. Used by server/http/provider-routes.ts.
import * as oidc from 'openid-client'
import type { ClaimMapping } from './claims.ts'
import { derivedSecret } from './secret.ts'

export type ProviderSettings = ClaimMapping & {
  /** In our addresses: `dezi`. */
  id: string
  /** On the button. */
  name: string
  issuer: string
  clientId: string
  /** Null: a public client. */
  clientSecret: string | null
  scopes: readonly string[]
  /** Whether claims are asked for at the provider beside those of the ID token. */
  userInfo: boolean
}

export type Vouched = { issuer: string; subject: string; claims: Record<string, unknown> }
/** `away`: the provider does not answer. `refused`: it said no, or what it said does not hold. */
export type Trouble = { trouble: 'away' | 'refused' }

export type Providers = {
  list: () => readonly ProviderSettings[]
  find: (id: string) => ProviderSettings | undefined
  /** Whether it tells us now what it did at the last sign-in. */
  answers: (provider: ProviderSettings) => Promise<boolean>
  /** Where to send the browser. `token`: the secret that this browser alone holds until it is back. */
  begin: (provider: ProviderSettings, token: string) => Promise<URL | Trouble>
  /** Who came back, with the address it came back to. */
  finish: (provider: ProviderSettings, token: string, back: URL) => Promise<Vouched | Trouble>
}

const PATIENCE_S = 5
const LEEWAY_S = 30

export const returnPath = (id: string): string => `/api/session/provider/${id}/return`

export function makeProviders(settings: readonly ProviderSettings[], origin: URL): Providers {
  const found = new Map<string, Promise<oidc.Configuration>>()
  const configOf = (provider: ProviderSettings): Promise<oidc.Configuration> => {
    const known = found.get(provider.id)
    if (known !== undefined) return known
    const asked = discover(provider)
    found.set(provider.id, asked)
    // Away now: asked again at the next sign-in.
    asked.catch(() => found.delete(provider.id))
    return asked
  }
  return {
    list: () => settings,
    find: (id) => settings.find((one) => one.id === id),
    answers: (provider) =>
      discover(provider).then(
        () => true,
        () => false,
      ),
    async begin(provider, token) {
      try {
        return oidc.buildAuthorizationUrl(await configOf(provider), {
          redirect_uri: new URL(returnPath(provider.id), origin).href,
          scope: provider.scopes.join(' '),
          state: derivedSecret(token, 'state'),
          nonce: derivedSecret(token, 'nonce'),
          code_challenge: await oidc.calculatePKCECodeChallenge(derivedSecret(token, 'verifier')),
          code_challenge_method: 'S256',
        })
      } catch {
        return { trouble: 'away' }
      }
    },
    async finish(provider, token, back) {
      const config = await configOf(provider).catch(() => null)
      if (config === null) return { trouble: 'away' }
      try {
        return await vouched(provider, config, token, back)
      } catch (error) {
        return { trouble: isAway(error) ? 'away' : 'refused' }
      }
    },
  }
}

function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<oidc.Configuration> {
  const auth = clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret)
  // The configuration lets an address without https through on this machine only.
  const plain = new URL(issuer).protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  return oidc.discovery(new URL(issuer), clientId, { [oidc.clockTolerance]: LEEWAY_S }, auth, {
    execute: [oidc.enableNonRepudiationChecks, ...plain],
    timeout: PATIENCE_S,
  })
}

async function vouched(
  { userInfo }: ProviderSettings,
  config: oidc.Configuration,
  token: string,
  back: URL,
): Promise<Vouched | Trouble> {
  const tokens = await oidc.authorizationCodeGrant(config, back, {
    pkceCodeVerifier: derivedSecret(token, 'verifier'),
    expectedState: derivedSecret(token, 'state'),
    expectedNonce: derivedSecret(token, 'nonce'),
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (claims === undefined) return { trouble: 'refused' }
  const more = userInfo ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub) : {}
  return { issuer: claims.iss, subject: claims.sub, claims: { ...more, ...claims } }
}

/** No connection, no time, or a fault of its own; against an answer that does not hold. */
function isAway(error: unknown): boolean {
  if (error instanceof oidc.ResponseBodyError || error instanceof oidc.AuthorizationResponseError)
    return false
  if (error instanceof TypeError) return true
  if (!(error instanceof oidc.ClientError)) return false
  return ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'].includes(error.code ?? '')
}

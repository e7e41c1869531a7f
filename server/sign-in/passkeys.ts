// Passkeys (WebAuthn): challenges that serve once, and the checks of what an authenticator answered. The user is always
// verified by the authenticator. Used by the routes of signing in and of one's own account.
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { loadPasskey, type PasskeyRow, passkeysOf, usePasskey } from '#server/store/passkeys.ts'
import { type SingleUse, saveSingleUse, takeSingleUse } from '#server/store/single-use.ts'
import type { Store } from '#server/store/store.ts'
import { drawToken, hashOf } from './secret.ts'

type Deps = { store: Store; now: () => Date; random: (bytes: number) => Buffer }
type Purpose = Extract<SingleUse['purpose'], 'register' | 'sign-in' | 'fresh'>

const CHALLENGE_MINUTES = 5
/** EdDSA, ES256, RS256 (RFC 9053): what authenticators in use speak. */
const ALGORITHMS = [-8, -7, -257]

export type Passkeys = {
  /** `bound`: what the challenge is given for; only an answer for the same counts. */
  askNew: (
    who: { id: string; label: string },
    bound: string,
  ) => Promise<PublicKeyCredentialCreationOptionsJSON>
  /** The new passkey, not stored yet; null when the answer does not hold. */
  checkNew: (person: string, answer: RegistrationResponseJSON, bound: string) => Promise<PasskeyRow | null>
  /** `person` null: whichever passkey the device offers. */
  ask: (
    purpose: 'sign-in' | 'fresh',
    person: string | null,
    bound: string,
  ) => Promise<PublicKeyCredentialRequestOptionsJSON>
  /** Whose passkey it was; null when the answer does not hold. */
  check: (
    purpose: 'sign-in' | 'fresh',
    answer: AuthenticationResponseJSON,
    bound: string,
  ) => Promise<PasskeyRow | null>
}

export function makePasskeys(deps: Deps, origin: URL): Passkeys {
  const { query } = deps.store
  return {
    async askNew({ id, label }, bound) {
      const known = await passkeysOf(query, id)
      return generateRegistrationOptions({
        rpName: 'brancard',
        rpID: origin.hostname,
        userName: label,
        userDisplayName: label,
        userID: new TextEncoder().encode(id),
        challenge: await newChallenge(deps, 'register', bound),
        attestationType: 'none',
        supportedAlgorithmIDs: ALGORITHMS,
        excludeCredentials: known.map((row) => ({ id: row.id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
    },
    checkNew: (person, answer, bound) => checkNew(deps, origin, { person, answer, bound }),
    async ask(purpose, person, bound) {
      const own = person === null ? [] : await passkeysOf(query, person)
      return generateAuthenticationOptions({
        rpID: origin.hostname,
        userVerification: 'required',
        challenge: await newChallenge(deps, purpose, bound),
        allowCredentials: own.map(({ id, transports }) => ({
          id,
          transports: transports.split(',').filter(Boolean),
        })),
      })
    },
    check: (purpose, answer, bound) => check(deps, origin, { purpose, answer, bound }),
  }
}

const expected = ({ origin, hostname }: URL) => ({
  expectedOrigin: origin,
  expectedRPID: hostname,
  requireUserVerification: true,
})

type New = { person: string; answer: RegistrationResponseJSON; bound: string }

async function checkNew(deps: Deps, origin: URL, { person, answer, bound }: New): Promise<PasskeyRow | null> {
  const made = await orNull(
    verifyRegistrationResponse({
      ...expected(origin),
      response: answer,
      expectedChallenge: (given) => takeChallenge(deps, 'register', given, bound),
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  return made?.verified ? rowOf(person, answer, made.registrationInfo, deps.now()) : null
}

type Shown = { purpose: 'sign-in' | 'fresh'; answer: AuthenticationResponseJSON; bound: string }

async function check(deps: Deps, origin: URL, { purpose, answer, bound }: Shown): Promise<PasskeyRow | null> {
  const { query } = deps.store
  const row = await loadPasskey(query, answer.id)
  if (row === null) return null
  const shown = await orNull(
    verifyAuthenticationResponse({
      ...expected(origin),
      response: answer,
      expectedChallenge: (given) => takeChallenge(deps, purpose, given, bound),
      credential: {
        id: row.id,
        publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
        counter: row.counter,
      },
    }),
  )
  if (!shown?.verified) return null
  const { newCounter } = shown.authenticationInfo
  return (await usePasskey(query, row, newCounter, deps.now().toISOString())) ? row : null
}

/** The library throws on every answer that does not hold; to us that is one refusal. */
const orNull = <T>(check: Promise<T>): Promise<T | null> => check.catch(() => null)

/** Bytes: a text would be encoded once more. */
async function newChallenge(
  { store, now, random }: Deps,
  purpose: Purpose,
  bound: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const token = drawToken(random)
  const created = now()
  await saveSingleUse(store.query, {
    hash: hashOf(token),
    purpose,
    person: null,
    bound,
    created: created.toISOString(),
    expires: new Date(created.getTime() + CHALLENGE_MINUTES * 60_000).toISOString(),
  })
  return new Uint8Array(Buffer.from(token, 'base64url'))
}

async function takeChallenge(
  { store, now }: Deps,
  purpose: Purpose,
  given: string,
  bound: string,
): Promise<boolean> {
  const row = await takeSingleUse(store.query, hashOf(given), purpose, now().toISOString())
  return row !== null && row.bound === bound
}

type Made = Extract<
  Awaited<ReturnType<typeof verifyRegistrationResponse>>,
  { verified: true }
>['registrationInfo']

const rowOf = (
  person: string,
  { response }: RegistrationResponseJSON,
  { credential, credentialBackedUp }: Made,
  now: Date,
): PasskeyRow => ({
  id: credential.id,
  person,
  public_key: Buffer.from(credential.publicKey).toString('base64url'),
  counter: credential.counter,
  transports: (response.transports ?? []).join(','),
  backed_up: credentialBackedUp ? 1 : 0,
  created: now.toISOString(),
  last_used: null,
})

// Begins and ends sessions: a random token in a cookie, its hash in the database, beside it a token that ties it to this
// browser. Called by the routes of signing in.
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Session } from '#shared/wire/reads.ts'
import type { AppEnv, AppParts, SignedIn } from '#server/http/app-env.ts'
import {
  changeSession,
  deleteSession,
  loadSession,
  saveSession,
  type SessionRow,
} from '#server/store/sessions.ts'
import type { Known } from './access.ts'
import { drawId, drawToken, hashOf } from './secret.ts'
import { agentOf, expiryOf, freshFrom, SESSION_HOURS, stateOf } from './session-state.ts'

/** `__Host-`: only this very host can have set it, over https. */
const nameOf = ({ access }: AppParts, name: string): string => (access.own === null ? name : `__Host-${name}`)
export const sessionCookie = (parts: AppParts): string => nameOf(parts, 'brancard')
const deviceCookie = (parts: AppParts): string => nameOf(parts, 'brancard-device')
const DEVICE_SECONDS = 400 * 24 * 3600

/** `provider`: came back from one; a passkey shown now counts as fresh. */
export type Entry = { known: Known; method: 'demo' | 'passkey' | { provider: string } }

/** A new token at each sign-in; the session this browser had before ends. */
export async function beginSession(
  parts: AppParts,
  c: Context<AppEnv>,
  { known, method }: Entry,
): Promise<SignedIn> {
  const { store, now, random } = parts.hinge
  await endPresent(parts, c)
  const token = drawToken(random)
  const at = now()
  const row: SessionRow = {
    id: drawId(random),
    token_hash: hashOf(token),
    person: known.id,
    created: at.toISOString(),
    expires: expiryOf(at),
    seen: at.toISOString(),
    locked: 0,
    fresh: method === 'passkey' ? at.toISOString() : null,
    method: typeof method === 'string' ? method : method.provider,
    device: hashOf(deviceToken(parts, c)),
    agent: agentOf(c.req.header('user-agent') ?? ''),
  }
  await saveSession(store.query, row)
  giveToken(parts, c, token, SESSION_HOURS * 3600)
  return signedInAs(known, row, at)
}

const giveToken = (parts: AppParts, c: Context<AppEnv>, token: string, maxAge: number): void =>
  setCookie(c, sessionCookie(parts), token, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    maxAge,
    secure: parts.access.own !== null || new URL(c.req.url).protocol === 'https:',
  })

/**
 * Who showed a passkey once more goes on under a new token, and the old one opens nothing from then on (ASVS 7.2.4);
 * what is open of it, goes on.
 */
export async function renewSession(parts: AppParts, c: Context<AppEnv>, found: SignedIn): Promise<SignedIn> {
  const { store, now, random } = parts.hinge
  const at = now()
  const token = drawToken(random)
  const tokenHash = hashOf(token)
  const shown = at.toISOString()
  await changeSession(store.query, found.session, {
    token_hash: tokenHash,
    seen: shown,
    locked: 0,
    fresh: shown,
  })
  parts.access.streams.move(found.tokenHash, tokenHash)
  giveToken(parts, c, token, Math.max(1, Math.floor((Date.parse(found.expires) - at.getTime()) / 1000)))
  return { ...found, tokenHash, locked: false, freshUntil: freshFrom(at) }
}

/** Kept by the browser over sessions: a session's token alone, taken elsewhere, opens nothing. */
function deviceToken(parts: AppParts, c: Context<AppEnv>): string {
  if (parts.access.own === null) return ''
  const kept = getCookie(c, deviceCookie(parts)) ?? ''
  const token = /^[\w-]{43}$/.test(kept) ? kept : drawToken(parts.hinge.random)
  setCookie(c, deviceCookie(parts), token, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    maxAge: DEVICE_SECONDS,
    secure: true,
  })
  return token
}

/** Who this browser is signed in as; null: nobody any more, or not on this device. */
export async function findSignedIn(parts: AppParts, c: Context<AppEnv>): Promise<SignedIn | null> {
  const { hinge, access } = parts
  const token = getCookie(c, sessionCookie(parts))
  if (token === undefined) return null
  const now = hinge.now()
  const row = await loadSession(hinge.store.query, hashOf(token), now.toISOString())
  if (row === null || !isItsDevice(parts, c, row)) return null
  // A session of the demo opens nothing elsewhere, nor the other way round.
  if ((row.method === 'demo') !== (access.own === null)) return null
  const known = await access.find(row.person)
  return known === null ? null : signedInAs(known, row, now)
}

const isItsDevice = (parts: AppParts, c: Context<AppEnv>, { device }: SessionRow): boolean =>
  parts.access.own === null || hashOf(getCookie(c, deviceCookie(parts)) ?? '') === device

const signedInAs = ({ id, memberships, label }: Known, row: SessionRow, now: Date): SignedIn => ({
  person: { id, memberships },
  label,
  tokenHash: row.token_hash,
  expires: row.expires,
  session: row.id,
  created: row.created,
  method: row.method,
  ...stateOf(row, memberships, now),
})

/** Ends the session of this browser, whoever's it is, and its streams. */
export async function endPresent(parts: AppParts, c: Context<AppEnv>): Promise<void> {
  const token = getCookie(c, sessionCookie(parts))
  if (token === undefined) return
  const tokenHash = hashOf(token)
  await deleteSession(parts.hinge.store.query, tokenHash)
  parts.access.streams.end(tokenHash)
  deleteCookie(c, sessionCookie(parts), { path: '/', secure: parts.access.own !== null })
}

export const toSession = (parts: AppParts, found: SignedIn): Session => ({
  person: found.person.id,
  label: found.label,
  memberships: found.person.memberships,
  demo: parts.access.own === null,
  expires: found.expires,
  ...(found.idleMinutes === null ? {} : { idleMinutes: found.idleMinutes }),
  ...(found.locked ? { locked: true as const } : {}),
  ...(found.freshUntil === null ? {} : { freshUntil: found.freshUntil }),
})

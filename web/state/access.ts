import { createSignal } from 'solid-js'

import type { Refusal } from '#shared/wire/refusal.ts'
import type {
  InviteOptions,
  OwnPasskey,
  OwnSession,
  PasskeyOptions,
  SignInWays,
} from '#shared/wire/accounts.ts'
import type { Session } from '#shared/wire/reads.ts'
import { type Answer, isObject, type OutageCode, request } from '#web/sync/request.ts'
import { isSession, keepSession } from './session.ts'

/** What came of it. `cancelled`: the person, or the device, did not show a passkey. */
export type Came<T = null> = { ok: T } | { cancelled: true } | { refused: Refusal } | { outage: OutageCode }

const door = { fetch: (path: string, init?: RequestInit) => fetch(path, init) }
const isAny = <T>(body: unknown): body is T => isObject(body) || Array.isArray(body)
const isNothing = (body: unknown): body is null => body === null

export const read = async <T>(path: string): Promise<Came<T>> =>
  came(await request<T>(path, { ...door, is: isAny<T> }))
export const write = async <T>(path: string, body: unknown = {}): Promise<Came<T>> =>
  came(await request<T>(path, { ...door, method: 'POST', body, is: isAny<T> }))
export const change = async (method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<Came> =>
  came(await request(path, { ...door, method, ...(body === undefined ? {} : { body }), is: isNothing }))

export const came = <T>(answer: Answer<T>): Came<T> => {
  if ('ok' in answer) return { ok: answer.ok }
  return 'refused' in answer ? { refused: answer.refused } : { outage: answer.outage.code }
}

/** Not part of what every screen loads. */
const webauthn = () => import('@simplewebauthn/browser')
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in window

export const ways = (): Promise<Came<SignInWays>> => read('/api/session/ways')

const WAY = 'brancard.way'
const [lastWay, setLastWay] = createSignal(localStorage.getItem(WAY))
/** `passkey`, or the provider's id: what this device used last. */
export { lastWay }
function rememberWay(way: string): void {
  localStorage.setItem(WAY, way)
  setLastWay(way)
}

/** Leaves the app, and comes back signed in or with a message in the address. */
export function goToProvider(id: string, back: string): void {
  rememberWay(id)
  location.assign(`/api/session/provider/${id}?naar=${encodeURIComponent(back)}`)
}

/** Signs in with whichever passkey the device offers. */
export async function enterWithPasskey(): Promise<Came<Session>> {
  rememberWay('passkey')
  return shown('/api/session/passkey')
}

/** Shows one's own passkey once more: unlocks, and opens acts that ask for it. */
export const showPasskey = (): Promise<Came<Session>> => shown('/api/session/fresh')

async function shown(path: string): Promise<Came<Session>> {
  const asked = await write<PasskeyOptions>(`${path}/options`)
  if (!('ok' in asked)) return asked
  const { startAuthentication } = await webauthn()
  const answer = await byDevice(startAuthentication({ optionsJSON: asked.ok.options as never }))
  if (answer === null) return { cancelled: true }
  return entered(path, { answer: proof(answer) })
}

async function entered(path: string, body: unknown): Promise<Came<Session>> {
  const answer = await request(path, { ...door, method: 'POST', body, is: isSession })
  if ('ok' in answer) keepSession(answer)
  return came(answer)
}

/** The browser rejects when nobody answers, wants to, or can. */
const byDevice = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((reason: unknown) => {
    console.info('no passkey', reason)
    return null
  })

type Proof = { id: string; rawId: string; type: string; response: object }
const proof = ({ id, rawId, type, response }: Proof): Proof => ({ id, rawId, type, response })

export const openInvite = (token: string): Promise<Came<InviteOptions>> =>
  write('/api/session/invite/options', { token })

/** Makes a passkey on this device, which uses the invitation up. */
export async function acceptInvite(token: string, { options }: InviteOptions): Promise<Came<Session>> {
  const { startRegistration } = await webauthn()
  const made = await byDevice(startRegistration({ optionsJSON: options as never }))
  if (made === null) return { cancelled: true }
  rememberWay('passkey')
  return entered('/api/session/invite', { token, answer: proof(made) })
}

export const ownSessions = (): Promise<Came<OwnSession[]>> => read('/api/account/sessions')
export const ownPasskeys = (): Promise<Came<OwnPasskey[]>> => read('/api/account/passkeys')
export const endOwnSession = (id: string): Promise<Came> => change('DELETE', `/api/account/sessions/${id}`)

/** Does it, and where it asks for a passkey shown just now, has that shown first. */
export async function withPasskey<T>(act: () => Promise<Came<T>>): Promise<Came<T>> {
  const first = await act()
  if (!('refused' in first) || first.refused.code !== 'session.step-up') return first
  const again = await showPasskey()
  return 'ok' in again ? act() : again
}

export const dropPasskey = (id: string): Promise<Came> =>
  withPasskey(() => change('DELETE', `/api/account/passkeys/${id}`))

export async function addPasskey(): Promise<Came> {
  const asked = await withPasskey(() => write<PasskeyOptions>('/api/account/passkeys/options'))
  if (!('ok' in asked)) return asked
  const { startRegistration } = await webauthn()
  const made = await byDevice(startRegistration({ optionsJSON: asked.ok.options as never }))
  return made === null
    ? { cancelled: true }
    : change('POST', '/api/account/passkeys', { answer: proof(made) })
}

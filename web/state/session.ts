import { createSignal } from 'solid-js'

import type { Person } from '#shared/access/parties.ts'
import type { Role } from '#shared/terms.ts'
import type { DemoPerson, Session } from '#shared/wire/reads.ts'
import { type Answer, isObject, request } from '#web/sync/request.ts'
import { hearServerTime } from './now.ts'

const KEPT = 'brancard.session'
/** Signed out here, which the server has not heard yet. */
export const LEAVING = 'brancard.leaving'
const door = { fetch: (path: string, init?: RequestInit) => fetch(path, init) }

const [session, setSession] = createSignal<Session | null | undefined>(remembered())

/** Who is signed in; null: nobody; undefined: not known yet. Kept on the phone, so that it opens without signal. */
export { session }
// Tabs share one session: who signs in or out in another does so here.
window.addEventListener('storage', ({ key }) => {
  if (key === KEPT) setSession(remembered() ?? null)
})

export const myRoles = (): Role[] => [...new Set(session()?.memberships.map(({ role }) => role) ?? [])]
export const myOrgs = (role: Role): string[] =>
  (session()?.memberships ?? []).filter((held) => held.role === role).map(({ org }) => org)
export const hasRole = (...roles: Role[]): boolean => myRoles().some((role) => roles.includes(role))
/** For the guards. Only where someone is signed in. */
export const me = (): Person => ({ id: session()?.person ?? '', memberships: session()?.memberships ?? [] })

/** Asks the server who is signed in. Without an answer the remembered session stands until it expires. */
export async function checkSession(): Promise<void> {
  if (localStorage.getItem(LEAVING) !== null && !(await (await import('./leaving.ts')).tellLeaving())) {
    setSession(null)
    return
  }
  const answer = await request('/api/session', { ...door, is: isSession })
  if ('ok' in answer) keepSession(answer)
  else if ('refused' in answer || answer.outage.code === 'session') forget()
  else setSession((known) => known ?? null)
}

/** Demo mode: one tap, one person. */
export async function signIn(person: string): Promise<Answer<Session>> {
  const answer = await request('/api/session/demo', {
    ...door,
    method: 'POST',
    body: { person },
    is: isSession,
  })
  if ('ok' in answer) keepSession(answer)
  return answer
}

/** Whom one can sign in as, in demo mode. */
export const demoPeople = (): Promise<Answer<DemoPerson[]>> =>
  request('/api/session/demo', { ...door, is: isPeople })

/** The server does not know this session any more: rows, queue and drafts stay for the same person's return. */
export const loseSession = (): void => forget()

/** Signed in, by whichever way, or other by now. */
export function keepSession(answer: { ok: Session; at: number | null }): void {
  localStorage.removeItem(LEAVING)
  if (answer.at !== null) hearServerTime(answer.at)
  localStorage.setItem(KEPT, JSON.stringify(answer.ok))
  const known = session()
  if (JSON.stringify(known) !== JSON.stringify(answer.ok)) setSession(answer.ok)
}

function forget(): void {
  localStorage.removeItem(KEPT)
  setSession(null)
}

function remembered(): Session | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? 'null')
    return isSession(kept) && Date.parse(kept.expires) > Date.now() ? kept : undefined
  } catch (fault) {
    console.info('no remembered session', fault)
    return undefined
  }
}

export function isSession(body: unknown): body is Session {
  return (
    isObject(body) &&
    typeof body.person === 'string' &&
    typeof body.label === 'string' &&
    Array.isArray(body.memberships) &&
    typeof body.expires === 'string'
  )
}
const isPeople = (body: unknown): body is DemoPerson[] =>
  Array.isArray(body) && body.every((person) => isObject(person) && typeof person.person === 'string')

// How long a session lasts, when it locks, and how fresh its passkey is. Pure; used by sessions.ts and the doors.
import type { Membership } from '#shared/access/parties.ts'
import type { SessionRow } from '#server/store/sessions.ts'

export const SESSION_HOURS = 12
export const IDLE_MINUTES = 30
export const FRESH_MINUTES = 5

const MINUTE = 60_000

export type SessionState = {
  /** Minutes without a sign of the person; null where it never locks. */
  idleMinutes: number | null
  locked: boolean
  /** Until when an act that asks for a passkey may go without another. */
  freshUntil: string | null
}

/** A crew drives with wet gloves and no signal: its session is bound to the device instead. Nor has the demo passkeys. */
export function stateOf(
  row: Pick<SessionRow, 'seen' | 'locked' | 'fresh' | 'method'>,
  memberships: readonly Membership[],
  now: Date,
): SessionState {
  const never =
    row.method === 'demo' || (memberships.length > 0 && memberships.every(({ role }) => role === 'crew'))
  const isIdle = now.getTime() - Date.parse(row.seen) >= IDLE_MINUTES * MINUTE
  const freshUntil = row.fresh === null ? null : freshFrom(new Date(row.fresh))
  return {
    idleMinutes: never ? null : IDLE_MINUTES,
    locked: row.locked === 1 || (!never && isIdle),
    freshUntil: freshUntil !== null && Date.parse(freshUntil) > now.getTime() ? freshUntil : null,
  }
}

export const expiryOf = (created: Date): string =>
  new Date(created.getTime() + SESSION_HOURS * 3_600_000).toISOString()

/** Until when a passkey that was shown then counts. */
export const freshFrom = (shown: Date): string =>
  new Date(shown.getTime() + FRESH_MINUTES * MINUTE).toISOString()

const SYSTEMS = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['Mac', /Macintosh/],
  ['Linux', /Linux/],
] as const
const BROWSERS = [
  ['Edge', /Edg/],
  ['Firefox', /Firefox/],
  ['Chrome', /Chrom/],
  ['Safari', /Safari/],
] as const

/** "Chrome · Android": enough for an owner to know it by, too little to follow anybody with. */
export function agentOf(userAgent: string): string {
  const first = (list: readonly (readonly [string, RegExp])[]) =>
    list.find(([, pattern]) => pattern.test(userAgent))?.[0]
  return [first(BROWSERS), first(SYSTEMS)].filter((part) => part !== undefined).join(' · ')
}

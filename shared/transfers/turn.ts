// Facts of a turn: whose it is, how long it has taken, whether it is past its limit. Called by every list and board.
import type { Membership } from '#shared/access/parties.ts'
import type { ActsNow } from './acts-now.ts'

/** Whether one of these memberships is whose turn it is. */
export const isMyTurn = (acts: ActsNow, memberships: readonly Membership[]): boolean =>
  memberships.some(({ role, org }) =>
    acts.who === 'referrer'
      ? (role === 'intensivist' || role === 'ward-staff') && org === acts.org
      : acts.who === 'receiver'
        ? role === 'bed-desk' && org === acts.org
        : role === acts.who && org === acts.org,
  )

const MINUTE_MS = 60_000

const wholeMinutes = (ms: number): number => Math.max(0, Math.floor(ms / MINUTE_MS))
const msSince = (since: string, now: string): number => Date.parse(now) - Date.parse(since)

/** Whole minutes, rounded down; never negative. */
export const minutesSince = (since: string, now: string): number => wholeMinutes(msSince(since, now))

type Limit = Pick<ActsNow, 'limitMinutes'>

/** `ms`: how long the step has taken. */
export const isOver = ({ limitMinutes }: Limit, ms: number): boolean =>
  limitMinutes !== null && wholeMinutes(ms) > limitMinutes

export const isOverLimit = (acts: ActsNow, now: string): boolean => isOver(acts, msSince(acts.since, now))

/** Part of the step's time that is used: over 1 it is late, and the most is the latest. Without a limit −1: nothing presses. */
export const partOf = ({ limitMinutes }: Limit, ms: number): number =>
  limitMinutes === null ? -1 : ms / (limitMinutes * MINUTE_MS)

export const partUsed = (acts: ActsNow, now: string): number => partOf(acts, msSince(acts.since, now))

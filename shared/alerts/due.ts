// When an alert goes on by itself, and to what. Read by the decisions and by the server's timers.
import { LIMITS } from '#shared/transfers/acts-now.ts'
import { type Alert, EXPIRE_MINUTES, NEXT_MINUTES } from './alert.ts'
import { lastLevel } from './alerted.ts'

export const minutesAfter = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/** What waits for a patient on the way goes by when it is expected, not by a limit. */
export const isArrival = ({ act }: Pick<Alert, 'act'>): boolean => act === 'prepare'

type Facts = Pick<Alert, 'act' | 'kind' | 'who' | 'level' | 'raisedAt' | 'acknowledged'>

/**
 * At the party itself the step's limit holds, acknowledged or not (rulebook, Limits). Whoever acknowledges after that
 * gets the step's limit anew; who does not, the interval. A coordinator at the last level who acknowledged keeps it.
 * `levelAt`: since when it is at its level.
 */
export function dueAt(alert: Facts, levelAt: string): string | null {
  const { act, kind, level, acknowledged } = alert
  if (act === 'prepare') return null
  if (level === 0) return minutesAfter(alert.raisedAt, LIMITS[act][kind])
  const isLast = level === lastLevel(alert)
  if (acknowledged !== null) return isLast ? null : minutesAfter(acknowledged.at, LIMITS[act][kind])
  if (!isLast) return minutesAfter(levelAt, NEXT_MINUTES[act][kind])
  const expire = EXPIRE_MINUTES[act]
  return expire === undefined ? null : minutesAfter(levelAt, expire[kind])
}

/** Since when an alert that rings is at its level: `dueAt` the other way round. */
export const levelSince = ({
  act,
  kind,
  level,
  raisedAt,
  dueAt: at,
}: Facts & Pick<Alert, 'dueAt'>): string =>
  act === 'prepare' || level === 0 || at === null ? raisedAt : minutesAfter(at, -NEXT_MINUTES[act][kind])

/** A session it rang in ran out while it rang: somebody was there to hear it, and is no more. */
export const isLapse = (alert: Alert, lapsed: string, now: string): boolean =>
  alert.state === 'raised' && dueAct(alert) === 'escalate' && lapsed > levelSince(alert) && lapsed <= now

/** What a due alert asks of the server: one level up, the end of the offer nobody answered, or to be seen once more. */
export function dueAct(alert: Pick<Alert, 'act' | 'who' | 'level'>): 'escalate' | 'expire' | 'remind' {
  if (isArrival(alert)) return 'remind'
  return alert.level === lastLevel(alert) ? 'expire' : 'escalate'
}

export const isDue = ({ dueAt: at }: Pick<Alert, 'dueAt'>, now: string): boolean => at !== null && at <= now

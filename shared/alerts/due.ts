// When an alert goes on by itself, and to what: by the minutes that are set now. Read by the decisions and by the
// server's timers.
import { type MinuteKind, isNumberName } from '#shared/settings/setting.ts'
import { settingOf, type Settings } from '#shared/settings/setting-of.ts'
import { LIMITS } from '#shared/transfers/acts-now.ts'
import { type Alert, NEXT_MINUTES } from './alert.ts'
import { lastLevel } from './alerted.ts'

export const minutesAfter = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/** What waits for a patient on the way goes by when it is expected, not by a limit. */
export const isArrival = ({ act }: Pick<Alert, 'act'>): boolean => act === 'prepare'
/** The register's lines, and at which instant they are asked. */
export type Held = { settings: Settings; now: string }

/** Minutes by setting; null where this step has none of that kind. Of an alert, or of a step still to come. */
export function minutesOf(
  of: MinuteKind,
  { act, kind }: { act: string; kind: Alert['kind'] },
  held: Held,
): number | null {
  const name = `${of}.${act}.${kind}`
  return isNumberName(name) ? settingOf(held.settings, name, held.now) : null
}

/** What a transfer's row says of the limit of its step: null where it is the rulebook's own. */
export function limitOf(turn: Pick<Alert, 'act' | 'kind'>, held: Held): number | null {
  const minutes = minutesOf('limit', turn, held)
  return turn.act === 'prepare' || minutes === LIMITS[turn.act][turn.kind] ? null : minutes
}

const after = (instant: string, minutes: number | null): string | null =>
  minutes === null ? null : minutesAfter(instant, minutes)

type Facts = Pick<Alert, 'act' | 'kind' | 'who' | 'level' | 'raisedAt' | 'acknowledged'>

/**
 * At the party itself the step's limit holds, acknowledged or not (rulebook, Limits). Whoever acknowledges after that
 * gets the step's limit anew; who does not, the interval. A coordinator at the last level who acknowledged keeps it.
 * `levelAt`: since when it is at its level.
 */
export function dueAt(alert: Facts, levelAt: string, held: Held): string | null {
  const { level, acknowledged } = alert
  if (isArrival(alert)) return null
  if (level === 0) return after(alert.raisedAt, minutesOf('limit', alert, held))
  const isLast = level === lastLevel(alert)
  if (acknowledged !== null) return isLast ? null : after(acknowledged.at, minutesOf('limit', alert, held))
  return after(levelAt, minutesOf(isLast ? 'expire' : 'next', alert, held))
}

/** Since when an alert is at its level. One from before that was kept: `dueAt` the other way round. */
export const levelSince = ({
  act,
  kind,
  level,
  levelAt,
  raisedAt,
  dueAt: at,
}: Facts & Pick<Alert, 'dueAt' | 'levelAt'>): string =>
  levelAt ??
  (act === 'prepare' || level === 0 || at === null ? raisedAt : minutesAfter(at, -NEXT_MINUTES[act][kind]))

/** A session it rang in ran out while it rang: somebody was there to hear it, and is no more. */
export const isLapse = (alert: Alert, lapsed: string, now: string): boolean =>
  alert.state === 'raised' && dueAct(alert) === 'escalate' && lapsed > levelSince(alert) && lapsed <= now

/** What a due alert asks of the server: one level up, the end of the offer nobody answered, or to be seen once more. */
export function dueAct(alert: Pick<Alert, 'act' | 'who' | 'level'>): 'escalate' | 'expire' | 'remind' {
  if (isArrival(alert)) return 'remind'
  return alert.level === lastLevel(alert) ? 'expire' : 'escalate'
}

export const isDue = ({ dueAt: at }: Pick<Alert, 'dueAt'>, now: string): boolean => at !== null && at <= now

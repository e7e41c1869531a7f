import type { ActsNow } from '#shared/transfers/acts-now.ts'
import { isOverLimit, minutesSince } from '#shared/transfers/turn.ts'
import { clock, duration, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { daysBetween, toMs } from '#web/i18n/wall-time.ts'
import { actorOrg } from '#web/pieces/rcps-name.ts'

export const actorName = (acts: ActsNow): string => {
  if (acts.org === null) return t('transfers.actor.unknown')
  const name = actorOrg(acts.who, acts.org)
  return acts.who === 'crew' ? t('transfers.actor.crew', { vehicle: name }) : name
}

/** "RCPS Zwolle verifieert", "U verifieert". */
export const actsSentence = (acts: ActsNow, mine: boolean): string =>
  mine ? t(`transfers.mine.${acts.act}`) : t(`terms.act.${acts.act}`, { who: actorName(acts) })

const MINUTE = 60_000

/** "sinds 14:02, 8 min"; within the first minute "sinds 14:02". */
export function sinceWords(since: string, now: string): string {
  const time = daysBetween(now, since) === 0 ? clock(since) : moment(since, now)
  return minutesSince(since, now) === 0
    ? t('transfers.sinceJustNow', { time })
    : t('transfers.since', { time, duration: duration(toMs(now) - toMs(since)) })
}

/** "8 van 15 min", "5 min over de limiet", or the bare age where no limit is set. */
export function limitWords({ since, limitMinutes }: ActsNow, now: string): string {
  const spent = minutesSince(since, now)
  if (limitMinutes === null) return duration(spent * MINUTE)
  const limit = duration(limitMinutes * MINUTE)
  if (spent > limitMinutes)
    return t('transfers.limit.over', { over: duration((spent - limitMinutes) * MINUTE), limit })
  return spent < 60 && limitMinutes < 60
    ? t('transfers.limit.minutes', { spent, limit: limitMinutes })
    : t('transfers.limit.of', { spent: duration(spent * MINUTE), limit })
}

/** The same for a line of a list, where the bar beside it shows the limit: "5 min over tijd". */
export const limitShort = (acts: ActsNow, now: string): string =>
  acts.limitMinutes !== null && isOverLimit(acts, now)
    ? t('transfers.limit.overShort', {
        over: duration((minutesSince(acts.since, now) - acts.limitMinutes) * MINUTE),
      })
    : limitWords(acts, now)

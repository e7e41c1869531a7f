import type { ActsNow } from '#shared/transfers/acts-now.ts'
import { isOverLimit } from '#shared/transfers/turn.ts'
import { clock, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { daysBetween } from '#web/i18n/wall-time.ts'

import { actorName } from './acts-now-words.ts'

/** When the step's limit is reached, ISO; null where it has none. */
export const dueAt = ({ since, limitMinutes }: ActsNow): string | null =>
  limitMinutes === null ? null : new Date(Date.parse(since) + limitMinutes * 60_000).toISOString()

/** Whom to call when nothing happens: who is to act, then the next in line (rulebook, Limits). */
export function whomToCall(acts: ActsNow): string {
  const who = actorName(acts)
  switch (acts.who) {
    case 'rcps':
      return t('transfers.call.rcps', { who })
    case 'lcps':
      return t('transfers.call.lcps')
    case 'receiver':
      return t('transfers.call.receiver', { who })
    case 'transport-desk':
      return t('transfers.call.transport-desk', { who })
    default:
      return t('transfers.call.other', { who })
  }
}

const short = (at: string, now: string): string => (daysBetween(now, at) === 0 ? clock(at) : moment(at, now))

/** To whoever is to act: "vóór 14:17". */
export function dueWords(acts: ActsNow, now: string): string {
  const due = dueAt(acts)
  return due === null ? '' : t('transfers.timeline.due', { time: short(due, now) })
}

/** "Niets gehoord om 14:17? Bel RCPS Zwolle, daarna het LCPS." */
export function callWords(acts: ActsNow, now: string): string {
  const due = dueAt(acts)
  if (due === null) return ''
  const whom = whomToCall(acts)
  if (isOverLimit(acts, now)) return t('transfers.call.now', { whom })
  return t('transfers.call.then', { time: short(due, now), whom })
}

import type { ActsNow } from '#shared/transfers/acts-now.ts'
import type { Escalation } from '#shared/transfers/transfer.ts'
import { clock, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { daysBetween } from '#web/i18n/wall-time.ts'
import { actorOrg } from '#web/pieces/rcps-name.ts'

const roleOf = (who: Escalation['to']['who']): string => (who === 'receiver' ? 'bed-desk' : who)

/** "Geëscaleerd naar RCPS Zwolle, 14:17" and who took it up; nothing where the turn has passed since. */
export function escalationWords(
  escalation: Escalation | null | undefined,
  acts: ActsNow,
  now: string,
): string[] {
  if (escalation == null || escalation.act !== acts.act) return []
  const { level, to, at, acknowledged } = escalation
  const time = (instant: string) => (daysBetween(now, instant) === 0 ? clock(instant) : moment(instant, now))
  const who = actorOrg(roleOf(to.who), to.org)
  const went = t(level === 1 ? 'transfers.escalated.deputy' : 'transfers.escalated.coordinator', {
    who,
    time: time(at),
  })
  if (acknowledged === null) return [went]
  const by = actorOrg(acknowledged.role, acknowledged.org)
  return [went, t('transfers.escalated.taken', { who: by, time: time(acknowledged.at) })]
}

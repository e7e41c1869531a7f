import { type Alert, ROLE_OF } from '#shared/alerts/alert.ts'
import { coordinatorAbove } from '#shared/alerts/alerted.ts'
import { dueAct } from '#shared/alerts/due.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { age, clock, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { daysBetween } from '#web/i18n/wall-time.ts'
import { actorOrg } from '#web/pieces/rcps-name.ts'

const timeOf = (at: string, now: string): string => (daysBetween(now, at) === 0 ? clock(at) : moment(at, now))

/** "Isala Zwolle moet het aanbod openen". */
export const alertSentence = ({ act, who, org }: Alert): string =>
  t(`terms.act.${act}`, { who: actorOrg(ROLE_OF[who], org) })

/** How far it went: nothing while it is the party's own. */
export function levelWords({ level, above }: Alert): string | undefined {
  if (level === 0) return undefined
  return level === 2 && above !== null
    ? t('alerts.level.2', { who: actorOrg(above.who, above.org) })
    : t('alerts.level.1')
}

/** "verwacht 15:40": of a patient on the way. */
export const expectedWords = ({ told }: Alert, now: string): string | undefined =>
  told && t(`alerts.told.${told.why}`, { time: timeOf(told.expected, now) })

/** "gemeld 14:02, 8 min geleden". */
export const raisedWords = ({ raisedAt }: Alert, now: string): string =>
  t('alerts.raised', { time: timeOf(raisedAt, now), age: age(raisedAt, now) })

export function acknowledgedWords({ acknowledged }: Alert, now: string): string | undefined {
  if (acknowledged === null) return undefined
  const who = actorOrg(acknowledged.role, acknowledged.org)
  return t('alerts.acknowledged', { time: timeOf(acknowledged.at, now), who })
}

/** What happens by itself when nobody does anything: "gaat om 14:17 verder naar RCPS Zwolle". */
export function nextWords(
  alert: Alert,
  transfer: Transfer | null | undefined,
  now: string,
): string | undefined {
  if (alert.dueAt === null) return undefined
  const time = timeOf(alert.dueAt, now)
  if (dueAct(alert) === 'remind') return t('alerts.remindsAt', { time })
  if (dueAct(alert) === 'expire') return t('alerts.expires', { time })
  const above = alert.level === 0 || !transfer ? null : coordinatorAbove(alert, transfer)
  const whom = above === null ? t('alerts.deputy') : actorOrg(above.who, above.org)
  return t('alerts.goesOn', { time, whom })
}

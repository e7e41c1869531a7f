import type { Eta } from '#shared/rides/eta.ts'
import { LATER_MINUTES } from '#shared/rides/eta.ts'
import { clock, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { daysBetween } from '#web/i18n/wall-time.ts'

/** "15:40": the day with it where it is another. */
export const etaTime = ({ at }: Pick<Eta, 'at'>, now: string): string =>
  daysBetween(now, at) === 0 ? clock(at) : moment(at, now)

/** "gezegd door de bemanning om 14:58", "schatting uit de rijtijd": never a time without it. */
export const etaSource = ({ source, said }: Pick<Eta, 'source' | 'said'>): string =>
  source === 'estimate' || said === null
    ? t('crew.eta.estimate')
    : t(`crew.eta.${source}`, { time: clock(said) })

export const isLate = ({ lateBy }: Pick<Eta, 'lateBy'>): boolean => lateBy >= LATER_MINUTES

/** "20 min later dan gepland"; undefined where it is about as planned. */
export function etaDelay(eta: Eta, now: string): string | undefined {
  if (Date.parse(eta.at) < Date.parse(now) - 60_000) return t('crew.eta.overdue')
  if (isLate(eta)) return t('crew.eta.late', { minutes: eta.lateBy })
  return eta.lateBy <= -LATER_MINUTES ? t('crew.eta.early', { minutes: -eta.lateBy }) : undefined
}

import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import type { PlanCheck } from './plan-check.ts'

/** What stands in the way of a plan, or asks a reason of it; nothing where neither. */
export function checkWords({ stop, reason, until }: PlanCheck, now: string): string | undefined {
  if (stop === 'out' && until === null) return t('dayBoard.stop.outUnknown')
  if (stop === 'out' || stop === 'taken')
    return t(`dayBoard.stop.${stop}`, { until: moment(until ?? now, now) })
  if (stop !== null) return t(`dayBoard.stop.${stop}`)
  return reason === null ? undefined : t(`dayBoard.why.${reason}`)
}

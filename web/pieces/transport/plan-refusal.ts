import type { Refusal } from '#shared/wire/refusal.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { refusalText } from '#web/pieces/refusal-text.ts'

/** Why a plan was refused; a taken vehicle says until when. */
export function planRefusalText(refusal: Refusal, now: string): string {
  const until = refusal.facts?.until
  const more =
    refusal.code === 'vehicle.taken' && typeof until === 'string'
      ? ` ${t('transport.takenUntil', { until: moment(until, now) })}`
      : ''
  return refusalText(refusal) + more
}

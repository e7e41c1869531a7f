import type { AboveKey, BossRegion, StepSignal } from '#shared/phases/signals.ts'
import { group } from '#shared/reference/regions.ts'
import { number } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { regionName } from '#web/pieces/place-name.ts'

/** "NAZMN 5 van 6 (3 reserveringen)" */
export function bossWords({ region, inUse, boss, reservations }: BossRegion): string {
  const use = t('phases.signal.bossRegion', { region: regionName(region), inUse, boss })
  return reservations === 0 ? use : `${use} (${t('phases.signal.bossReservations', { count: reservations })})`
}

/** "NAZB 61, aandeel 47" */
export const aboveWords = ({ group: id, present, target }: AboveKey): string =>
  t('phases.signal.aboveGroup', { group: group(id)?.name ?? id, present, target })

export function stepWords({ step, state, occupied, ahead }: StepSignal): string {
  const steps = { step: number(step), occupied: number(occupied) }
  if (state === 'reached') return t('phases.signal.stepReached', steps)
  if (ahead === null) return t('phases.signal.stepUnknown', steps)
  const found = { ...steps, count: ahead.ahead, expected: number(ahead.expected) }
  return t(state === 'forecast' ? 'phases.signal.stepForecast' : 'phases.signal.stepBelow', found)
}

import { NO_DELAY } from '#shared/reports/interval-view.ts'
import type { Interval } from '#shared/reports/ride-intervals.ts'
import type { RideGrouping } from '#shared/wire/ride-report.ts'
import { t, tryT } from '#web/i18n/t.ts'
import { regionName } from '#web/pieces/place-name.ts'
import { count } from './report-words.ts'

const STEP = {
  verify: 'verifying',
  match: 'matching',
  confirm: 'offered',
  plan: 'reserved',
  depart: 'planned',
  arrive: 'in-transit',
} as const satisfies Record<Exclude<Interval, 'free'>, string>

/** The words of the report's waiting times: they are the same waits. */
export const intervalName = (interval: Interval): string =>
  interval === 'free' ? t('reports.rides.free') : t(`reports.step.${STEP[interval]}`)

export function groupName(by: RideGrouping, key: string): string {
  if (by === 'track') return tryT(`reports.track.${key}`) ?? key
  if (by === 'vehicle') return tryT(`terms.vehicle.${key}`) ?? key
  if (by === 'delay') return key === NO_DELAY ? t('reports.rides.noDelay') : delayName(key)
  return by === 'region' ? regionName(key) : key
}

export const delayName = (note: string): string => tryT(`terms.note.${note}`) ?? note
export const incidentName = (incident: string): string => tryT(`terms.incident.${incident}`) ?? incident

/** Minutes without their unit: it stands above the table. */
export const minutes = (value: number | null): string => count(value)

import type { Clinical } from '#shared/transfers/request.ts'
import { type NumberFieldName, numberFields } from '#shared/transfers/request-fields.ts'
import { number } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { term } from '#web/pieces/term.ts'

const TIGHT = ['%', '/min']

/** The unit as people write it; years are a word of the language. */
export function unitOf(name: NumberFieldName): string {
  return name === 'age' ? t('transfers.unit.years') : numberFields[name].unit
}

/** "45 L/min", "60%", "18/min": a figure with its unit; nothing where it was not asked for. */
export function figure(name: NumberFieldName, value: number | undefined): string | undefined {
  if (value === undefined) return undefined
  const unit = unitOf(name)
  const written = number(value)
  if (unit === '') return written
  return TIGHT.includes(unit) ? `${written}${unit}` : `${written} ${unit}`
}

const list = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** "63 jr · Man" */
export const ageAndSex = ({ age, sex }: Pick<Clinical, 'age' | 'sex'>): string =>
  list(figure('age', age), term('sex', sex))

/** What the patient gets: "50 L/min · FiO₂ 60%"; "geen" without any. */
export function oxygenWords({ support, flow, fio2 }: Pick<Clinical, 'support' | 'flow' | 'fio2'>): string {
  if (support === 'none') return t('transfers.none')
  return list(figure('flow', flow), fio2 === undefined ? undefined : `FiO₂ ${figure('fio2', fio2)}`)
}

/** "MAP 68 mmHg" or "RR 110 mmHg". */
export const pressureWords = ({ map, systolic }: Pick<Clinical, 'map' | 'systolic'>): string =>
  list(
    map === undefined ? undefined : `${term('field', 'map')} ${figure('map', map)}`,
    systolic === undefined ? undefined : `${term('field', 'systolic')} ${figure('systolic', systolic)}`,
  )

export const consciousness = ({ avpu, gcs }: Pick<Clinical, 'avpu' | 'gcs'>): string =>
  list(
    avpu === undefined ? undefined : term('avpu', avpu),
    gcs === undefined ? undefined : `${term('field', 'gcs')} ${gcs}`,
  )

export const yesNo = (answer: boolean): string => t(answer ? 'common.yes' : 'common.no')

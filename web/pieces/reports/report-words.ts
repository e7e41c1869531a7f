import type { Day } from '#shared/calendar-day.ts'
import { instantOn } from '#shared/calendar-day.ts'
import { NATION } from '#shared/reports/beds-day.ts'
import { duration, number, percent, shortDay } from '#web/i18n/format.ts'
import { t, tryT } from '#web/i18n/t.ts'
import { regionName } from '#web/pieces/place-name.ts'

export const areaName = (place: string): string =>
  place === NATION ? t('reports.nation') : regionName(place)

/** The day's noon: on the day whatever clock reads it. */
export const dayName = (day: Day): string => shortDay(instantOn(day, 12))
/** 20 nov */
export const dayShort = (day: Day): string => dayName(day).replace(/^\S+ /, '')

export const spanName = ({ from, until }: { from: Day; until: Day }): string =>
  from === until ? dayName(from) : `${dayName(from)} – ${dayName(until)}`

const WITHHELD = '–'
/** A dash for what is not told or not known. */
export const count = (value: number | null): string => (value === null ? WITHHELD : number(value, 0))

export const part = (some: number | null, whole: number): string =>
  some === null || whole === 0 ? WITHHELD : percent(some / whole)

/** From minutes; ± where they are those of a class. */
export const wait = (minutes: number | null, rough = false): string =>
  minutes === null ? WITHHELD : `${rough ? '± ' : ''}${duration(minutes * 60_000)}`

/** +3 · −2 · 0, whole. */
export function gap(value: number | null): string {
  if (value === null) return WITHHELD
  const whole = Math.round(value)
  return whole > 0 ? `+${number(whole, 0)}` : whole < 0 ? `−${number(-whole, 0)}` : '0'
}

export const reasonName = (reason: string): string =>
  tryT(`terms.decline.${reason}`) ??
  tryT(`terms.reject.${reason}`) ??
  tryT(`reports.reason.${reason}`) ??
  reason

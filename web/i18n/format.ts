import { LOCALES, language, t } from './t.ts'
import { daysBetween, type Moment, toMs, toWall, ZONE } from './wall-time.ts'

const MINUTE = 60_000

const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = LOCALES[language()]
  const key = locale + JSON.stringify(options)
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options })
  formats.set(key, made)
  return made
}

const plain = (text: string) => text.replaceAll('.', '').replaceAll(',', '')

/** 14:02 */
export const clock = (at: Moment): string => toWall(at).slice(11)

/** zo 22 nov */
export const shortDay = (at: Moment): string =>
  plain(dateFormat({ weekday: 'short', day: 'numeric', month: 'short' }).format(toMs(at)))

/** morgen zo 22 nov · vandaag za 21 nov · wo 25 nov */
export function day(at: Moment, now: Moment): string {
  const name = shortDay(at)
  const away = daysBetween(now, at)
  if (away === 0) return t('common.today', { day: name })
  if (away === 1) return t('common.tomorrow', { day: name })
  if (away === -1) return t('common.yesterday', { day: name })
  return name
}

/** 14:02 when it is today, else morgen zo 22 nov, 14:02 */
export const moment = (at: Moment, now: Moment): string =>
  daysBetween(now, at) === 0 ? clock(at) : `${day(at, now)}, ${clock(at)}`

/** morgen zo 22 nov, 08:00–12:00; over midnight both ends say their day */
export function timeWindow(from: Moment, until: Moment, now: Moment): string {
  const sameDay = daysBetween(from, until) === 0
  const end = sameDay ? clock(until) : ` ${day(until, now)}, ${clock(until)}`
  return `${day(from, now)}, ${clock(from)}${sameDay ? '–' : ' –'}${end}`
}

/** 8 min · 1 u 20 min · 2 d 3 u, from milliseconds; what is negative counts as nothing */
export function duration(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE))
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return t('common.minutes', { minutes })
  if (hours >= 48) return t('common.daysHours', { days: Math.floor(hours / 24), hours: hours % 24 })
  if (minutes % 60 === 0) return t('common.hours', { hours })
  return t('common.hoursMinutes', { hours, minutes: minutes % 60 })
}

/** zojuist · 6 min geleden · 3 dagen geleden */
export function age(at: Moment, now: Moment): string {
  const ms = toMs(now) - toMs(at)
  if (ms < MINUTE) return t('common.justNow')
  const days = Math.floor(ms / (24 * 60 * MINUTE))
  return t('common.ago', { duration: days < 2 ? duration(ms) : t('common.days', { count: days }) })
}

/** over 25 min, for what is still to come */
export const until = (at: Moment, now: Moment): string =>
  t('common.ahead', { duration: duration(toMs(at) - toMs(now)) })

/** 1.234,5 */
export const number = (value: number, digits = 1): string =>
  new Intl.NumberFormat(LOCALES[language()], { maximumFractionDigits: digits }).format(value)

/** 42 km */
export const kilometres = (km: number): string => t('common.kilometres', { km: number(km, 0) })

/** 34%, from a fraction */
export const percent = (fraction: number): string =>
  new Intl.NumberFormat(LOCALES[language()], { style: 'percent', maximumFractionDigits: 0 }).format(fraction)

// Days of the calendar in the Netherlands, as text (`2026-11-22`): when they begin and end, and the week around one.
// Called by reports, the kept bed figures and the prognosis.
import { instantAtWallTime, wallTimeAt } from '#shared/rides/amsterdam-clock.ts'

/** `YYYY-MM-DD` on Amsterdam's clock. */
export type Day = string

const DAY_MS = 86_400_000
const pad = (value: number): string => String(value).padStart(2, '0')

/** The day on which an instant falls. */
export function dayOf(instant: string | number): Day {
  const { year, month, day } = wallTimeAt(typeof instant === 'number' ? instant : Date.parse(instant))
  return `${year}-${pad(month)}-${pad(day)}`
}

/** Whole days as a number, for counting between them. */
const numberOf = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`) / DAY_MS

/** Null unless it is a day that exists. */
export function readDay(text: string): Day | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  const at = Date.parse(`${text}T00:00:00.000Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : text
}

export const plusDays = (day: Day, days: number): Day =>
  new Date((numberOf(day) + days) * DAY_MS).toISOString().slice(0, 10)

/** How many days after `from`; negative when before it. */
export const daysBetween = (from: Day, until: Day): number => numberOf(until) - numberOf(from)

/** From the first to the last, both included. */
export const daysFrom = (first: Day, last: Day): Day[] =>
  Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, at) => plusDays(first, at))

/** The instant at which the clock shows this hour on this day. */
export function instantOn(day: Day, hour = 0): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return new Date(instantAtWallTime({ year, month, day: date, hour, minute: 0, second: 0 })).toISOString()
}

/** The Monday of its week. */
export const mondayOf = (day: Day): Day => plusDays(day, -((((numberOf(day) + 3) % 7) + 7) % 7))

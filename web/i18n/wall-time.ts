/** A moment as callers hold it: a Date, epoch milliseconds, or an ISO string with its zone. */
export type Moment = Date | number | string

export const ZONE = 'Europe/Amsterdam'

export const toMs = (moment: Moment): number => new Date(moment).getTime()

let format: Intl.DateTimeFormat | undefined
/** The first one costs a browser that was just started some 30 ms: no file may ask for it as it is read. */
const amsterdam = (): Intl.DateTimeFormat => {
  format ??= new Intl.DateTimeFormat('en-CA', {
    timeZone: ZONE,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return format
}

/** The clock on the wall in Amsterdam as `YYYY-MM-DDTHH:mm`, what a datetime-local field holds. */
export function toWall(moment: Moment): string {
  const parts = new Map(
    amsterdam()
      .formatToParts(toMs(moment))
      .map((part) => [part.type, part.value]),
  )
  const at = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return `${at('year')}-${at('month')}-${at('day')}T${at('hour')}:${at('minute')}`
}

/**
 * The moment at which Amsterdam's wall shows this clock. In the hour that comes twice the first is meant; a clock
 * from the hour that is skipped becomes the moment an hour later. Nothing for what is not a wall clock.
 */
export function fromWall(wall: string): Date | undefined {
  const asUtc = Date.parse(`${wall}:00Z`)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) || Number.isNaN(asUtc)) return undefined
  const HOUR = 3_600_000
  for (const offset of [2, 1]) {
    const guess = asUtc - offset * HOUR
    if (toWall(guess) === wall) return new Date(guess)
  }
  return new Date(asUtc - HOUR)
}

/** Whole calendar days from one moment's Amsterdam day to another's. */
export function daysBetween(from: Moment, to: Moment): number {
  const day = (moment: Moment) => Date.parse(`${toWall(moment).slice(0, 10)}T00:00Z`)
  return Math.round((day(to) - day(from)) / 86_400_000)
}

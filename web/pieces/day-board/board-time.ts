import type { DayBoard } from '#shared/wire/day-board.ts'

const FIVE = 5 * 60_000

/** From when to when the board reaches. */
export type Reach = Pick<DayBoard, 'from' | 'until'>

/** Where an instant lies on the day, in percent; outside it, at its edge. */
export function placeOf(at: string, { from, until }: Reach): number {
  const [start, end] = [Date.parse(from), Date.parse(until)]
  return Math.min(100, Math.max(0, ((Date.parse(at) - start) / (end - start)) * 100))
}

/** The instant at a fraction of the day, on five minutes. */
export function instantAt(fraction: number, { from, until }: Reach): string {
  const [start, end] = [Date.parse(from), Date.parse(until)]
  return new Date(Math.round((start + fraction * (end - start)) / FIVE) * FIVE).toISOString()
}

/** Every so many hours of the day, as instants. */
export function hoursOf({ from, until }: Reach, every: number): string[] {
  const hours: string[] = []
  for (let at = Date.parse(from); at < Date.parse(until); at += every * 3_600_000)
    hours.push(new Date(at).toISOString())
  return hours
}

/** `2026-11-22`, the local day so many days from an instant. */
export const dayFrom = (now: string, days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(
    Date.parse(now) + days * 86_400_000,
  )

/** As custom properties: where it begins on the day, and how long it is there. */
export const spanOf = (from: string, until: string, reach: Reach) => ({
  '--at': `${placeOf(from, reach)}%`,
  '--long': `${Math.max(0.4, placeOf(until, reach) - placeOf(from, reach))}%`,
})

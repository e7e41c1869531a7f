import { fromWall, toMs, toWall } from '#web/i18n/wall-time.ts'

/** A clock on the wall some days from today. Noon keeps the day right over a change of summer time. */
export function onDay(now: string, days: number, clock: string): Date {
  const noon = toMs(`${toWall(now).slice(0, 10)}T12:00Z`) + days * 86_400_000
  return fromWall(`${new Date(noon).toISOString().slice(0, 10)}T${clock}`) ?? new Date(noon)
}

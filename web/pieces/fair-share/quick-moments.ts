import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { toMs } from '#web/i18n/wall-time.ts'
import { onDay } from '#web/pieces/on-day.ts'

const MINUTE = 60_000

/** Now, this minute: it holds at once. This evening and tomorrow morning. */
export function soonAndLater(now: string): { label: string; at: Date }[] {
  const soon = new Date(Math.floor(toMs(now) / MINUTE) * MINUTE)
  const later = [onDay(now, 0, '20:00'), onDay(now, 1, '08:00')].filter((at) => at.getTime() > soon.getTime())
  return [{ label: t('shares.quick.now'), at: soon }, ...later.map((at) => ({ label: moment(at, now), at }))]
}

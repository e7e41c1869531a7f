import type { Window } from '#shared/transfers/transfer.ts'
import { clock, day, moment, timeWindow } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { daysBetween, type Moment, toMs, toWall } from '#web/i18n/wall-time.ts'

const MINUTE = 60_000
/** A minute of typing is not outside (the same minutes the rule gives). */
const GRACE = 5 * MINUTE

/** "morgen ma 23 nov, 08:00–12:00" · "vandaag zo 22 nov, tot 24:00" · "meteen, zonder eindtijd" */
export function windowWords({ from, until }: Window, now: string): string {
  if (until === null) return t('transport.window.open', { at: moment(from, now) })
  const endsAtMidnight = toWall(until).endsWith('T00:00') && daysBetween(from, until) === 1
  return endsAtMidnight ? `${day(from, now)}, ${clock(from)}–24:00` : timeWindow(from, until, now)
}

/** R5 asks a reason for this moment: it lies before the window or at or after its end. */
export const isOutside = (at: Moment, { from, until }: Window): boolean =>
  toMs(at) < toMs(from) - GRACE || (until !== null && toMs(at) >= toMs(until))

type Ask = { window: Window | null; readyFrom: string; now: string }

const ceilTo = (ms: number, minutes: number) => Math.ceil(ms / (minutes * MINUTE)) * minutes * MINUTE

/** Departures most often meant, all inside the window and none before the patient is ready; at most four. */
export function quickDepartures({ window, readyFrom, now }: Ask): Date[] {
  const earliest = Math.max(toMs(now), toMs(readyFrom), window ? toMs(window.from) : 0)
  const first = ceilTo(earliest, 5)
  const morning = window?.basis === 'next-morning'
  const start = morning ? ceilTo(earliest, 60) : first
  const steps = morning ? [0, 60, 120, 180] : [0, 30, 60, 120]
  return steps
    .map((minutes) => new Date(start + minutes * MINUTE))
    .filter((at) => window === null || !isOutside(at, window))
}

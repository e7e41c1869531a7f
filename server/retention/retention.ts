// The retention job: what of old transfers and of the record is to go, goes; and says what went and how old the oldest
// clinical part is. Every hour, started by start.ts; once by scripts/retention.ts.
import { CLINICAL_HOURS, TIMELINE_DAYS } from '#shared/retention/decide-purge.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { POSITION_HOURS } from '#shared/rides/position.ts'
import { FEED_DAYS } from '#shared/wire/capacity-feed.ts'
import { log } from '#server/log.ts'
import { dropPlans } from '#server/store/plans.ts'
import { dropPositions } from '#server/store/positions.ts'
import { dropObservations } from '#server/store/observations.ts'
import { dropGoneWords, dropRefused, oldestClinical, overSince } from '#server/store/retention.ts'
import type { Store } from '#server/store/store.ts'
import { headLine, leaveDays } from './leave-days.ts'
import { purge } from './purge.ts'

/** A plan of last week helps nobody. */
const PLAN_HOURS = 7 * 24
const HOUR_MS = 3_600_000
/** In one round; what is left over is for the next. */
const AT_MOST = 500

export type Purged = {
  clinical: number
  timeline: number
  /** Letters that a hospital has not taken over yet. */
  waiting: number
  /** Of vehicles, as crews told them. */
  positions: number
  /** Lines of the record. */
  lines: number
  /** Age of the oldest clinical part, from its filing; null: there is none. */
  oldestClinicalHours: number | null
  /** Place and hash of the end of the record's chain. */
  head: string
}

const hoursBefore = (now: string, hours: number): string =>
  new Date(Date.parse(now) - hours * HOUR_MS).toISOString()

/** Tells the hospitals that a letter waits for them. */
export type Remind = (missing: readonly string[], transfer: Transfer) => Promise<void>

/** `remind` null: there is nobody to tell; the server does it within the hour. */
export async function purgeAll(store: Store, now: string, remind: Remind | null = null): Promise<Purged> {
  const timeline = hoursBefore(now, TIMELINE_DAYS * 24)
  const due = { clinical: hoursBefore(now, CLINICAL_HOURS), timeline }
  const done = { keep: 0, remind: 0, clinical: 0, timeline: 0 }
  for (const id of await overSince(store.query, due, AT_MOST)) {
    const { what, transfer, missing } = await purge(store, id, now, remind !== null)
    done[what] += 1
    if (transfer !== null && missing.length > 0) await remind?.(missing, transfer)
  }
  if (done.timeline > 0) store.notify()
  await dropGoneWords(store.query, timeline)
  await dropObservations(store.query, hoursBefore(now, FEED_DAYS * 24))
  await dropRefused(store.query, timeline)
  await dropPlans(store.query, hoursBefore(now, PLAN_HOURS))
  const positions = await dropPositions(store.query, hoursBefore(now, POSITION_HOURS))
  const lines = await leaveDays(store, now)
  const oldest = await oldestClinical(store.query)
  return {
    clinical: done.clinical,
    timeline: done.timeline,
    waiting: done.remind,
    positions,
    lines,
    oldestClinicalHours:
      oldest === null ? null : Math.floor((Date.parse(now) - Date.parse(oldest)) / HOUR_MS),
    head: await headLine(store),
  }
}

export type Retention = { close: () => Promise<void> }

export function startRetention(
  store: Store,
  now: () => Date,
  remind: Remind | null,
  everyMs = HOUR_MS,
): Retention {
  let running: Promise<unknown> | null = null
  const once = () => {
    running ??= purgeAll(store, now().toISOString(), remind)
      .then((purged) => log.info(purged, 'retention'))
      // An outage of the database: the next round finds the same things due.
      .catch((error: unknown) => log.error({ err: error }, 'old data could not go'))
      .finally(() => {
        running = null
      })
  }
  once()
  const timer = setInterval(once, everyMs)
  return {
    async close() {
      clearInterval(timer)
      await running
    },
  }
}

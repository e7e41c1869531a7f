// The transfers that moved in a report's period, with their events. Called by report-view.ts and interval-view.ts.
import { instantOn, plusDays } from '#shared/calendar-day.ts'
import { type Asked, spanOf } from '#shared/reports/report-view.ts'
import { eventsOfMoved } from '#server/store/report-facts.ts'
import type { Db } from '#server/store/store.ts'

/** Events are looked for this far around the period: a time that was corrected may fall on the next day. */
const AROUND_DAYS = 1

/** Transfer → its events, oldest first; `from` and `until` are the period's days. */
export async function movedIn(db: Db, asked: Asked, today: string) {
  const { from, until } = spanOf(asked, today)
  const moved = await eventsOfMoved(
    db,
    instantOn(plusDays(from, -AROUND_DAYS)),
    instantOn(plusDays(until, 1 + AROUND_DAYS)),
  )
  return { from, until, moved }
}

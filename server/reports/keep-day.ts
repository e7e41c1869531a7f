// Keeps the bed figures of a day, once, from ten o'clock on; a server that was away at ten does it when it is back.
// Called by server/reports/day-keeper.ts and by the demo.
import { dayOf, instantOn } from '#shared/calendar-day.ts'
import { bedsDay, KEPT_AT_HOUR } from '#shared/reports/beds-day.ts'
import { allBeds } from '#server/store/beds.ts'
import { hasDay, keepDays } from '#server/store/days.ts'
import type { Store } from '#server/store/store.ts'
import { shareRulesAt } from '#server/views/share-rule.ts'

/** True when this server kept it. */
export async function keepDay(store: Store, now: string): Promise<boolean> {
  const day = dayOf(now)
  if (now < instantOn(day, KEPT_AT_HOUR) || (await hasDay(store.query, day))) return false
  return store.transaction(async ({ db }) => {
    const beds = await allBeds(db)
    if (beds.length === 0) return false
    await keepDays(db, bedsDay(beds, day, now, await shareRulesAt(db, now)))
    return true
  })
}

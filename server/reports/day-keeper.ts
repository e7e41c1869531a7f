// Looks every minute whether the day's bed figures are to be kept. Started by start.ts.
import { log } from '#server/log.ts'
import type { Store } from '#server/store/store.ts'
import { keepDay } from './keep-day.ts'

const EVERY_MS = 60_000

export type DayKeeper = { close: () => Promise<void> }

export function startDayKeeper(store: Store, now: () => Date, everyMs = EVERY_MS): DayKeeper {
  let running: Promise<unknown> | null = null
  const once = () => {
    running ??= keepDay(store, now().toISOString())
      // An outage of the database: the next minute finds the day still open.
      .catch((error: unknown) => log.error({ err: error }, 'the day’s figures could not be kept'))
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

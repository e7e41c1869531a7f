// What falls due by itself: alerts that go on or that nobody hears any more, offers that expire, emergency access that ends. Looked for in the rows
// each time, so that a restart loses nothing. Started by start.ts.
import { log } from '#server/log.ts'
import type { Hinge } from '#server/perform.ts'
import { doDue } from './do-due.ts'
import type { Roles } from './lapsed.ts'

const EVERY_MS = 5000

export type Timers = {
  /** Does what is due now; gives how many things it did. */
  tick: () => Promise<number>
  /** Resolves when nothing of it runs any more. */
  close: () => Promise<void>
}

type Deps = { hinge: Hinge; access: Roles }

export function startTimers({ hinge, access }: Deps, everyMs = EVERY_MS): Timers {
  let running: Promise<number> | null = null
  const tick = () => {
    running ??= doDue(hinge, access).finally(() => {
      running = null
    })
    return running
  }
  const timer = setInterval(() => {
    // An outage of the database: the next look finds the same things due.
    tick().catch((error: unknown) => log.error({ err: error }, 'what is due could not be done'))
  }, everyMs)
  return {
    tick,
    async close() {
      clearInterval(timer)
      await running?.catch(() => 0)
    },
  }
}

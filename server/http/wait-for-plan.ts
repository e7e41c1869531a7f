// Following a plan while it is made: answers when its state or stage is another than the one the caller knows, or when
// its patience is over. Asks the table, so that any server can be asked. Called by plans.ts.
import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from 'hono'
import { loadPlan, type PlanLine } from '#server/store/plans.ts'
import type { AppEnv, AppParts } from './app-env.ts'

/** Seconds; less than any proxy waits. */
const PATIENCE = 20
const LOOK_MS = 150

/** `?seen=running:placing&wait=10`; without `wait` it answers at once. */
export async function waitForPlan(parts: AppParts, c: Context<AppEnv>): Promise<PlanLine | null> {
  const seen = c.req.query('seen') ?? ''
  const wait = Math.min(PATIENCE, Math.max(0, Number(c.req.query('wait') ?? 0) || 0))
  const until = performance.now() + wait * 1000
  for (;;) {
    await parts.plans.settle()
    const line = await loadPlan(parts.hinge.store.query, c.req.param('id') ?? '')
    if (line === null || line.active === 0 || `${line.state}:${line.stage ?? ''}` !== seen) return line
    if (performance.now() >= until || c.req.raw.signal.aborted) return line
    await pause(LOOK_MS)
  }
}

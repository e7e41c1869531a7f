// The plans that are worked on: asked for, queued, made one at a time on a thread, cancelled, failed or kept. A row says
// how each goes, so that every server can tell, and a server that ends leaves no plan hanging. Made by start.ts, asked
// by the plan's routes.
import { type Refusal, refuse } from '#shared/wire/refusal.ts'
import { activePlans, addPlan, failLost } from '#server/store/plans.ts'
import type { Store } from '#server/store/store.ts'
import { type Asked, endPlan, type Job, type PlanReasons, runPlan, showLife, told } from './run-plan.ts'

export type PlanLimits = { seconds: number; queued: number; beatMs: number; lostMs: number }
/** A plan takes a few seconds; a server shows life every second. */
export const PLAN_LIMITS: PlanLimits = { seconds: 60, queued: 8, beatMs: 1000, lostMs: 15_000 }

export type PlanJobs = {
  limits: PlanLimits
  start(asked: Asked): Promise<{ id: string } | { refused: Refusal }>
  /** False: it had ended. */
  cancel(id: string): Promise<boolean>
  /** Ends what nobody works on any more. */
  settle(): Promise<void>
  reasons: PlanReasons
  close(): Promise<void>
}

type Deps = { store: Store; now: () => Date; limits?: PlanLimits }

export function makePlanJobs({ store, now, limits = PLAN_LIMITS }: Deps): PlanJobs {
  const jobs = new Map<string, Job>()
  const at = () => now().toISOString()
  const deps = { db: store.query, at, limits, reasons: new Map() }
  let working: Promise<void> | null = null
  let closed = false
  const settle = () => failLost(store.query, new Date(now().getTime() - limits.lostMs).toISOString(), at())

  /** One at a time: the other core is for everybody else. Those that wait are as alive as the one that is made. */
  async function work(): Promise<void> {
    let showing: Promise<unknown> = Promise.resolve()
    const beat = setInterval(() => {
      showing = Promise.all([...jobs.values()].map((job) => showLife(deps, job).catch(told)))
    }, limits.beatMs)
    for (let [next] = jobs.values(); next !== undefined && !closed; [next] = jobs.values()) {
      await runPlan(deps, next).catch(told)
      jobs.delete(next.asked.id)
    }
    clearInterval(beat)
    await showing
  }

  return {
    limits,
    reasons: deps.reasons,
    settle,
    async start(asked) {
      await settle()
      if ((await activePlans(store.query)).length > limits.queued) return refuse('plan.queue-full')
      if (!(await addPlan(store.query, lineOf(asked, at(), limits.seconds)))) {
        const own = (await activePlans(store.query)).find(
          ({ person, bed }) => person === asked.person && bed === asked.bed,
        )
        return refuse('plan.running', { facts: { plan: own?.id ?? null } })
      }
      jobs.set(asked.id, { asked, stop: new AbortController() })
      working ??= work().finally(() => {
        working = null
      })
      return { id: asked.id }
    },
    async cancel(id) {
      const wasActive = await endPlan(deps, id, { state: 'cancelled' })
      jobs.get(id)?.stop.abort()
      return wasActive
    },
    async close() {
      closed = true
      for (const [id, { stop }] of jobs) {
        await endPlan(deps, id, { state: 'failed', failure: 'server-stopped' }).catch(told)
        stop.abort()
      }
      await working
    },
  }
}

const lineOf = ({ id, bed, person, whatIf }: Asked, at: string, seconds: number) => ({
  id,
  bed,
  person,
  state: 'queued',
  stage: null,
  failure: null,
  active: 1,
  asked: at,
  started: null,
  ended: null,
  beat: at,
  limit_seconds: Math.ceil(seconds),
  what_if: whatIf === null ? null : JSON.stringify(whatIf),
  row: null,
})

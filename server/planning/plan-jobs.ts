// The plans that are worked on: asked for, queued, made one at a time on a thread, cancelled, failed or kept. A row says
// how each goes, so that every server can tell, and a server that ends leaves no plan hanging. Made by start.ts, asked
// by the plan's routes.
import type { Bed } from '#shared/terms.ts'
import type { WhatIf } from '#shared/matching/plan-facts.ts'
import type { Assignment, PlanInput } from '#shared/matching/plan.ts'
import { planObjective } from '#shared/matching/plan-objective.ts'
import type { PlanReason } from '#shared/matching/plan-rows.ts'
import { type Refusal, refuse } from '#shared/wire/refusal.ts'
import type { PlanFailure } from '#shared/wire/plans.ts'
import { log } from '#server/log.ts'
import { type PlanOutcome, solvePlan } from '#server/plan/solve-plan.ts'
import { activePlans, addPlan, changePlan, failLost, type PlanPatch } from '#server/store/plans.ts'
import type { Store } from '#server/store/store.ts'
import { type KeptPlan, withoutNeeds } from './kept-plan.ts'

export type Asked = {
  id: string
  person: string
  bed: Bed
  whatIf: WhatIf | null
  input: PlanInput
  offers: number
  /** The plan it is compared with. */
  earlier: { id: string; at: string; assignments: readonly Assignment[] } | null
  /** Draws the ids of the offers. */
  newId: () => string
}

export type PlanLimits = { seconds: number; queued: number; beatMs: number; lostMs: number }
/** A plan takes a few seconds; a server shows life every second. */
export const PLAN_LIMITS: PlanLimits = { seconds: 60, queued: 8, beatMs: 1000, lostMs: 15_000 }
/** Explanations that are kept in memory. */
const REMEMBERED = 12

export type PlanJobs = {
  limits: PlanLimits
  start(asked: Asked): Promise<{ id: string } | { refused: Refusal }>
  /** False: it had ended. */
  cancel(id: string): Promise<boolean>
  /** Ends what nobody works on any more. */
  settle(): Promise<void>
  reasons: Map<string, readonly PlanReason[]>
  close(): Promise<void>
}

type Job = { asked: Asked; stop: AbortController }
type Deps = { store: Store; now: () => Date; limits?: PlanLimits }

export function makePlanJobs({ store, now, limits = PLAN_LIMITS }: Deps): PlanJobs {
  const jobs = new Map<string, Job>()
  const reasons = new Map<string, readonly PlanReason[]>()
  let working: Promise<void> | null = null
  let closed = false
  const at = () => now().toISOString()
  const end = (id: string, patch: PlanPatch) =>
    changePlan(store.query, id, { ...patch, active: 0, ended: at() })
  const settle = () => failLost(store.query, new Date(now().getTime() - limits.lostMs).toISOString(), at())

  async function make({ asked, stop }: Job): Promise<void> {
    const { id, input, earlier } = asked
    // What is told of it goes to the table in order, and is there before its end.
    let telling: Promise<unknown> = Promise.resolve()
    const tell = (patch: PlanPatch) => {
      telling = telling.then(() => show(id, stop, patch)).catch(told)
    }
    const beat = setInterval(() => tell({}), limits.beatMs)
    try {
      if (!(await changePlan(store.query, id, { state: 'running', started: at(), beat: at() }))) return
      const began = performance.now()
      const outcome = await solvePlan(input, {
        limitSeconds: limits.seconds,
        signal: stop.signal,
        earlier: earlier?.assignments ?? [],
        onStage: (stage) => tell({ stage }),
      })
      clearInterval(beat)
      await telling
      if (outcome.kind === 'planned') remember(reasons, id, outcome.reasons)
      await end(id, endingOf(asked, outcome, (performance.now() - began) / 1000))
      if (outcome.kind === 'unproven') log.warn({ plan: id, reason: outcome.reason }, 'no plan was proven')
    } finally {
      clearInterval(beat)
      jobs.delete(id)
    }
  }

  /** Another server may have been told to cancel it. */
  async function show(id: string, stop: AbortController, patch: PlanPatch): Promise<void> {
    if (!(await changePlan(store.query, id, { ...patch, beat: at() }))) stop.abort()
  }

  /** One at a time: the other core is for everybody else. */
  async function work(): Promise<void> {
    for (let [next] = jobs.values(); next !== undefined && !closed; [next] = jobs.values())
      await make(next).catch(told)
  }

  return {
    limits,
    reasons,
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
      const wasActive = await end(id, { state: 'cancelled' })
      jobs.get(id)?.stop.abort()
      return wasActive
    },
    async close() {
      closed = true
      for (const [id, { stop }] of jobs) {
        await end(id, { state: 'failed', failure: 'server-stopped' }).catch(told)
        stop.abort()
      }
      await working
    },
  }
}

const told = (error: unknown): void => log.error({ err: error }, 'a plan could not go on')

function remember(reasons: Map<string, readonly PlanReason[]>, id: string, of: readonly PlanReason[]): void {
  reasons.set(id, of)
  const [oldest] = reasons.keys()
  if (reasons.size > REMEMBERED && oldest !== undefined) reasons.delete(oldest)
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

function endingOf(asked: Asked, outcome: PlanOutcome, seconds: number): PlanPatch {
  if (outcome.kind === 'cancelled') return { state: 'cancelled' }
  if (outcome.kind === 'unproven') return { state: 'failed', failure: outcome.reason satisfies PlanFailure }
  return { state: 'done', row: JSON.stringify(keptOf(asked, outcome.plan, seconds)) }
}

type Planned = Extract<PlanOutcome, { kind: 'planned' }>['plan']

function keptOf(
  { id, bed, input, offers, whatIf, earlier, newId }: Asked,
  plan: Planned,
  seconds: number,
): KeptPlan {
  const { requests, ...ground } = input
  const sentTo = new Map(earlier?.assignments.map(({ request, hospital }) => [request, hospital]))
  return {
    id,
    bed,
    ground,
    offers,
    requests: requests.map(withoutNeeds),
    whatIf,
    objective: plan.objective,
    deviationBefore: planObjective(input, []).deviation,
    assignments: plan.assignments.map(({ request, hospital }) => ({
      request,
      hospital,
      was: sentTo.get(request) ?? null,
      offer: newId(),
    })),
    earlier: earlier === null ? null : { id: earlier.id, at: earlier.at },
    seconds: Math.round(seconds * 100) / 100,
  }
}

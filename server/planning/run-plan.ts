// One plan being made: its thread, what is told of it on the way, and how it ends. Called by plan-jobs.
import type { Bed } from '#shared/terms.ts'
import type { WhatIf } from '#shared/matching/plan-facts.ts'
import type { Assignment, PlanInput } from '#shared/matching/plan.ts'
import { planObjective } from '#shared/matching/plan-objective.ts'
import type { PlanReason } from '#shared/matching/plan-rows.ts'
import type { PlanFailure } from '#shared/wire/plans.ts'
import { log } from '#server/log.ts'
import { type PlanOutcome, solvePlan } from '#server/plan/solve-plan.ts'
import { changePlan, type PlanPatch } from '#server/store/plans.ts'
import type { Db } from '#server/store/store.ts'
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

export type Job = { asked: Asked; stop: AbortController }
export type PlanReasons = Map<string, readonly PlanReason[]>
type Deps = { db: Db; at: () => string; limits: { seconds: number }; reasons: PlanReasons }

/** Explanations that are kept in memory. */
const REMEMBERED = 12

export const endPlan = (
  { db, at }: Pick<Deps, 'db' | 'at'>,
  id: string,
  patch: PlanPatch,
): Promise<boolean> => changePlan(db, id, { ...patch, active: 0, ended: at() })

/** Another server may have been told to take it back: then it stops. */
export async function showLife(
  { db, at }: Pick<Deps, 'db' | 'at'>,
  { asked, stop }: Job,
  patch: PlanPatch = {},
): Promise<void> {
  if (!(await changePlan(db, asked.id, { ...patch, beat: at() }))) stop.abort()
}

/** Rejects when the database is away: its row then says nothing more, and counts as lost. */
export async function runPlan(deps: Deps, { asked, stop }: Job): Promise<void> {
  const { db, at, limits, reasons } = deps
  const { id, input, earlier } = asked
  // What is told of it goes to the table in order, and is there before its end.
  let telling: Promise<unknown> = Promise.resolve()
  const tell = (patch: PlanPatch) => {
    telling = telling.then(() => showLife(deps, { asked, stop }, patch)).catch(told)
  }
  if (!(await changePlan(db, id, { state: 'running', started: at(), beat: at() }))) return
  const began = performance.now()
  const outcome = await solvePlan(input, {
    limitSeconds: limits.seconds,
    signal: stop.signal,
    earlier: earlier?.assignments ?? [],
    onStage: (stage) => tell({ stage }),
  })
  await telling
  if (outcome.kind === 'planned') remember(reasons, id, outcome.reasons)
  if (outcome.kind === 'unproven') log.warn({ plan: id, reason: outcome.reason }, 'no plan was proven')
  await endPlan(deps, id, endingOf(asked, outcome, (performance.now() - began) / 1000))
}

export const told = (error: unknown): void => log.error({ err: error }, 'a plan could not go on')

function remember(reasons: PlanReasons, id: string, of: readonly PlanReason[]): void {
  reasons.set(id, of)
  const [oldest] = reasons.keys()
  if (reasons.size > REMEMBERED && oldest !== undefined) reasons.delete(oldest)
}

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

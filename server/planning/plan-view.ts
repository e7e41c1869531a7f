// Plans as they are told: how one goes, what one achieved, and its rows for a person who may see their transfers.
// Called by the plan's routes.
import { keysOf, sharesKey, transferAudience } from '#shared/access/audience.ts'
import { withoutLapsed } from '#shared/access/emergency.ts'
import type { Person } from '#shared/access/parties.ts'
import { eligibilityIn } from '#shared/matching/decide-offer.ts'
import type { WhatIf } from '#shared/matching/plan-facts.ts'
import { PLAN_CHANGES, planChange } from '#shared/matching/plan-change.ts'
import { planFigures, planShareRows } from '#shared/matching/plan-figures.ts'
import type { PlanReason } from '#shared/matching/plan-rows.ts'
import type { Bed } from '#shared/terms.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { PlanFailure, PlanJob, PlanRow, PlanStage, PlanState, PlanView } from '#shared/wire/plans.ts'
import { explainKept } from '#server/plan/solve-plan.ts'
import type { PlanLine } from '#server/store/plans.ts'
import type { Db } from '#server/store/store.ts'
import { privatesOf, transfersById } from '#server/store/transfers.ts'
import { inputOf, type KeptPlan } from './kept-plan.ts'
import type { PlanJobs } from './plan-jobs.ts'

export const jobOf = (line: PlanLine, active: readonly PlanLine[]): PlanJob => ({
  id: line.id,
  bed: line.bed as Bed,
  state: line.state as PlanState,
  stage: line.stage as PlanStage | null,
  ahead: Math.max(
    0,
    active.findIndex(({ id }) => id === line.id),
  ),
  asked: line.asked,
  started: line.started,
  ended: line.ended,
  limitSeconds: line.limit_seconds,
  failure: line.failure as PlanFailure | null,
  whatIf: line.what_if === null ? null : (JSON.parse(line.what_if) as WhatIf),
})

export const keptOf = (line: PlanLine | null): KeptPlan | null =>
  line === null || line.row === null ? null : (JSON.parse(line.row) as KeptPlan)

export function planView(kept: KeptPlan): PlanView {
  const { id, bed, ground, offers, requests, assignments, objective, whatIf, seconds, earlier } = kept
  const input = inputOf(kept, () => null)
  const changes = assignments.map(({ was, hospital }) => planChange(was, hospital))
  return {
    id,
    bed,
    figures: planFigures(ground, bed, offers),
    whatIf,
    requests: requests.length,
    urgent: requests.filter(({ kind }) => kind === 'urgent').length,
    objective,
    deviationBefore: kept.deviationBefore,
    shares: planShareRows(input, assignments),
    seconds,
    optimal: true,
    earlier,
    changes: Object.fromEntries(
      PLAN_CHANGES.map((change) => [change, changes.filter((one) => one === change).length]),
    ) as PlanView['changes'],
  }
}

/** Explained anew where this server did not make it: by the needs as they are known now. */
export async function reasonsOf(db: Db, jobs: PlanJobs, kept: KeptPlan): Promise<readonly PlanReason[]> {
  const known = jobs.reasons.get(kept.id)
  if (known !== undefined) return known
  const privates = await privatesOf(
    db,
    kept.requests.map(({ id }) => id),
  )
  const input = inputOf(kept, (id) => privates.get(id)?.clinical ?? null)
  const reasons = await explainKept(input, kept.assignments)
  jobs.reasons.set(kept.id, reasons)
  return reasons
}

export type RowsFound = { rows: PlanRow[]; transfers: Transfer[]; next: number | null }

const PAGE = 100

/** From the `after`th on. What this person may not know of any more is left out. */
export async function planRows(
  db: Db,
  kept: KeptPlan,
  reasons: readonly PlanReason[],
  { person, after, now }: { person: Person; after: number; now: string },
): Promise<RowsFound> {
  const page = kept.assignments.slice(after, after + PAGE)
  const ids = page.map(({ request }) => request)
  const keys = keysOf(person)
  const transfers = await transfersById(db, ids)
  const privates = await privatesOf(db, ids)
  const found: RowsFound = {
    rows: [],
    transfers: [],
    next: kept.assignments.length > after + PAGE ? after + PAGE : null,
  }
  page.forEach(({ request: id, was, offer }, at) => {
    const stored = transfers.get(id)
    const transfer = stored && withoutLapsed(stored, now)
    const reason = reasons[after + at]
    if (transfer === undefined || reason === undefined) return
    if (!sharesKey(keys, transferAudience(transfer))) return
    const clinical = privates.get(id)?.clinical ?? null
    const { notMet, missing } =
      clinical === null ? { notMet: [], missing: [] } : eligibilityIn(kept.ground.phase, transfer, clinical)
    const { request: _, ...why } = reason
    found.transfers.push(transfer)
    found.rows.push({
      ...why,
      transfer: id,
      code: transfer.code,
      from: transfer.from,
      kind: transfer.kind,
      offer,
      was,
      change: planChange(was, why.hospital),
      unmet: [...notMet, ...missing],
    })
  })
  return found
}

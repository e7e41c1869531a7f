// The day's plan over the wire: what one asks, how the work goes, what it gave. Filled by server/http/plans.ts, read by
// web/state/plans.ts. For the LCPS.
import * as z from 'zod/mini'
import type { PlanChange } from '#shared/matching/plan-change.ts'
import type { PlanObjective } from '#shared/matching/plan.ts'
import type { WhatIf } from '#shared/matching/plan-facts.ts'
import type { PlanReason } from '#shared/matching/plan-rows.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { groups } from '#shared/reference/regions.ts'
import { BEDS, type Bed, type Kind, PHASES, type Phase } from '#shared/terms.ts'

const known = (id: string): boolean => hospital(id) !== undefined
const isGroup = (id: string): boolean => groups.some((group) => group.id === id)

/** Staffed beds more or fewer, at most. */
export const WHAT_IF_BEDS = 50
const wish = z.strictObject({
  hospital: z.string().check(z.maxLength(80), z.refine(known)),
  change: z.optional(z.int().check(z.minimum(-WHAT_IF_BEDS), z.maximum(WHAT_IF_BEDS))),
  intakeStop: z.optional(z.boolean()),
})

export const whatIfField: z.ZodMiniType<WhatIf> = z.strictObject({
  phase: z.optional(z.enum(PHASES)),
  exempt: z.optional(z.array(z.string().check(z.maxLength(40), z.refine(isGroup))).check(z.maxLength(20))),
  beds: z.optional(z.array(wish).check(z.maxLength(100))),
})

/** POST /api/plans. With `whatIf` nothing is kept as the day's plan. */
export const newPlan = z.strictObject({ bed: z.enum(BEDS), whatIf: z.optional(whatIfField) })

export const PLAN_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type PlanState = (typeof PLAN_STATES)[number]
export const PLAN_STAGES = ['matching', 'placing', 'sharing', 'checking'] as const
export type PlanStage = (typeof PLAN_STAGES)[number]
export const PLAN_FAILURES = [
  'time-limit',
  'solver-stopped',
  'answer-wrong',
  'thread-failed',
  /** The server ended, or was ended, while it planned. */
  'server-stopped',
] as const
export type PlanFailure = (typeof PLAN_FAILURES)[number]

/** How the work on one plan goes. */
export type PlanJob = {
  id: string
  bed: Bed
  state: PlanState
  stage: PlanStage | null
  /** How many go before it. */
  ahead: number
  asked: string
  started: string | null
  ended: string | null
  limitSeconds: number
  failure: PlanFailure | null
  whatIf: WhatIf | null
}

/** One group's share, in patients: R7's exact one, and how many there are before and after the moves. */
export type PlanShare = { group: string; exact: number; before: number; after: number }

/** The figures that a plan rests on. */
export type PlanFigures = {
  /** The moment they were read at. */
  at: string
  phase: Phase
  exempt: string[]
  hospitals: number
  free: number
  freeInclBoss: number
  stopped: number
  /** Offers that wait for an answer: their beds are counted as given. */
  offers: number
  /** How many reports are old, and too old to count on. */
  stale: number
  expired: number
  oldest: string | null
}

export type PlanView = {
  id: string
  bed: Bed
  figures: PlanFigures
  whatIf: WhatIf | null
  requests: number
  urgent: number
  objective: PlanObjective
  /** Patients away from the shares before any move. */
  deviationBefore: number
  shares: PlanShare[]
  seconds: number
  optimal: true
  /** The plan it is compared with. */
  earlier: { id: string; at: string } | null
  changes: Record<PlanChange, number>
}

/** One request's row. Those that this person may not know of any more are left out. */
export type PlanRow = Omit<PlanReason, 'request'> & {
  transfer: string
  code: string
  from: string
  kind: Kind
  /** The reservation's id that an offer by this plan gets: one plan offers a patient once. */
  offer: string
  was: string | null
  change: PlanChange
  /** R3: what is not met or missing; an offer then asks for a reason of its own. */
  unmet: string[]
}

/** GET /api/plans/{id}/rows: a page of at most 100. */
export type PlanRows = { rows: PlanRow[]; next: number | null }

/** GET /api/plans?bed=: what is there to plan, the last proven plan, and what is being worked on. */
export type PlanDesk = {
  bed: Bed
  figures: PlanFigures
  requests: number
  urgent: number
  /** Patients away from the shares now. */
  deviation: number
  last: PlanView | null
  /** Of this level, by anybody: being worked on now. */
  jobs: PlanJob[]
}

/** GET /api/plans/{id}. */
export type PlanAnswer = { job: PlanJob; plan: PlanView | null }

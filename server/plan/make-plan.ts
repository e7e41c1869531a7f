// R9 on this thread: from input to a plan that is proven the best and checked. Called by the rules command and by the
// worker; a server's request goes through solve-plan, which keeps the main thread free.
import type { Assignment, Plan, PlanInput } from '#shared/matching/plan.ts'
import { planFaults } from '#shared/matching/plan-check.ts'
import { planModel } from '#shared/matching/plan-model.ts'
import { planObjective } from '#shared/matching/plan-objective.ts'
import { assignmentsOf } from './flow.ts'
import { keepEarlier } from './keep-earlier.ts'
import { linearSolver } from './linear-solver.ts'
import { type PlanStage as SolveStage, solveModel } from './solve-model.ts'
import { Unproven } from './unproven.ts'

export type PlanStage = 'matching' | SolveStage | 'checking'

export type MakePlanOptions = {
  /** Gives up without a plan after so long; none: takes what it takes. */
  limitSeconds?: number
  onStage?: (stage: PlanStage) => void
  /** What was planned before: of the best plans one that moves few of these. */
  earlier?: readonly Assignment[]
  /** What finds the flows; their plan is checked whoever found them. */
  solve?: typeof solveModel
}

/** Throws Unproven when no plan could be proven the best, and a RangeError on an origin that is no hospital. */
export async function makePlan(input: PlanInput, options: MakePlanOptions = {}): Promise<Plan> {
  const { limitSeconds = Number.POSITIVE_INFINITY, onStage = () => undefined } = options
  const { earlier = [], solve = solveModel } = options
  const started = performance.now()
  const secondsLeft = () => limitSeconds - (performance.now() - started) / 1000
  onStage('matching')
  const model = planModel(input)
  const flows = await solve(model, { linearSolver: () => linearSolver(secondsLeft), onStage })
  onStage('checking')
  const first = assignmentsOf(input, model, flows)
  const assignments = earlier.length === 0 ? first : keepEarlier(input, { model, flows, first }, earlier)
  const plan: Plan = { objective: planObjective(input, assignments), assignments, optimal: true }
  const [fault] = planFaults(input, plan)
  if (fault) throw new Unproven('answer-wrong', JSON.stringify(fault))
  return plan
}

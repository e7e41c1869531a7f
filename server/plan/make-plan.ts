// R9 on this thread: from input to a plan that is proven the best and checked. Called by the rules command and by the
// worker; a server's request goes through solve-plan, which keeps the main thread free.
import type { Assignment, Plan, PlanInput } from '#shared/matching/plan.ts'
import { planFaults } from '#shared/matching/plan-check.ts'
import { type PlanModel, planModel } from '#shared/matching/plan-model.ts'
import { planObjective } from '#shared/matching/plan-objective.ts'
import type { Flow } from './flow.ts'
import { linearSolver } from './linear-solver.ts'
import { type PlanStage as SolveStage, solveModel } from './solve-model.ts'
import { Unproven } from './unproven.ts'

export type PlanStage = 'matching' | SolveStage | 'checking'

export type MakePlanOptions = {
  /** Gives up without a plan after so long; none: takes what it takes. */
  limitSeconds?: number
  onStage?: (stage: PlanStage) => void
}

/** Throws Unproven when no plan could be proven the best, and a RangeError on an origin that is no hospital. */
export async function makePlan(input: PlanInput, options: MakePlanOptions = {}): Promise<Plan> {
  const { limitSeconds = Number.POSITIVE_INFINITY, onStage = () => undefined } = options
  const started = performance.now()
  const secondsLeft = () => limitSeconds - (performance.now() - started) / 1000
  onStage('matching')
  const model = planModel(input)
  const flows = await solveModel(model, { linearSolver: () => linearSolver(secondsLeft), onStage })
  onStage('checking')
  const assignments = assignmentsOf(input, model, flows)
  const plan: Plan = { objective: planObjective(input, assignments), assignments, optimal: true }
  const [fault] = planFaults(input, plan)
  if (fault) throw new Unproven('answer-wrong', JSON.stringify(fault))
  return plan
}

/** Requests of a class are alike: the first ones take the first options. */
function assignmentsOf(input: PlanInput, model: PlanModel, flows: readonly Flow[]): Assignment[] {
  const goesTo = new Map<number, string>()
  const waiting = model.classes.map(({ requests }) => [...requests])
  for (const { class: index, option, patients } of flows) {
    const hospital = model.hospitals[model.classes[index]?.options[option]?.hospital ?? -1]
    for (const request of waiting[index]?.splice(0, patients) ?? [])
      if (hospital) goesTo.set(request, hospital.id)
  }
  return input.requests.map(({ id }, index) => ({ request: id, hospital: goesTo.get(index) ?? null }))
}

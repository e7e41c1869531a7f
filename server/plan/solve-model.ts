// The best plan for a model, by the way that proves it: as a network where it is one, else as a linear program.
// Called by make-plan.
import type { PlanModel } from '#shared/matching/plan-model.ts'
import { isNetwork, placeWithoutShares, solveAsNetwork } from './as-network.ts'
import { type Flow, placingOf } from './flow.ts'
import type { LinearSolver } from './linear-solver.ts'
import { solveProgram } from './solve-program.ts'
import { Unproven } from './unproven.ts'

export type PlanStage = 'placing' | 'sharing'

export type SolveSteps = {
  /** Loaded only where the model is no network. */
  linearSolver: () => Promise<LinearSolver>
  onStage: (stage: PlanStage) => void
}

/** Throws Unproven where the linear solver gives no proof. */
export async function solveModel(model: PlanModel, steps: SolveSteps): Promise<Flow[]> {
  steps.onStage('placing')
  if (isNetwork(model)) return solveAsNetwork(model)
  const placing = placingOf(model, placeWithoutShares(model))
  steps.onStage('sharing')
  const flows = solveProgram(await steps.linearSolver(), model, placing)
  const placed = placingOf(model, flows)
  if (placed.urgent !== placing.urgent || placed.planned !== placing.planned) {
    throw new Unproven('answer-wrong', `${JSON.stringify(placed)} placed, not ${JSON.stringify(placing)}`)
  }
  return flows
}

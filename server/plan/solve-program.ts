// The plan where it is no network: the least deviation, then the least distance, with the linear solver.
// Called by solve-model; docs/decisions/020-plan-solver.md has the reasoning.
import type { PlanModel } from '#shared/matching/plan-model.ts'
import { type Program, programOf } from './as-program.ts'
import { deviationOf, type Flow, type Placing } from './flow.ts'
import type { LeastInFractions, LinearSolver } from './linear-solver.ts'
import { Unproven } from './unproven.ts'

/** How many kilometres a patient of deviation weighs at most; beyond it, figures lose the metres. */
const HEAVIEST = 1e6
/** How near the fractions' optimum the moves are among which the whole plan is first sought. */
const FIRST_MARGIN = { kilometres: 5, patients: 0.01 }
/** Cost: what rounding in the solver may blur. */
const BLUR = 1e-5

/** Exactly `placing` placed; the least deviation of all such plans, and the least distance of those. */
export function solveProgram(
  solver: LinearSolver,
  model: PlanModel,
  placing: Placing,
  heaviest: number = HEAVIEST,
): Flow[] {
  const program = programOf(model, placing)
  const weight = Math.min(heaviest, weightThatSettles(program, model, placing))
  const weighed = Float64Array.from(
    program.deviation,
    (each, at) => weight * each + (program.kilometres[at] ?? 0),
  )
  const deviation = Float64Array.from(program.deviation)
  const [byWeight, byDeviation] = solver.inFractions(program, [weighed, deviation])
  if (byWeight === undefined || byDeviation === undefined) return []

  const plan = flowsIn(model, wholeOf(solver, program, weighed, byWeight, FIRST_MARGIN.kilometres))
  const reached = deviationOf(model, plan)
  // Deviations are whole units: none lies between the bound in fractions and the next unit.
  const bound = Math.ceil(model.unit * (byDeviation.cost + program.deviationBase) - 0.01)
  // The least weighed cost, at the least deviation there can be: no plan of that deviation is shorter.
  if (reached <= bound) return plan
  const fairest = deviationOf(
    model,
    flowsIn(model, wholeOf(solver, program, deviation, byDeviation, FIRST_MARGIN.patients)),
  )
  if (reached <= fairest) return plan
  return shortest(solver, model, placing, fairest)
}

/** So heavy that no distance saved is worth the smallest step of deviation. */
function weightThatSettles(program: Program, model: PlanModel, placing: Placing): number {
  const farthest = program.kilometres.reduce((most, km) => Math.max(most, km), 1)
  return model.unit * (placing.urgent + placing.planned + 1) * farthest
}

/** The shortest of the plans that deviate no more than so many units. */
function shortest(solver: LinearSolver, model: PlanModel, placing: Placing, units: number): Flow[] {
  const program = programOf(model, placing, (units + 0.4) / model.unit)
  const kilometres = Float64Array.from(program.kilometres)
  const [inFractions] = solver.inFractions(program, [kilometres])
  return inFractions
    ? flowsIn(model, wholeOf(solver, program, kilometres, inFractions, FIRST_MARGIN.kilometres))
    : []
}

/**
 * The least cost in whole patients. Where the fractions' optimum is whole it is that; else it is sought among the moves
 * whose reduced cost is within a margin. What is found there is the best of all when it costs no more than the margin
 * above the fractions, since one move outside would already cost more.
 */
function wholeOf(
  solver: LinearSolver,
  program: Program,
  cost: Float64Array,
  bound: LeastInFractions,
  firstMargin: number,
): Float64Array {
  if (isWhole(bound.columns.subarray(0, program.moves))) return bound.columns
  for (let margin = firstMargin; ; ) {
    const within = (move: number) =>
      (bound.reducedCosts[move] ?? 0) <= margin || (bound.columns[move] ?? 0) > BLUR
    const found = solver.inWhole(program, cost, within)
    const gap = found === null ? Number.POSITIVE_INFINITY : found.cost - bound.cost
    if (found !== null && gap <= margin) return found.columns
    if (margin === Number.POSITIVE_INFINITY) throw new Unproven('solver-stopped', 'no plan in whole patients')
    margin = gap + BLUR
  }
}

const isWhole = (values: Float64Array): boolean =>
  values.every((value) => Math.abs(value - Math.round(value)) < 1e-6)

function flowsIn(model: PlanModel, columns: Float64Array): Flow[] {
  const flows: Flow[] = []
  let column = 0
  model.classes.forEach(({ options }, index) => {
    for (let option = 0; option < options.length; option++) {
      const patients = Math.round(columns[column++] ?? 0)
      if (patients > 0) flows.push({ class: index, option, patients })
    }
  })
  return flows
}

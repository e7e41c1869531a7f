// The plan where it is no network: the least deviation, then the least distance, with the linear solver.
// Called by solve-model; docs/decisions/009-plan-solver.md has the reasoning.
import type { PlanModel } from '#shared/matching/plan-model.ts'
import { type Program, programOf } from './as-program.ts'
import { deviationOf, type Flow, type Placing } from './flow.ts'
import type { LinearSolver } from './linear-solver.ts'
import { Unproven } from './unproven.ts'

/** Where the search starts; any numbers lead to the same plan, these soon. */
export type Tuning = {
  /** How many kilometres a patient of deviation weighs at most; far beyond 1e6, figures lose the metres. */
  heaviest: number
  /** How near the fractions' optimum the moves are among which the whole plan is first sought, by what is sought. */
  margin: { kilometres: number; patients: number }
}

const TUNING: Tuning = { heaviest: 1e6, margin: { kilometres: 25, patients: 0.01 } }
/** What rounding in the solver may blur, in units of deviation and in kilometres. */
const BLUR = { units: 0.01, kilometres: 1e-5 }

/** Exactly `placing` placed; the least deviation of all such plans, and the least distance of those. */
export function solveProgram(
  solver: LinearSolver,
  model: PlanModel,
  placing: Placing,
  tuning: Tuning = TUNING,
): Flow[] {
  if (model.classes.length === 0) return []
  const program = programOf(model, placing)
  const weight = Math.min(tuning.heaviest, weightThatSettles(program, model, placing))
  const deviation = Float64Array.from(program.deviation)
  const weighed = deviation.map((each, at) => weight * each + (program.kilometres[at] ?? 0))
  const [byWeight, byDeviation] = solver.inFractions(program, [weighed, deviation])
  if (!byWeight || !byDeviation) throw new Unproven('solver-stopped', 'no plan at all, where one is known')
  // A plan in whole patients deviates by whole units: the bound in fractions is raised to the next one.
  const bound = Math.ceil(model.unit * (byDeviation.cost + program.deviationBase) - BLUR.units)

  if (isWhole(byWeight.columns.subarray(0, program.moves))) {
    const plan = flowsIn(model, byWeight.columns)
    // No plan weighs less, and none deviates less: so none of this deviation is shorter.
    if (deviationOf(model, plan) <= bound) return plan
  }
  const atBound = shortest(solver, model, placing, bound, tuning)
  if (atBound !== null) return atBound
  const fairest = wholeOf(solver, program, deviation, tuning.margin.patients)
  const least = fairest && deviationOf(model, flowsIn(model, fairest))
  const plan = least === null ? null : shortest(solver, model, placing, least, tuning)
  if (plan === null) throw new Unproven('solver-stopped', 'no plan in whole patients, where one is known')
  return plan
}

/** So heavy that no distance saved is worth the smallest step of deviation. */
function weightThatSettles(program: Program, model: PlanModel, placing: Placing): number {
  const farthest = program.kilometres.reduce((most, km) => Math.max(most, km), 1)
  return model.unit * (placing.urgent + placing.planned + 1) * farthest
}

/** The shortest of the plans that deviate by no more than so many units; null: there are none. */
function shortest(
  solver: LinearSolver,
  model: PlanModel,
  placing: Placing,
  units: number,
  tuning: Tuning,
): Flow[] | null {
  const program = programOf(model, placing, (units + BLUR.units) / model.unit)
  const columns = wholeOf(solver, program, Float64Array.from(program.kilometres), tuning.margin.kilometres)
  return columns && flowsIn(model, columns)
}

/**
 * The least cost in whole patients; null: nothing fits. Where the optimum in fractions is whole, it is that. Else it is
 * sought among the moves whose reduced cost is within a margin: what is found there is the best of all if it costs no
 * more than the margin above the fractions, since any move left out would cost more than that.
 */
function wholeOf(
  solver: LinearSolver,
  program: Program,
  cost: Float64Array,
  firstMargin: number,
): Float64Array | null {
  const [bound] = solver.inFractions(program, [cost])
  if (!bound) return null
  if (isWhole(bound.columns.subarray(0, program.moves))) return bound.columns
  let margin = firstMargin
  for (;;) {
    const found = solver.inWhole(program, cost, (move) => (bound.reducedCosts[move] ?? 0) <= margin)
    const gap = found === null ? Number.POSITIVE_INFINITY : found.cost - bound.cost
    if (found !== null && gap <= margin) return found.columns
    if (margin === Number.POSITIVE_INFINITY) return null
    margin = gap + BLUR.kilometres
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

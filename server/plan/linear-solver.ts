// The linear solver HiGHS (WebAssembly) as the plan needs it: the least cost of a program, in fractions of patients or
// in whole patients, both proven. Called by solve-program. It blocks its thread while it solves.
import loadHighs, { type Highs, type Model, type ModelData } from 'highs'
import type { Program } from './as-program.ts'
import { Unproven } from './unproven.ts'

export type Least = {
  cost: number
  /** Value per column. */
  columns: Float64Array
}

/** The whole costs at least `cost` plus a column's reduced cost as soon as that column holds one. */
export type LeastInFractions = Least & { reducedCosts: Float64Array }

export type LinearSolver = {
  /** The least of each cost in turn, each from the answer before; null: nothing fits. Throws Unproven without a proof. */
  inFractions(program: Program, costs: readonly Float64Array[]): (LeastInFractions | null)[]
  /** With only the moves that `kept` names; null: none of those plans fits. Throws Unproven without a proof. */
  inWhole(program: Program, cost: Float64Array, kept: (move: number) => boolean): Least | null
}

/**
 * No gap is allowed. Presolve is off: with it, HiGHS 1.15 gave answers to programs like ours that it had to reject
 * itself afterwards, and it is no faster.
 */
const OPTIONS = { output_flag: false, presolve: 'off', mip_rel_gap: 0, mip_abs_gap: 1e-6 }

/** The solver wants a number where there is no limit. */
const LONGEST_SECONDS = 1e6

let loaded: Promise<Highs> | null = null

/** `secondsLeft` is asked before each run. */
export async function linearSolver(secondsLeft: () => number): Promise<LinearSolver> {
  loaded ??= loadHighs()
  const highs = await loaded
  const withModel = <Result>(data: ModelData, use: (model: Model) => Result): Result =>
    orUnproven(() => highs.withModel(data, (model) => use(model)))
  return {
    inFractions: (program, costs) =>
      withModel(modelData(program, program.upper), (model) =>
        costs.map((cost) => {
          model.changeColsCost({ kind: 'range', from: 0, to: program.columns - 1 }, cost)
          if (!foundOptimum(highs, model, secondsLeft())) return null
          const { colValue, colDual } = model.getSolution()
          return { cost: model.getObjectiveValue(), columns: colValue, reducedCosts: colDual }
        }),
      ),
    inWhole: (program, cost, kept) => {
      const upper = program.upper.map((most, at) => (at < program.moves && !kept(at) ? 0 : most))
      const integrality = new Int32Array(program.columns).fill(highs.constants.variableType.integer)
      return withModel({ ...modelData(program, upper), colCost: cost, integrality }, (model) =>
        foundOptimum(highs, model, secondsLeft())
          ? { cost: model.getObjectiveValue(), columns: model.getSolution().colValue }
          : null,
      )
    },
  }
}

function modelData(program: Program, upper: readonly number[]): ModelData {
  return {
    numCols: program.columns,
    numRows: program.rows,
    colCost: new Float64Array(program.columns),
    colLower: new Float64Array(program.columns),
    colUpper: Float64Array.from(upper),
    rowLower: Float64Array.from(program.rowLower),
    rowUpper: Float64Array.from(program.rowUpper),
    matrix: {
      format: 'csc',
      numCols: program.columns,
      numRows: program.rows,
      starts: Int32Array.from(program.starts),
      indices: Int32Array.from(program.rowOf),
      values: Float64Array.from(program.factor),
    },
  }
}

/** False: proven that nothing fits. */
function foundOptimum(highs: Highs, model: Model, seconds: number): boolean {
  if (seconds <= 0) throw new Unproven('time-limit', 'before the solver began')
  const { modelStatus } = highs.constants
  model.zeroAllClocks()
  model.options.set({ ...OPTIONS, time_limit: Math.min(seconds, LONGEST_SECONDS) })
  const ended = model.run().modelStatus
  if (ended === modelStatus.optimal) return true
  if (ended === modelStatus.infeasible) return false
  if (ended === modelStatus.timeLimit) throw new Unproven('time-limit', 'in the solver')
  throw new Unproven('solver-stopped', `HiGHS model status ${ended}`)
}

/** What fails inside the solver is no proof either; a WebAssembly instance that failed is not asked again. */
function orUnproven<Result>(solve: () => Result): Result {
  try {
    return solve()
  } catch (fault) {
    if (fault instanceof Unproven) throw fault
    loaded = null
    throw new Unproven('solver-stopped', String(fault))
  }
}

// The choice among known routes, with HiGHS: in fractions, for the prices of rides and vehicles; and whole, for the
// filling itself. Each ride at most once, per class of vehicles a route each. Called by fill-search only.
import type { Highs, ModelData } from 'highs'
import type { FillInput, FillRoute } from '#shared/transport/fill.ts'
import { Unproven } from './unproven.ts'

/** Routes, by the first vehicle of their class; `classes`: their members. */
export type Choices = { input: FillInput; classes: readonly number[][]; routes: readonly FillRoute[] }
export type Prices = {
  cost: number
  rides: Float64Array
  vehicles: Float64Array
  /** Per route: how much of it is driven in fractions, and what it costs more than its place is worth. */
  driven: Float64Array
  beyond: Float64Array
}

/** The least cost in fractions of routes, and what one ride and one vehicle more are worth then. */
export function pricesOf(highs: Highs, choices: Choices): Prices {
  return highs.withModel(dataOf(choices), (model) => {
    model.options.set({ output_flag: false })
    const { modelStatus } = model.run()
    if (modelStatus !== highs.constants.modelStatus.optimal)
      throw new Unproven('solver-stopped', `HiGHS model status ${modelStatus}`)
    const { rowDual, colValue, colDual } = model.getSolution()
    const rides = choices.input.rides.length
    return {
      cost: model.getObjectiveValue(),
      rides: rowDual.slice(0, rides),
      vehicles: rowDual.slice(rides, rides + choices.classes.length),
      driven: colValue,
      beyond: colDual,
    }
  })
}

/** The best whole choice among these routes; null: none in so many seconds. */
export function choose(highs: Highs, choices: Choices, seconds: number): FillRoute[] | null {
  const { routes } = choices
  const integrality = new Int32Array(routes.length).fill(highs.constants.variableType.integer)
  return highs.withModel({ ...dataOf(choices), integrality }, (model) => {
    model.zeroAllClocks()
    model.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: 1e-3,
      time_limit: Math.max(0.05, seconds),
    })
    const { modelStatus } = model.run()
    const { optimal, timeLimit } = highs.constants.modelStatus
    if (modelStatus !== optimal && modelStatus !== timeLimit) return null
    const { colValue } = model.getSolution()
    return routes.filter((_, at) => (colValue[at] ?? 0) > 0.5)
  })
}

/** A whole choice in no time: what is driven most in fractions first, each that still fits. */
export function rounded({ input, classes, routes }: Choices, driven: Float64Array): FillRoute[] {
  const rides = new Uint8Array(input.rides.length)
  const left = new Map(classes.map((members) => [members[0], members.length]))
  const order = routes
    .map((route, at) => ({ route, share: driven[at] ?? 0 }))
    .sort((a, b) => b.share - a.share || a.route.cost - b.route.cost)
  const chosen: FillRoute[] = []
  for (const { route } of order) {
    const free = left.get(route.vehicle) ?? 0
    if (free === 0 || route.legs.some(({ ride }) => rides[ride] === 1)) continue
    left.set(route.vehicle, free - 1)
    for (const { ride } of route.legs) rides[ride] = 1
    chosen.push(route)
  }
  return chosen
}

function dataOf({ input, classes, routes }: Choices): ModelData {
  const rides = input.rides.length
  const rows = rides + classes.length
  const rowOf = new Map(classes.map(([first], at) => [first, rides + at]))
  const starts = [0]
  const indices: number[] = []
  for (const { vehicle, legs } of routes) {
    indices.push(...legs.map(({ ride }) => ride), rowOf.get(vehicle) ?? rides)
    starts.push(indices.length)
  }
  return {
    numCols: routes.length,
    numRows: rows,
    colCost: Float64Array.from(routes, ({ cost }) => cost),
    colLower: new Float64Array(routes.length),
    // The rows bound them: a bound of their own would take a part of the prices.
    colUpper: new Float64Array(routes.length).fill(Number.POSITIVE_INFINITY),
    rowLower: new Float64Array(rows).fill(Number.NEGATIVE_INFINITY),
    rowUpper: Float64Array.from({ length: rows }, (_, at) => classes[at - rides]?.length ?? 1),
    matrix: {
      format: 'csc',
      numCols: routes.length,
      numRows: rows,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: new Float64Array(indices.length).fill(1),
    },
  }
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanInput } from '#shared/matching/plan.ts'
import { type PlanModel, planModel } from '#shared/matching/plan-model.ts'
import { isNetwork, placeWithoutShares, solveAsNetwork } from '#server/plan/as-network.ts'
import { programOf } from '#server/plan/as-program.ts'
import { deviationOf, type Flow, placingOf } from '#server/plan/flow.ts'
import { type LinearSolver, linearSolver } from '#server/plan/linear-solver.ts'
import { solveProgram } from '#server/plan/solve-program.ts'
import { anyPlanInput } from '#test/support/plan-arbitraries.ts'
import { planningDay } from '#test/support/planning-day.ts'

const solver = await linearSolver(() => 60)

/** Few beds near the shares and many refusals: here, fractions of patients would do better than whole ones. */
const crossedDay = (seed: number): PlanInput =>
  planningDay({
    requests: 60,
    seed,
    bedsPerRequest: 0.7,
    declined: 0.9,
    present: 8,
    among: ['azo', 'nazb', 'nazl', 'nazw', 'tczw'],
  })

const usualMargin = { margin: { kilometres: 25, patients: 0.01 } }

const placingFor = (model: PlanModel) => placingOf(model, placeWithoutShares(model))

const achieved = (model: PlanModel, flows: readonly Flow[]) => ({
  ...placingOf(model, flows),
  units: deviationOf(model, flows),
  millimetres: flows.reduce((sum, flow) => {
    const option = model.classes[flow.class]?.options[flow.option]
    return sum + flow.patients * (option?.millimetres ?? Number.NaN)
  }, 0),
})

/** The whole program in whole patients, one objective after the other, without any shortcut. */
function outright(model: PlanModel) {
  const placing = placingFor(model)
  const program = programOf(model, placing)
  const fairest = solver.inWhole(program, Float64Array.from(program.deviation), () => true)
  const units = Math.round(model.unit * ((fairest?.cost ?? Number.NaN) + program.deviationBase))
  const limited = programOf(model, placing, (units + 0.01) / model.unit)
  const shortest = solver.inWhole(limited, Float64Array.from(limited.kilometres), () => true)
  return { ...placing, units, kilometres: shortest?.cost ?? Number.NaN }
}

/** The solver, and which of its ways were taken: fractions (f), or whole patients (w, or – where nothing fitted). */
function followed(): { solver: LinearSolver; ways: () => string } {
  const ways: string[] = []
  const noted = <Answer>(way: string, answer: Answer): Answer => {
    ways.push(answer === null ? '-' : way)
    return answer
  }
  return {
    solver: {
      inFractions: (program, costs) => noted('f', solver.inFractions(program, costs)),
      inWhole: (program, cost, kept) => noted('w', solver.inWhole(program, cost, kept)),
    },
    ways: () => ways.join(''),
  }
}

describe('the two ways to a plan', () => {
  it('agree wherever the plan is a network', () => {
    const anyDay = fc.oneof(
      anyPlanInput(12).map((input): PlanInput => ({ ...input, phase: '3' })),
      anyPlanInput(12).map(
        (input): PlanInput => ({
          ...input,
          requests: input.requests.map((request) => ({ ...request, purpose: 'spreading' })),
        }),
      ),
    )
    fc.assert(
      fc.property(anyDay, (input) => {
        const model = planModel(input)
        expect(isNetwork(model)).toBe(true)
        const program = solveProgram(solver, model, placingFor(model))
        expect(achieved(model, program)).toEqual(achieved(model, solveAsNetwork(model)))
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    { phase: '3' as const, seed: 4 },
    { spreading: 1, seed: 5 },
    { spreading: 0, seed: 6 },
    { spreading: 1, seed: 7, bedsPerRequest: 0.5 },
  ])('agree on a day of the nation: %o', (day) => {
    const model = planModel(planningDay({ requests: 150, ...day }))
    const network = achieved(model, solveAsNetwork(model))
    expect(achieved(model, solveProgram(solver, model, placingFor(model)))).toEqual(network)
  })
})

describe('solveProgram', () => {
  it.each([14, 27, 38, 46, 51])(
    'finds the best in whole patients where fractions mislead: day %i',
    (seed) => {
      const model = planModel(crossedDay(seed))
      const { solver: watched, ways } = followed()
      const best = achieved(model, solveProgram(watched, model, placingFor(model)))
      // Not a day on which the fractions were whole by themselves.
      expect(ways()).toMatch(/w/)
      const { kilometres, ...counts } = outright(model)
      expect(best).toMatchObject(counts)
      expect(Math.abs(best.millimetres / 1e6 - kilometres)).toBeLessThan(0.001)
    },
  )

  it.each([14, 38, 46, 58, 249])(
    'finds it, too, when it first looks among far too few moves: day %i',
    (seed) => {
      const model = planModel(crossedDay(seed))
      const placing = placingFor(model)
      const usual = achieved(model, solveProgram(solver, model, placing))
      for (const narrow of [0, 1e-3, 3]) {
        const margin = { kilometres: narrow, patients: narrow }
        const plan = solveProgram(solver, model, placing, { heaviest: 1e6, margin })
        expect(achieved(model, plan)).toEqual(usual)
      }
    },
  )

  it('tells apart a bound that whole patients reach and one that they do not', () => {
    const waysOf = (seed: number): string => {
      const model = planModel(crossedDay(seed))
      const { solver: watched, ways } = followed()
      solveProgram(watched, model, placingFor(model))
      return ways()
    }
    expect(waysOf(46)).not.toMatch(/-/)
    expect(waysOf(14)).toMatch(/-/)
  })

  it('comes to the same when it first weighs distance far too heavily', () => {
    fc.assert(
      fc.property(anyPlanInput(12), (input) => {
        const model = planModel(input)
        const placing = placingFor(model)
        const usual = achieved(model, solveProgram(solver, model, placing))
        expect(
          achieved(model, solveProgram(solver, model, placing, { ...usualMargin, heaviest: 0.001 })),
        ).toEqual(usual)
      }),
      { numRuns: 300 },
    )
  })
})

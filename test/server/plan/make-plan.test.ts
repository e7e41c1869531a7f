import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainPlan } from '#shared/matching/explain-plan.ts'
import type { Plan, PlanInput, PlanObjective } from '#shared/matching/plan.ts'
import { planFaults } from '#shared/matching/plan-check.ts'
import { makePlan } from '#server/plan/make-plan.ts'
import { solveModel } from '#server/plan/solve-model.ts'
import { Unproven } from '#server/plan/unproven.ts'
import { bruteForceObjective } from '#test/support/brute-force-plan.ts'
import { planningDay } from '#test/support/planning-day.ts'
import { anyPlanInput } from '#test/support/plan-arbitraries.ts'

type Vector = { id: string; input: PlanInput; expected: Omit<Plan, 'optimal'> }
const vectors: Vector[] = JSON.parse(
  readFileSync(new URL('../../vectors/plan.json', import.meta.url), 'utf8'),
)

const TOLERANCE = 0.001

function expectEqualObjective(actual: PlanObjective, expected: PlanObjective): void {
  expect(actual.urgentPlaced).toBe(expected.urgentPlaced)
  expect(actual.placed).toBe(expected.placed)
  expect(Math.abs(actual.deviation - expected.deviation)).toBeLessThanOrEqual(TOLERANCE)
  expect(Math.abs(actual.distanceKm - expected.distanceKm)).toBeLessThanOrEqual(TOLERANCE)
}

describe('makePlan', () => {
  it.each(vectors)('$id', async ({ input, expected }) => {
    const plan = await makePlan(input)
    expectEqualObjective(plan.objective, expected.objective)
    expect(plan.optimal).toBe(true)
    expect(planFaults(input, plan)).toEqual([])
    // Any optimal assignment is right: the vector's own achieves the same and breaks nothing.
    expect(planFaults(input, { ...plan, assignments: expected.assignments })).toEqual([])
  })

  it('is beaten by no assignment there is, and breaks no hard rule', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlanInput(6), async (input) => {
        const plan = await makePlan(input)
        expect(planFaults(input, plan)).toEqual([])
        expectEqualObjective(plan.objective, bruteForceObjective(input))
      }),
      { numRuns: 600 },
    )
  })

  it('refuses what a solver gave that breaks a hard rule, whichever solver', async () => {
    const input = planningDay({ requests: 30, seed: 4, bedsPerRequest: 0.5 })
    const crowded = makePlan(input, {
      solve: async (...asked) => (await solveModel(...asked)).map((flow) => ({ ...flow, option: 0 })),
    })
    await expect(crowded).rejects.toMatchObject({ reason: 'answer-wrong' })
  })

  it('achieves the same whatever the order of requests and hospitals', async () => {
    const inAnyOrder = anyPlanInput(14).chain((input) =>
      fc.record({
        input: fc.constant(input),
        requests: fc.shuffledSubarray([...input.requests], { minLength: input.requests.length }),
        hospitals: fc.shuffledSubarray([...input.hospitals], { minLength: input.hospitals.length }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(inAnyOrder, async ({ input, requests, hospitals }) => {
        const turned = await makePlan({ ...input, requests, hospitals })
        expect(turned.objective).toEqual((await makePlan(input)).objective)
        expect(turned.assignments.map(({ request }) => request)).toEqual(requests.map(({ id }) => id))
      }),
      { numRuns: 150 },
    )
  })

  it('leaves nothing that a single change would better, and explains every hospital', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlanInput(10), async (input) => {
        const { assignments } = await makePlan(input)
        const explanations = explainPlan(input, assignments)
        expect(explanations.map(({ request, hospital }) => ({ request, hospital }))).toEqual(assignments)
        for (const { why, candidates, excluded } of explanations) {
          expect(candidates.map(({ stop }) => stop)).not.toContain('better')
          expect(candidates.filter(({ stop }) => stop === null)).toHaveLength(why === 'placed' ? 1 : 0)
          const named = [...candidates.map(({ hospital }) => hospital), ...Object.keys(excluded)]
          expect(named.sort()).toEqual(
            why === 'nation-closed' ? [] : input.hospitals.map(({ id }) => id).sort(),
          )
        }
      }),
      { numRuns: 150 },
    )
  })

  it('plans a day of the nation: no better plan by hand, all beds kept', async () => {
    const input = planningDay({ requests: 120, seed: 1 })
    const plan = await makePlan(input)
    expect(planFaults(input, plan)).toEqual([])
    expect(plan.objective.placed).toBeGreaterThan(60)
    const stops = explainPlan(input, plan.assignments).flatMap(({ candidates }) => candidates)
    expect(stops.filter(({ stop }) => stop === 'better')).toEqual([])
  })

  it('says so when the time is too short for a proof', async () => {
    const input = planningDay({ requests: 60, seed: 2 })
    await expect(makePlan(input, { limitSeconds: 0 })).rejects.toBeInstanceOf(Unproven)
  })

  it('tells its stages in order', async () => {
    const stages: string[] = []
    await makePlan(planningDay({ requests: 20, seed: 3 }), { onStage: (stage) => stages.push(stage) })
    expect(stages).toEqual(['matching', 'placing', 'sharing', 'checking'])
  })
})

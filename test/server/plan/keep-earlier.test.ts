import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Assignment, PlanInput } from '#shared/matching/plan.ts'
import { planFaults } from '#shared/matching/plan-check.ts'
import { planModel } from '#shared/matching/plan-model.ts'
import { isNetwork } from '#server/plan/as-network.ts'
import { makePlan } from '#server/plan/make-plan.ts'
import { mostKept } from '#test/support/brute-force-plan.ts'
import { anyPlanInput } from '#test/support/plan-arbitraries.ts'
import { planningDay } from '#test/support/planning-day.ts'

const staying = (earlier: readonly Assignment[], now: readonly Assignment[]): number =>
  now.filter(
    ({ request, hospital }) =>
      hospital !== null && earlier.some((one) => one.request === request && one.hospital === hospital),
  ).length

/** Any plan somebody may have had before: to any hospital, or none. */
const withEarlier = (most: number) =>
  anyPlanInput(most).chain((input) =>
    fc.record({
      input: fc.constant(input),
      earlier: fc.tuple(
        ...input.requests.map(({ id }) =>
          fc.record({
            request: fc.constant(id),
            hospital: fc.constantFrom(null, ...input.hospitals.map((one) => one.id)),
          }),
        ),
      ),
    }),
  )

/** The first `count` assignments carried out: their beds are taken, their patients counted where they go. */
function afterAccepting(
  input: PlanInput,
  plan: readonly Assignment[],
  accepted: ReadonlySet<string>,
): PlanInput {
  const current = { ...input.current }
  const groupOf = (id: string) => input.hospitals.find((one) => one.id === id)?.group ?? ''
  const taken = new Map<string, { all: number; urgent: number }>()
  for (const { request: id, hospital } of plan) {
    const request = input.requests.find((one) => one.id === id)
    if (hospital === null || request === undefined || !accepted.has(id)) continue
    const { all, urgent } = taken.get(hospital) ?? { all: 0, urgent: 0 }
    taken.set(hospital, { all: all + 1, urgent: urgent + (request.kind === 'urgent' ? 1 : 0) })
    if (request.purpose !== 'spreading') continue
    current[groupOf(request.from)] = (current[groupOf(request.from)] ?? 0) - 1
    current[groupOf(hospital)] = (current[groupOf(hospital)] ?? 0) + 1
  }
  const hospitals = input.hospitals.map((one) => {
    const [bed] = Object.keys(one.capacity) as ('ic' | 'ward')[]
    const report = bed && one.capacity[bed]
    const gone = taken.get(one.id)
    if (!bed || !report || !gone) return one
    const boss = Math.max(0, report.boss - gone.urgent)
    return { ...one, capacity: { [bed]: { ...report, boss, reserved: report.reserved + gone.all } } }
  })
  return { ...input, requests: input.requests.filter(({ id }) => !accepted.has(id)), hospitals, current }
}

describe('a plan made anew', () => {
  it('achieves exactly what it would without an earlier one, keeps every rule, and moves no more', async () => {
    await fc.assert(
      fc.asyncProperty(withEarlier(12), async ({ input, earlier }) => {
        const plain = await makePlan(input)
        const kept = await makePlan(input, { earlier })
        expect(kept.objective).toEqual(plain.objective)
        expect(planFaults(input, kept)).toEqual([])
        expect(staying(earlier, kept.assignments)).toBeGreaterThanOrEqual(staying(earlier, plain.assignments))
      }),
      { numRuns: 200 },
    )
  })

  it('moves the fewest of all best plans where it is a network', async () => {
    let tried = 0
    await fc.assert(
      fc.asyncProperty(withEarlier(5), async ({ input, earlier }) => {
        if (!isNetwork(planModel(input))) return
        tried += 1
        const { assignments, objective } = await makePlan(input, { earlier })
        expect(staying(earlier, assignments)).toBe(mostKept(input, earlier, objective))
      }),
      { numRuns: 1500 },
    )
    expect(tried).toBeGreaterThan(300)
  })

  it('moves nobody when nothing changed, nor when some of it was carried out', async () => {
    for (const seed of [1, 2, 3, 4]) {
      const input = planningDay({ requests: 90, seed, bedsPerRequest: 0.7, present: 60 })
      const { assignments } = await makePlan(input)
      expect((await makePlan(input, { earlier: assignments })).assignments).toEqual(assignments)
      const some = new Set(assignments.filter((_, at) => at % 3 === seed % 3).map(({ request }) => request))
      const rest = afterAccepting(input, assignments, some)
      const again = await makePlan(rest, { earlier: assignments })
      expect(again.assignments).toEqual(assignments.filter(({ request }) => !some.has(request)))
    }
  })
})

import { describe, expect, it } from 'vitest'
import type { MatchHospital, MatchRequest } from '#shared/matching/match.ts'
import type { PlanInput } from '#shared/matching/plan.ts'
import { planFaults } from '#shared/matching/plan-check.ts'
import { planObjective } from '#shared/matching/plan-objective.ts'

const NOW = '2026-11-21T10:00:00Z'

const hospital = (id: string, group: string, beds: { operational: number; boss: number }): MatchHospital => ({
  id,
  region: group,
  group,
  lat: 52,
  lon: id.length,
  hfno: true,
  isolation: true,
  intakeStop: false,
  capacity: { ic: { ...beds, occupied: 0, reserved: 0, reportedAt: NOW } },
})

const request = (id: string, facts: Partial<MatchRequest> = {}): MatchRequest => ({
  id,
  from: 'full',
  bed: 'ic',
  kind: 'planned',
  purpose: 'spreading',
  hfno: false,
  isolation: false,
  ...facts,
})

/** One free bed and one safety bed at `small`; `wide` has plenty. Azeur is far above its share. */
const day = (requests: MatchRequest[], facts: Partial<PlanInput> = {}): PlanInput => ({
  requests,
  hospitals: [
    hospital('full', 'azeur', { operational: 0, boss: 0 }),
    hospital('small', 'nazb', { operational: 2, boss: 1 }),
    hospital('wide', 'azo', { operational: 9, boss: 0 }),
  ],
  phase: '2b',
  exempt: [],
  current: { azeur: 10, nazb: 2 },
  now: NOW,
  ...facts,
})

const urgent = { kind: 'urgent', ground: 'patient-bound' } as const

function faults(input: PlanInput, goesTo: (string | null)[]) {
  const assignments = input.requests.map(({ id }, at) => ({ request: id, hospital: goesTo[at] ?? null }))
  return planFaults(input, { assignments, objective: planObjective(input, assignments) })
}

describe('planFaults', () => {
  it('finds nothing in a plan that keeps every rule, nor in one that moves nobody', () => {
    const input = day([request('a'), request('b', urgent), request('c')])
    expect(faults(input, ['small', 'small', 'wide'])).toEqual([])
    expect(faults(input, [])).toEqual([])
  })

  it('keeps planned requests off the safety bed, and everybody off a bed that is not there', () => {
    const two = day([request('a'), request('b')])
    expect(faults(two, ['small', 'small'])).toEqual([{ code: 'planned-over-free', hospital: 'small' }])
    const three = day([request('a', urgent), request('b', urgent), request('c')])
    expect(faults(three, ['small', 'small', 'small'])).toEqual([
      { code: 'over-free-with-boss', hospital: 'small' },
    ])
  })

  it('names a hospital that R8 keeps from the request', () => {
    const input = day([request('a', { declinedBy: ['small'] }), request('b')])
    expect(faults(input, ['small', 'full'])).toEqual([
      { code: 'not-a-candidate', request: 'a', hospital: 'small' },
      { code: 'not-a-candidate', request: 'b', hospital: 'full' },
      { code: 'planned-over-free', hospital: 'full' },
      { code: 'over-free-with-boss', hospital: 'full' },
    ])
    // Where the nation is closed nobody is a candidate.
    expect(faults(day([request('a')], { phase: '1b' }), ['wide'])).toEqual([
      { code: 'not-a-candidate', request: 'a', hospital: 'wide' },
    ])
  })

  it('wants one assignment per request, in order', () => {
    const input = day([request('a'), request('b')])
    const objective = planObjective(input, [])
    const assigned = (...ids: string[]) => ids.map((id) => ({ request: id, hospital: null }))
    const fault = [{ code: 'assignments-not-the-requests' }]
    expect(planFaults(input, { objective, assignments: assigned('a', 'b') })).toEqual([])
    expect(planFaults(input, { objective, assignments: assigned('b', 'a') })).toEqual(fault)
    expect(planFaults(input, { objective, assignments: assigned('a') })).toEqual(fault)
    expect(planFaults(input, { objective, assignments: assigned('a', 'b', 'c') })).toEqual(fault)
  })

  it('recomputes what the plan says of itself', () => {
    const input = day([request('a')])
    const assignments = [{ request: 'a', hospital: 'wide' }]
    const objective = planObjective(input, assignments)
    for (const figure of ['urgentPlaced', 'placed', 'deviation', 'distanceKm'] as const) {
      const wrong = { ...objective, [figure]: objective[figure] + 0.002 }
      expect(planFaults(input, { assignments, objective: wrong })).toEqual([
        { code: 'objective-differs', figure },
      ])
    }
  })
})

describe('planObjective', () => {
  it('counts the moves of spreading requests from group to group, and no others', () => {
    const shares = { exempt: ['nazmn', 'naznw-szn', 'nazz', 'nazl', 'aznn', 'nazw', 'tczw'] }
    // Keys 4.2, 8.9 and 14.4 share twelve patients: 1.832727, 3.883636 and 6.283636.
    const input = day([request('a'), request('b', { purpose: 'return' })], shares)
    const stay = planObjective(input, [])
    expect(stay).toEqual({ urgentPlaced: 0, placed: 0, deviation: 16.334545, distanceKm: 0 })
    const spread = planObjective(input, [{ request: 'a', hospital: 'wide' }])
    expect(spread.deviation).toBeCloseTo(stay.deviation - 2, 6)
    expect(planObjective(input, [{ request: 'b', hospital: 'wide' }]).deviation).toBe(stay.deviation)
    expect(planObjective({ ...input, phase: '3' }, []).deviation).toBe(0)
    // A group that takes no part neither gains nor loses.
    const exempt = day([request('a')], { exempt: [...shares.exempt, 'azeur', 'azo'] })
    expect(planObjective(exempt, [{ request: 'a', hospital: 'wide' }]).deviation).toBe(0)
  })

  it('has nothing to deviate from where every group is exempt', () => {
    const all = ['azeur', 'nazmn', 'naznw-szn', 'nazz', 'azo', 'nazl', 'aznn', 'nazw', 'tczw', 'nazb']
    expect(planObjective(day([], { exempt: all }), []).deviation).toBe(0)
  })
})

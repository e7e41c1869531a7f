import { describe, expect, it } from 'vitest'
import { explainPlan } from '#shared/matching/explain-plan.ts'
import type { MatchHospital, MatchRequest } from '#shared/matching/match.ts'
import type { PlanInput } from '#shared/matching/plan.ts'

const NOW = '2026-11-21T10:00:00Z'
const urgent = { kind: 'urgent', ground: 'patient-bound' } as const

const hospital = (id: string, group: string, lat: number, free: number, boss = 0): MatchHospital => ({
  id,
  region: group,
  group,
  lat,
  lon: 5,
  hfno: id !== 'plain',
  isolation: true,
  intakeStop: false,
  capacity: { ic: { operational: free + boss, occupied: 0, reserved: 0, boss, reportedAt: NOW } },
})

const request = (id: string, facts: Partial<MatchRequest> = {}): MatchRequest => ({
  id,
  from: 'full',
  bed: 'ic',
  kind: 'planned',
  purpose: 'return',
  hfno: false,
  isolation: false,
  ...facts,
})

/** From azeur: `near` (1 free, 1 safety bed) and `plain` (1 free, no HFNO) in nazb, `far` (plenty) in azo. */
const day = (requests: MatchRequest[], facts: Partial<PlanInput> = {}): PlanInput => ({
  requests,
  hospitals: [
    hospital('full', 'azeur', 52, 0),
    hospital('near', 'nazb', 52.1, 1, 1),
    hospital('plain', 'nazb', 52.2, 1),
    hospital('far', 'azo', 53, 9),
  ],
  phase: '2b',
  exempt: ['nazmn', 'naznw-szn', 'nazz', 'nazl', 'aznn', 'nazw', 'tczw'],
  current: { azeur: 10, nazb: 2 },
  now: NOW,
  ...facts,
})

function explanations(input: PlanInput, goesTo: (string | null)[]) {
  return explainPlan(
    input,
    input.requests.map(({ id }, at) => ({ request: id, hospital: goesTo[at] ?? null })),
  ).map(({ candidates, ...rest }) => ({
    ...rest,
    stops: Object.fromEntries(candidates.map(({ hospital: id, stop }) => [id, stop])),
  }))
}

describe('explainPlan', () => {
  it('says who took the beds: urgent requests, others, or that only safety beds are left', () => {
    const input = day([request('a', urgent), request('b', urgent), request('c'), request('d')])
    const [a, , c, d] = explanations(input, ['near', 'near', 'plain', 'far'])
    expect(a?.stops).toEqual({ near: null, plain: 'used-up', far: 'farther' })
    expect(c?.stops).toEqual({ near: 'taken-by-urgent', plain: null, far: 'farther' })
    expect(d?.stops).toEqual({ near: 'taken-by-urgent', plain: 'used-up', far: null })
    const planned = day([request('a'), request('b')])
    expect(explanations(planned, ['near', 'far'])[1]?.stops).toMatchObject({ near: 'only-boss-left' })
  })

  it('says where the fair share stands against a nearer bed', () => {
    // Of the 22 patients nazb should have 11.52, azo 7.12.
    const current = { azeur: 10, nazb: 12 }
    const spread = explanations(day([request('a', { purpose: 'spreading' })], { current }), ['far'])
    expect(spread[0]?.stops).toEqual({ near: 'fair-share', plain: 'fair-share', far: null })
    const short = explanations(day([request('a', { purpose: 'spreading' })], { current }), ['near'])
    expect(short[0]?.stops).toEqual({ near: null, plain: 'farther', far: 'better' })
    // Fair shares no longer count in phase 3: a plan that ignores the nearer bed is not the best one.
    const inPhase3 = day([request('a', { purpose: 'spreading' })], { current, phase: '3' })
    expect(explanations(inPhase3, ['far'])[0]?.stops).toEqual({ near: 'better', plain: 'better', far: null })
    expect(explanations(inPhase3, ['near'])[0]?.stops).toMatchObject({ plain: 'farther' })
  })

  it('shows a bed that a plan leaves unused, and one that is as good', () => {
    const twins = [
      hospital('full', 'azeur', 52, 0),
      hospital('north', 'azo', 52.1, 1),
      hospital('south', 'azo', 51.9, 1),
    ]
    const input = day([request('a')], { hospitals: twins })
    expect(explanations(input, [])[0]).toMatchObject({
      why: 'no-bed-left',
      stops: { north: 'better', south: 'better' },
    })
    expect(explanations(input, ['north'])[0]?.stops).toEqual({ north: null, south: 'as-good' })
  })

  it('gives R8’s reasons, and counts which of them stand alone', () => {
    const input = day([request('a', { hfno: true, declinedBy: ['far', 'near', 'plain'] })])
    expect(explanations(input, [])).toEqual([
      {
        request: 'a',
        hospital: null,
        why: 'no-candidates',
        stops: {},
        excluded: {
          far: ['declined-earlier'],
          full: ['full', 'origin'],
          near: ['declined-earlier'],
          plain: ['declined-earlier', 'no-hfno'],
        },
        counts: {
          'declined-earlier': { hospitals: 3, alone: 2 },
          full: { hospitals: 1, alone: 0 },
          'no-hfno': { hospitals: 1, alone: 0 },
          origin: { hospitals: 1, alone: 0 },
        },
      },
    ])
  })

  it('tells a closed nation from a nation without beds', () => {
    const closed = explanations(day([request('a'), request('b', urgent)], { phase: '1b' }), [])
    expect(closed.map(({ why }) => why)).toEqual(['nation-closed', 'nation-closed'])
    const shortage = { kind: 'urgent', ground: 'bed-shortage' } as const
    const hospitals = [hospital('full', 'azeur', 52, 0), hospital('near', 'nazb', 52.1, 0)]
    const open = explanations(day([request('a', shortage)], { phase: '1b', hospitals }), [])
    expect(open).toMatchObject([{ why: 'no-candidates', counts: { full: { hospitals: 2, alone: 1 } } }])
  })

  it('explains the plan as it stands: an assignment it does not know moves nobody', () => {
    const input = day([request('a')])
    const known = explainPlan(input, [])
    expect(explainPlan(input, [{ request: 'gone', hospital: 'near' }])).toEqual(known)
    expect(explainPlan(input, [{ request: 'a', hospital: 'nowhere' }])).toEqual(known)
  })
})

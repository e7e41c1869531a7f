// `node scripts/bench-plan.ts`: how long the day's plan takes, what memory, and what a greedy pass would have lost.
// Each day is planned in a process of its own: its first plan is cold, the median is of all five.
import { spawnSync } from 'node:child_process'
import type { MatchHospital, MatchRequest } from '#shared/matching/match.ts'
import type { Assignment, PlanInput, PlanObjective } from '#shared/matching/plan.ts'
import { nationalMatch } from '#shared/matching/plan.ts'
import { planObjective } from '#shared/matching/plan-objective.ts'
import { matchHospitals } from '#shared/matching/rank-hospitals.ts'
import { makePlan } from '#server/plan/make-plan.ts'
import { type PlanningDay, planningDay } from '#test/support/planning-day.ts'

const RUNS = 5

const DAYS: (PlanningDay & { what: string })[] = [
  { what: '300 requests, beds for most', requests: 300, seed: 1 },
  { what: '300 requests, beds for half', requests: 300, seed: 2, bedsPerRequest: 0.5 },
  { what: '300 requests, phase 3', requests: 300, seed: 3, phase: '3' },
  { what: '300 requests, near the shares', requests: 300, seed: 4, present: 40 },
  { what: '1 000 requests, beds for most', requests: 1000, seed: 1 },
  { what: '1 000 requests, beds for half', requests: 1000, seed: 2, bedsPerRequest: 0.5 },
  { what: '1 000 requests, all spreading', requests: 1000, seed: 3, spreading: 1 },
  { what: '1 000 requests, near the shares', requests: 1000, seed: 4, present: 110 },
]

/** One after the other, urgent first, each to R8's first candidate with the figures as they are by then. */
function greedy(input: PlanInput): Assignment[] {
  const goesTo = new Map<string, string>()
  const current = { ...input.current }
  const hospitals = new Map(input.hospitals.map((hospital) => [hospital.id, hospital]))
  const move = (group: string | undefined, patients: number) => {
    if (group !== undefined) current[group] = Math.max(0, (current[group] ?? 0) + patients)
  }
  const urgentFirst = [...input.requests].sort(
    (a, b) => Number(b.kind === 'urgent') - Number(a.kind === 'urgent'),
  )
  for (const request of urgentFirst) {
    const now = { ...input, hospitals: [...hospitals.values()], current }
    const hospital = hospitals.get(matchHospitals(nationalMatch(now, request)).candidates[0]?.hospital ?? '')
    if (hospital === undefined) continue
    goesTo.set(request.id, hospital.id)
    hospitals.set(hospital.id, withOneMore(hospital, request))
    if (request.purpose === 'spreading') {
      move(hospitals.get(request.from)?.group, -1)
      move(hospital.group, 1)
    }
  }
  return input.requests.map(({ id }) => ({ request: id, hospital: goesTo.get(id) ?? null }))
}

function withOneMore(hospital: MatchHospital, { bed }: MatchRequest): MatchHospital {
  const report = hospital.capacity[bed]
  if (report === undefined) return hospital
  return { ...hospital, capacity: { [bed]: { ...report, reserved: report.reserved + 1 } } }
}

type Measured = { seconds: number[]; peakMb: number; best: PlanObjective; byHand: PlanObjective }

async function measure(day: PlanningDay): Promise<Measured> {
  const input = planningDay(day)
  const seconds: number[] = []
  let best: PlanObjective | undefined
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now()
    best = (await makePlan(input)).objective
    seconds.push((performance.now() - started) / 1000)
  }
  const peakMb = process.resourceUsage().maxRSS / 1000
  if (best === undefined) throw new Error('no run')
  return { seconds, peakMb, best, byHand: planObjective(input, greedy(input)) }
}

const said = ({ urgentPlaced, placed, deviation, distanceKm }: PlanObjective): string =>
  `${urgentPlaced} · ${placed} · ${deviation.toFixed(3)} · ${Math.round(distanceKm)}`

function row(day: PlanningDay & { what: string }, at: number): void {
  const { stdout, status } = spawnSync(process.execPath, ['scripts/bench-plan.ts', String(at)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`no figures for ${day.what}`)
  const { seconds, peakMb, best, byHand }: Measured = JSON.parse(stdout)
  const median = [...seconds].sort((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? Number.NaN
  const times = `${seconds[0]?.toFixed(2)} s | ${median.toFixed(2)} s | ${peakMb.toFixed(0)} MB`
  console.log(`| ${day.what} | ${times} | ${said(best)} | ${said(byHand)} |`)
}

const asked = DAYS[Number(process.argv[2])]
if (asked !== undefined) {
  console.log(JSON.stringify(await measure(asked)))
} else {
  console.log('All 91 hospitals. Plans: urgent placed · placed · deviation in patients · kilometres.\n')
  console.log(
    '| day | first plan | median of 5 | peak memory | best plan | greedy pass |\n|---|---|---|---|---|---|',
  )
  DAYS.forEach(row)
}

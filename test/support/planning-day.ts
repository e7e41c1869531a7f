// A day to plan on the real map, from a seed: all hospitals, invented beds and requests. For tests and the bench.
import type { MatchHospital, MatchRequest } from '#shared/matching/match.ts'
import type { PlanInput } from '#shared/matching/plan.ts'
import { hospitals as reference } from '#shared/reference/hospitals.ts'
import { groups } from '#shared/reference/regions.ts'
import { GROUNDS, type Phase, PURPOSES } from '#shared/terms.ts'

const NOW = '2026-11-21T10:00:00Z'

export type PlanningDay = {
  requests: number
  seed: number
  phase?: Phase
  /** Free beds per request, about. */
  bedsPerRequest?: number
  /** Part of the requests that spread patients. */
  spreading?: number
  /** Part of the hospitals that declined each request. */
  declined?: number
  /** Patients in each group, at most. */
  present?: number
  /** The groups that have patients and beds; all others are exempt. */
  among?: readonly string[]
}

/** Mulberry32: numbers from 0 up to 1 that a seed repeats. */
function dice(seed: number) {
  let state = seed >>> 0
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (below: number): number => Math.floor(roll() * below)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[whole(items.length)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }
  return { roll, whole, pick, chance: (part: number): boolean => roll() < part }
}

export function planningDay(day: PlanningDay): PlanInput {
  const {
    requests,
    seed,
    phase = '2b',
    bedsPerRequest = 1.2,
    spreading = 0.6,
    declined = 0.002,
    present = 140,
  } = day
  const among = day.among ?? groups.map(({ id }) => id)
  const places = reference.filter(({ group }) => among.includes(group))
  const { roll, whole, pick, chance } = dice(seed)
  const hospitals = places.map((hospital): MatchHospital => {
    const boss = whole(3)
    const free = Math.round((roll() * 2 * bedsPerRequest * requests) / places.length)
    const { id, region, group, lat, lon, fictional } = hospital
    return {
      id,
      region,
      group,
      lat,
      lon,
      hfno: fictional.hfno && chance(0.8),
      isolation: fictional.isolation && chance(0.9),
      intakeStop: chance(0.05),
      capacity: { ward: { operational: free + boss, occupied: 0, reserved: 0, boss, reportedAt: NOW } },
    }
  })
  const pressed = places.filter(() => chance(0.5))
  const request = (at: number): MatchRequest => ({
    id: `q${at}`,
    from: pick(chance(0.7) ? pressed : places).id,
    bed: 'ward',
    ...(chance(0.25) ? { kind: 'urgent', ground: pick(GROUNDS) } : { kind: 'planned' }),
    purpose: chance(spreading) ? 'spreading' : pick(PURPOSES.filter((purpose) => purpose !== 'spreading')),
    hfno: chance(0.2),
    isolation: chance(0.15),
    declinedBy: places.filter(() => chance(declined)).map(({ id }) => id),
  })
  return {
    requests: Array.from({ length: requests }, (_, at) => request(at)),
    hospitals,
    phase,
    exempt: groups.map(({ id }) => id).filter((id) => !among.includes(id)),
    current: Object.fromEntries(groups.map(({ id }) => [id, whole(present + 1)])),
    now: NOW,
  }
}

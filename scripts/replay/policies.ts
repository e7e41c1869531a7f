// Three ways to spread: nobody moves, everyone to the nearest free bed, and the day's plan (R9). The same patients are
// asked for in the last two: where they go is the difference.
import { fairShare } from '#shared/fair-share/fair-share.ts'
import { greatCircleKm } from '#shared/matching/distance.ts'
import { groups } from '#shared/reference/regions.ts'
import { makePlan } from '#server/plan/make-plan.ts'
import { byGroup, free, move, present, type Ward } from './world.ts'

export type Policy = 'nobody' | 'nearest' | 'plan'
export const POLICIES: readonly Policy[] = ['nobody', 'nearest', 'plan']

/** What a day of moving costs. */
export type Moved = { patients: number; km: number }
type Move = { from: Ward; to: Ward }

/** Moves at most `most` patients of this day. */
export async function spread(
  policy: Policy,
  wards: readonly Ward[],
  most: number,
  day: string,
): Promise<Moved> {
  const origins = policy === 'nobody' ? [] : whoMoves(wards, most)
  if (origins.length === 0) return { patients: 0, km: 0 }
  const moves = policy === 'plan' ? await planned(wards, origins, day) : nearest(wards, origins)
  for (const { from, to } of moves) if (policy === 'plan') move(from, to)
  return { patients: moves.length, km: moves.reduce((sum, { from, to }) => sum + greatCircleKm(from, to), 0) }
}

/**
 * From which hospital each patient leaves: groups above their fair share, and regions above their beds, the largest
 * surplus first; within a group the fullest hospital.
 */
function whoMoves(wards: readonly Ward[], most: number): Ward[] {
  const current = byGroup(wards)
  const { target } = fairShare({ current })
  const left = new Map(wards.map((ward) => [ward, present(ward)]))
  const fullness = (ward: Ward): number => (left.get(ward) ?? 0) / Math.max(1, ward.beds)
  const surplus = new Map(
    groups.map(({ id }) => {
      const own = wards.filter(({ group }) => group === id)
      const beds = own.reduce((sum, ward) => sum + ward.beds, 0)
      return [id, Math.max(0, (current[id] ?? 0) - Math.min(target[id] ?? 0, beds))]
    }),
  )
  const origins: Ward[] = []
  while (origins.length < most) {
    const [largest] = [...surplus.entries()].sort((a, b) => b[1] - a[1])
    if (largest === undefined || largest[1] < 1) break
    const fullest = wards
      .filter(({ group }) => group === largest[0])
      .reduce((best, ward) => (fullness(ward) > fullness(best) ? ward : best))
    origins.push(fullest)
    left.set(fullest, (left.get(fullest) ?? 0) - 1)
    surplus.set(largest[0], largest[1] - 1)
  }
  return origins
}

/** One after the other, to the nearest hospital of another region with a free bed. */
function nearest(wards: readonly Ward[], origins: readonly Ward[]): Move[] {
  const moves: Move[] = []
  for (const from of origins) {
    const [to] = wards
      .filter((ward) => ward.region !== from.region && free(ward) > 0)
      .sort((a, b) => greatCircleKm(from, a) - greatCircleKm(from, b))
    if (to === undefined) break
    move(from, to)
    moves.push({ from, to })
  }
  return moves
}

async function planned(wards: readonly Ward[], origins: readonly Ward[], day: string): Promise<Move[]> {
  const now = `${day}T10:00:00Z`
  const plan = await makePlan({
    requests: origins.map(({ id }, at) => ({
      id: `q${at}`,
      from: id,
      bed: 'ic',
      kind: 'planned',
      purpose: 'spreading',
      hfno: false,
      isolation: false,
    })),
    hospitals: wards.map((ward) => ({
      ...ward,
      hfno: true,
      isolation: true,
      intakeStop: false,
      capacity: {
        ic: { operational: ward.beds, occupied: present(ward), reserved: 0, boss: 0, reportedAt: now },
      },
    })),
    phase: '2b',
    exempt: [],
    current: byGroup(wards),
    now,
  })
  return plan.assignments.flatMap(({ hospital }, at) => {
    const from = origins[at]
    const to = wards.find(({ id }) => id === hospital)
    return from === undefined || to === undefined ? [] : [{ from, to }]
  })
}

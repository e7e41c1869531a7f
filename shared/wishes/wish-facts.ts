// From rows to the proposal's input: who is where after what is under way and named already, which regions have beds.
// Called by the LCPS's screen before it publishes.
import type { Day } from '#shared/calendar-day.ts'
import { freeBeds } from '#shared/beds/capacity.ts'
import { type PlanFacts, planGround } from '#shared/matching/plan-facts.ts'
import { regions } from '#shared/reference/regions.ts'
import { hospitals } from '#shared/reference/hospitals.ts'
import type { Bed } from '#shared/terms.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { isNamed } from './progress.ts'
import type { WishInput, WishRegion } from './propose-wishes.ts'

type Asked = { day: Day; bed: Bed; now: string; most?: number }

/** What is named for today and has no hospital yet counts as moved, and as having a bed there. */
const isPromised = (transfer: Transfer, { day, bed }: Asked): boolean =>
  transfer.toRegion === null && isNamed(transfer, day, bed)

export function wishInput(facts: PlanFacts, asked: Asked): WishInput {
  const { bed, now, most } = asked
  const ground = planGround(facts, bed, now)
  const promised = facts.open.filter((one) => isPromised(one, asked))
  const current = { ...ground.current }
  const shift = (id: string | undefined, by: number) => {
    const group = regions.find((one) => one.id === id)?.group
    if (group !== undefined) current[group] = Math.max(0, (current[group] ?? 0) + by)
  }
  for (const { fromRegion, wish } of promised) {
    shift(fromRegion, -1)
    shift(wish?.to, 1)
  }
  const room = roomOf(ground.hospitals, bed, now)
  const crisis = crisisOf(facts, bed)
  return {
    current,
    exempt: ground.exempt,
    ...(ground.keys === undefined ? {} : { keys: ground.keys }),
    ...(most === undefined ? {} : { most }),
    regions: regions.map(({ id, group }) => ({
      id,
      group,
      ...middleOf(id),
      present: crisis.get(id) ?? 0,
      room: Math.max(0, (room.get(id) ?? 0) - promised.filter(({ wish }) => wish?.to === id).length),
    })),
  }
}

type Ground = ReturnType<typeof planGround>

/** Free beds per region: reported within the day, no intake stop. */
function roomOf(places: Ground['hospitals'], bed: Bed, now: string): Map<string, number> {
  const room = new Map<string, number>()
  for (const { region, intakeStop, capacity } of places) {
    const report = capacity[bed]
    if (report === undefined || intakeStop) continue
    const { free, freshness } = freeBeds({ ...report, now })
    if (freshness !== 'expired') room.set(region, (room.get(region) ?? 0) + free)
  }
  return room
}

function crisisOf({ beds }: Pick<PlanFacts, 'beds'>, bed: Bed): Map<string, number> {
  const crisis = new Map<string, number>()
  for (const row of beds)
    if (row.bed === bed) crisis.set(row.region, (crisis.get(row.region) ?? 0) + row.crisis)
  return crisis
}

/** The mean of its hospitals' positions. */
export function middleOf(region: string): Pick<WishRegion, 'lat' | 'lon'> {
  const own = hospitals.filter((one) => one.region === region)
  const mean = (of: 'lat' | 'lon') => own.reduce((sum, one) => sum + one[of], 0) / Math.max(1, own.length)
  return { lat: mean('lat'), lon: mean('lon') }
}

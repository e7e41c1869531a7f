// Where the IC patients of a past wave lie: by hospital and by the region they come from. Whole people, no chance.
import { hospitals, type HospitalId } from '#shared/reference/hospitals.ts'
import { groups, type RegionId, regions } from '#shared/reference/regions.ts'

/** Mean stay on the IC, days (docs/data.md: the demand series is made with the same). */
const STAY_DAYS = 16

export type Ward = {
  id: HospitalId
  region: RegionId
  group: string
  lat: number
  lon: number
  /** Beds for patients of the crisis. */
  beds: number
  /** Patients by home region. */
  patients: Map<RegionId, number>
}

export const present = (ward: Ward): number => [...ward.patients.values()].reduce((sum, n) => sum + n, 0)
export const free = (ward: Ward): number => Math.max(0, ward.beds - present(ward))
const load = (ward: Ward): number => (present(ward) + 1) / ward.beds

/** Every hospital with an IC: its estimated beds at the highest step, less its part of the other patients. */
export function emptyWards(otherPatients: number): Ward[] {
  const withIc = hospitals.filter(({ icBedsEstimate }) => icBedsEstimate !== null)
  const most = (id: HospitalId) => withIc.find((one) => one.id === id)?.icBedsEstimate?.step1250 ?? 0
  const total = withIc.reduce((sum, { id }) => sum + most(id), 0)
  const beds = largestRemainder(
    total - otherPatients,
    withIc.map(({ id }) => most(id)),
  )
  return withIc.map(({ id, region, group, lat, lon }, at) => ({
    id,
    region,
    group,
    lat,
    lon,
    beds: beds[at] ?? 0,
    patients: new Map(),
  }))
}

/** One day on: who has lain long leaves, wherever they lie; who falls ill is admitted in the own region. */
export function nextDay(wards: readonly Ward[], demand: Readonly<Record<RegionId, number>>): void {
  for (const { id } of regions) {
    const home = wards.map((ward) => ward.patients.get(id) ?? 0)
    const now = home.reduce((sum, n) => sum + n, 0)
    const wanted = Math.round(demand[id] ?? 0)
    const admitted = Math.max(0, wanted - now + Math.round(now / STAY_DAYS))
    const leaving = largestRemainder(now + admitted - wanted, home)
    for (const [at, ward] of wards.entries()) add(ward, id, -(leaving[at] ?? 0))
    const own = wards.filter(({ region, beds }) => region === id && beds > 0)
    for (let patient = 0; patient < admitted; patient += 1) {
      const emptiest = own.reduce((best, ward) => (load(ward) < load(best) ? ward : best))
      add(emptiest, id, 1)
    }
  }
}

/** One patient; one of the region's own before one who was brought here. */
export function move(from: Ward, to: Ward): void {
  const [home] = [...from.patients.entries()]
    .filter(([, n]) => n > 0)
    .sort(([a, na], [b, nb]) => Number(b === from.region) - Number(a === from.region) || nb - na)
  if (home === undefined) throw new RangeError(`nobody lies in ${from.id}`)
  add(from, home[0], -1)
  add(to, home[0], 1)
}

function add(ward: Ward, home: RegionId, patients: number): void {
  ward.patients.set(home, (ward.patients.get(home) ?? 0) + patients)
}

export const byGroup = (wards: readonly Ward[]): Record<string, number> =>
  Object.fromEntries(groups.map(({ id }) => [id, total(wards.filter((ward) => ward.group === id))]))
export const total = (wards: readonly Ward[]): number => wards.reduce((sum, ward) => sum + present(ward), 0)

/** Whole parts of `sum` in proportion to the weights; ties by place. */
export function largestRemainder(sum: number, weights: readonly number[]): number[] {
  const all = weights.reduce((a, b) => a + b, 0)
  if (all === 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (sum * weight) / all)
  const parts = exact.map(Math.floor)
  const rest = exact
    .map((part, at) => ({ at, over: part - Math.floor(part) }))
    .sort((a, b) => b.over - a.over)
  const short = sum - parts.reduce((a, b) => a + b, 0)
  for (const { at } of rest.slice(0, short)) parts[at] = (parts[at] ?? 0) + 1
  return parts
}

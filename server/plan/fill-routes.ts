// The cheapest routes of one vehicle under prices of the rides: the sequences it can drive in its day, of those that end
// at the same ride only the ones that no other beats in time and price. Called by fill-search only.
import {
  costOf,
  extend,
  type FillInput,
  type FillLeg,
  type FillRide,
  type FillRoute,
  type FillState,
  type FillVehicle,
  startOf,
} from '#shared/transport/fill.ts'

type Label = {
  state: FillState
  /** Cost without the prices, and with them. */
  cost: number
  reduced: number
  ride: number
  departs: number
  emptyKm: number
  before: Label | null
}

/** What stays the same from one pricing to the next: the rides it may drive, and which can follow which. */
export type Reach = { vehicle: FillVehicle; at: number; own: Own[]; after: Map<number, Own[]> }
type Own = { ride: FillRide; index: number }
export type Priced = { least: number; routes: FillRoute[] }

/** No empty leg saves more kilometres than this. */
const LONGEST_KM = 500

export function reachOf(input: FillInput, at: number): Reach | null {
  const vehicle = input.vehicles[at]
  if (vehicle === undefined) return null
  const start = startOf(vehicle)
  const firsts = input.rides.flatMap((ride, index) => {
    const made = at in ride.fits ? extend(input, vehicle, start, ride) : null
    return made === null ? [] : [{ ride, index, state: made.state }]
  })
  // From home as early as can be: what cannot follow then, never can.
  const after = new Map<number, Own[]>(
    firsts.map(({ index, state }) => [
      index,
      firsts.filter((next) => next.index !== index && extend(input, vehicle, state, next.ride) !== null),
    ]),
  )
  return { vehicle, at, own: firsts, after }
}

type Pricing = { prices: Float64Array; loose: boolean; most: number }

/**
 * `prices`: what each ride is worth to the master, below or at nothing. `loose`: a ride may come twice on a route; such
 * a route is never driven, but no true one costs less than the least of them, so that it is a bound.
 */
export function priceRoutes(input: FillInput, reach: Reach, { prices, loose, most }: Pricing): Priced {
  const { vehicle, at } = reach
  // A ride so dear that no leg it saves makes up for it is on no route worth adding.
  const isDear = input.rides.map(
    (ride, index) => costOf(ride, at, 0, ride.earliest) - (prices[index] ?? 0) > LONGEST_KM,
  )
  const best: Label[] = []
  const kept = new Map<number, Label[]>()
  const root = { cost: 0, reduced: 0, ride: -1, departs: 0, emptyKm: 0, before: null }
  let open: Label[] = [{ state: startOf(vehicle), ...root }]
  while (open.length > 0) {
    const next: Label[] = []
    for (const label of open) {
      if (isBeaten(kept, label)) continue
      for (const { ride, index } of label.ride < 0 ? reach.own : (reach.after.get(label.ride) ?? [])) {
        if (isDear[index] || (!loose && isOn(label, index))) continue
        const made = extend(input, vehicle, label.state, ride)
        if (made === null) continue
        const { state, departs, emptyKm } = made
        const adds = costOf(ride, at, emptyKm, departs)
        const reduced = label.reduced + adds - (prices[index] ?? 0)
        const same = kept.get(index) ?? []
        if (same.some((one) => beats(one, state, reduced))) continue
        const grown = {
          state,
          departs,
          emptyKm,
          cost: label.cost + adds,
          reduced,
          ride: index,
          before: label,
        }
        kept.set(index, [...same.filter((one) => !beats(grown, one.state, one.reduced)), grown])
        next.push(grown)
        if (reduced < -1e-6) best.push(grown)
      }
    }
    open = next
  }
  best.sort((a, b) => a.reduced - b.reduced)
  return { least: best[0]?.reduced ?? 0, routes: routesOf(best, at, most) }
}

function isOn(label: Label, ride: number): boolean {
  for (let one: Label | null = label; one !== null; one = one.before) if (one.ride === ride) return true
  return false
}

/** Earlier and cheaper, and as many blocks still to come. */
const beats = (one: Label, state: FillState, reduced: number): boolean =>
  one.state.time <= state.time && one.state.block <= state.block && one.reduced <= reduced + 1e-9

const isBeaten = (kept: ReadonlyMap<number, Label[]>, label: Label): boolean =>
  label.ride >= 0 && !(kept.get(label.ride) ?? []).includes(label)

/** Of each last ride a few, so that the routes differ. */
function routesOf(best: readonly Label[], vehicle: number, most: number): FillRoute[] {
  const routes: FillRoute[] = []
  const perRide = new Map<number, number>()
  for (const label of best) {
    if (routes.length === most) break
    const ended = perRide.get(label.ride) ?? 0
    const legs = legsOf(label)
    if (ended >= 3 || new Set(legs.map(({ ride }) => ride)).size < legs.length) continue
    perRide.set(label.ride, ended + 1)
    routes.push({ vehicle, legs, cost: label.cost })
  }
  return routes
}

function legsOf(label: Label): FillLeg[] {
  const legs: FillLeg[] = []
  for (let one: Label | null = label; one !== null && one.ride >= 0; one = one.before)
    legs.push({ ride: one.ride, departs: one.departs, emptyKm: one.emptyKm })
  return legs.reverse()
}

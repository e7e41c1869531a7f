// The best filling of a day: which vehicle drives which ride and when, so that as many as can be are driven with the
// fewest empty kilometres. Types, and the one step that a route grows by. Solved by server/plan; pure figures here.

/** Minutes since the input's own beginning; kilometres by road, whole. */
export type FillRide = {
  id: string
  from: number
  to: number
  urgent: boolean
  /** First and last departure with the patient. */
  earliest: number
  latest: number
  /** Vehicle → R4's place of its kind, 0 the best; what is not in it may not drive it. */
  fits: Readonly<Record<number, number>>
}

/** What a vehicle already drives: it begins at `from`, is free again at `to`. */
export type FillBlock = { from: number; to: number; start: number; end: number }

export type FillVehicle = {
  id: string
  /** A place of its own. */
  home: number
  /** Minutes beside the drive: to the bed and loading; handing over and cleaning. */
  slow: boolean
  shifts: readonly { from: number; until: number }[]
  blocks: readonly FillBlock[]
}

export type FillInput = {
  rides: readonly FillRide[]
  vehicles: readonly FillVehicle[]
  /** Between places: minutes of a MICU, of an ambulance, and kilometres. */
  minutes: { slow: readonly (readonly number[])[]; fast: readonly (readonly number[])[] }
  km: readonly (readonly number[])[]
  /** Kept free after each planned ride (setting `rides.urgent-slack`). */
  slack: number
}

/** Where a vehicle is, from when, past which of its blocks, and what it drove empty. */
export type FillState = { place: number; time: number; block: number; emptyKm: number; emptyMinutes: number }

export type FillLeg = { ride: number; departs: number; emptyKm: number }
export type FillRoute = { vehicle: number; legs: readonly FillLeg[]; cost: number }
export type FillTotals = { urgent: number; placed: number; emptyKm: number; emptyMinutes: number }

export const LOAD = 15
export const LEAST_APPROACH = 30
export const AFTER = 45
const FIVE = 5

/**
 * In kilometres: what one ride more is worth, and one place further down R4's order. No number of planned rides of a
 * day outweighs an urgent one.
 */
export const WORTH = { urgent: 1_000_000, planned: 2_000, rank: 50, urgentMinute: 0.5 } as const

export const startOf = (vehicle: FillVehicle): FillState => ({
  place: vehicle.home,
  time: 0,
  block: 0,
  emptyKm: 0,
  emptyMinutes: 0,
})

type Made = { state: FillState; departs: number; emptyKm: number }

/** The ride driven next, as early as it can be; null: not any more. Passes blocks that leave no room before them. */
export function extend(
  input: FillInput,
  vehicle: FillVehicle,
  state: FillState,
  ride: FillRide,
): Made | null {
  const minutes = vehicle.slow ? input.minutes.slow : input.minutes.fast
  let at = state
  for (;;) {
    const empty = minutes[at.place]?.[ride.from] ?? 0
    const approach = Math.max(LEAST_APPROACH, empty + LOAD)
    const departs = inShift(vehicle, Math.max(at.time + approach, ride.earliest), ride, minutes)
    const block = vehicle.blocks[at.block]
    if (departs !== null && departs <= ride.latest) {
      const end = departs + (minutes[ride.from]?.[ride.to] ?? 0) + AFTER + (ride.urgent ? 0 : input.slack)
      const fits =
        block === undefined ||
        end + Math.max(LEAST_APPROACH, (minutes[ride.to]?.[block.from] ?? 0) + LOAD) <= block.start
      if (fits) {
        const emptyKm = input.km[at.place]?.[ride.from] ?? 0
        const after = {
          place: ride.to,
          time: end,
          block: at.block,
          emptyKm: at.emptyKm + emptyKm,
          emptyMinutes: at.emptyMinutes + empty,
        }
        return { state: after, departs, emptyKm }
      }
    }
    if (block === undefined) return null
    at = { ...at, place: block.to, time: Math.max(at.time, block.end), block: at.block + 1 }
  }
}

/** The first departure, on five minutes, at which the whole ride lies in one shift; null: in none. */
function inShift(
  { shifts }: FillVehicle,
  wish: number,
  ride: FillRide,
  minutes: readonly (readonly number[])[],
): number | null {
  const length = (minutes[ride.from]?.[ride.to] ?? 0) + AFTER
  for (const { from, until } of shifts) {
    const departs = Math.ceil(Math.max(wish, from + LEAST_APPROACH) / FIVE) * FIVE
    if (departs + length <= until) return departs
  }
  return null
}

/** What a ride adds to a route's cost, in kilometres; below nothing: it is worth driving. */
export const costOf = (ride: FillRide, vehicle: number, emptyKm: number, departs: number): number =>
  emptyKm +
  WORTH.rank * (ride.fits[vehicle] ?? 0) +
  (ride.urgent ? WORTH.urgentMinute * (departs - ride.earliest) - WORTH.urgent : -WORTH.planned)

export function totalsOf(input: FillInput, routes: readonly FillRoute[]): FillTotals {
  const totals = { urgent: 0, placed: 0, emptyKm: 0, emptyMinutes: 0 }
  for (const { vehicle: at, legs } of routes) {
    const vehicle = input.vehicles[at]
    if (vehicle === undefined) continue
    let state = startOf(vehicle)
    for (const { ride: index } of legs) {
      const ride = input.rides[index]
      const made = ride && extend(input, vehicle, state, ride)
      if (!ride || !made) continue
      state = made.state
      totals.placed += 1
      if (ride.urgent) totals.urgent += 1
    }
    totals.emptyKm += state.emptyKm
    totals.emptyMinutes += state.emptyMinutes
  }
  return totals
}

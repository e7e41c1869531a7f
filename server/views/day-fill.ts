// From the day board to the figures of its best filling, and back to rides that can be planned. Called by
// server/http/day-board.ts; the search runs on a thread of its own (server/plan/solve-fill.ts).
import { greatCircleKm } from '#shared/matching/distance.ts'
import { roadBetween } from '#shared/reference/distances.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { micuCentre } from '#shared/reference/micu-centres.ts'
import { placeOf } from '#shared/transport/fleet-now.ts'
import { minutesAfter } from '#shared/rides/ride-span.ts'
import { shiftAt } from '#shared/rides/plan-conflicts.ts'
import type { FillInput, FillRide, FillVehicle } from '#shared/transport/fill.ts'
import type { BoardMove, BoardRide, BoardVehicle, DayBoard, DaySuggestion } from '#shared/wire/day-board.ts'
import type { Filling } from '#server/plan/fill-search.ts'
import { CHAIN_KM } from './day-board-view.ts'

const MINUTE = 60_000
/** Road over great circle, and minutes a kilometre: only from a base that is no hospital. */
const DETOUR = 1.3
const MINUTES_PER_KM = 1

type Spot = { hospital: string | null; lat: number; lon: number }
/** Its place in the table; `toAt`: of a hospital abroad. */
type Place = (id: string, toAt?: { lat: number; lon: number }) => number

/** Places are those of the board only; minutes count from the board's own instant. */
export function fillInputOf(board: DayBoard): FillInput {
  const spots: Spot[] = []
  const index = new Map<string, number>()
  const spotAt = (key: string, spot: () => Spot): number => {
    const known = index.get(key)
    if (known !== undefined) return known
    index.set(key, spots.push(spot()) - 1)
    return spots.length - 1
  }
  const ofHospital: Place = (id, toAt) =>
    spotAt(id, () =>
      toAt
        ? { hospital: null, ...toAt }
        : { hospital: id, lat: hospital(id)?.lat ?? 52.1, lon: hospital(id)?.lon ?? 5.2 },
    )
  const ofOrg = (org: string): number => {
    const centre = micuCentre(org)
    return centre ? ofHospital(centre.hospital) : spotAt(org, () => ({ hospital: null, ...placeOf(org) }))
  }
  const vehicles = board.vehicles.map((vehicle) => vehicleOf(vehicle, board, ofHospital, ofOrg))
  const rides = board.waiting.map((move) => rideOf(move, board, ofHospital))
  const between = (a: Spot, b: Spot) => {
    const road = a.hospital && b.hospital ? roadBetween(a.hospital, b.hospital) : undefined
    const km = Math.round(greatCircleKm(a, b) * DETOUR)
    return road ?? { km, micuMinutes: km * MINUTES_PER_KM, ambulanceMinutes: km * MINUTES_PER_KM }
  }
  const tableOf = (of: 'km' | 'micuMinutes' | 'ambulanceMinutes') =>
    spots.map((a) => spots.map((b) => (a === b ? 0 : between(a, b)[of])))
  return {
    rides,
    vehicles,
    minutes: { slow: tableOf('micuMinutes'), fast: tableOf('ambulanceMinutes') },
    km: tableOf('km'),
    slack: board.slackMinutes,
  }
}

const minutesFrom = (board: DayBoard, at: string): number =>
  Math.ceil((Date.parse(at) - Date.parse(begin(board))) / MINUTE)
/** Now, or the beginning of a day to come. */
const begin = ({ at, from }: DayBoard): string => (at > from ? at : from)

function vehicleOf(
  vehicle: BoardVehicle,
  board: DayBoard,
  ofHospital: Place,
  ofOrg: (org: string) => number,
): FillVehicle {
  const home = ofOrg(vehicle.org)
  const held = board.rides.filter((ride) => ride.vehicle === vehicle.id)
  // Where the route is not for these eyes, the vehicle is at home again afterwards.
  const blocks = held.map((ride: BoardRide) => ({
    from: ride.from === null ? home : ofHospital(ride.from),
    to: ride.to === null ? home : ofHospital(ride.to, ride.toAt),
    start: minutesFrom(board, ride.departAt),
    end: minutesFrom(board, ride.heldUntil),
  }))
  return {
    id: vehicle.id,
    home,
    slow: vehicle.kind === 'micu',
    shifts: shiftsOf(vehicle, board),
    blocks: blocks.sort((a, b) => a.start - b.start),
  }
}

/** Its crew's hours of the day, less what it is out of service. */
function shiftsOf({ hours, out }: BoardVehicle, board: DayBoard): FillVehicle['shifts'] {
  const shift = shiftAt(hours, begin(board))
  const isAway = out !== null && (out.until === null || out.until > begin(board))
  if (isAway && out.until === null) return []
  const away = isAway ? (out.until ?? board.until) : begin(board)
  const from = shift === null || shift.from < away ? away : shift.from
  // Without hours it may end its ride in the night.
  const until = shift === null ? minutesAfter(board.until, 240) : shift.until
  return from < until ? [{ from: minutesFrom(board, from), until: minutesFrom(board, until) }] : []
}

function rideOf(move: BoardMove, board: DayBoard, ofHospital: Place): FillRide {
  const earliest = [move.readyFrom, move.window?.from ?? move.readyFrom, begin(board)].sort().at(-1) ?? ''
  const end = move.window?.until ?? board.until
  const until = end < board.until ? end : board.until
  const fits: Record<number, number> = {}
  for (const { vehicle, rank } of move.fits) {
    const at = board.vehicles.findIndex(({ id }) => id === vehicle)
    if (at >= 0) fits[at] = rank
  }
  return {
    id: move.transfer,
    from: ofHospital(move.from),
    to: ofHospital(move.to, move.toAt),
    urgent: move.kind === 'urgent',
    earliest: Math.max(0, minutesFrom(board, earliest)),
    // The end of a window is not in it.
    latest: minutesFrom(board, until) - 1,
    fits,
  }
}

export function suggestionOf(board: DayBoard, filling: Filling): DaySuggestion {
  const rides = filling.routes.flatMap(({ vehicle: at, legs }) => {
    const vehicle = board.vehicles[at]
    return legs.flatMap(({ ride, departs, emptyKm }, index) => {
      const move = board.waiting[ride]
      if (vehicle === undefined || move === undefined) return []
      const fit = move.fits.find((one) => one.vehicle === vehicle.id)
      return [
        {
          transfer: move.transfer,
          code: move.code,
          vehicle: vehicle.id,
          escorted: fit?.escorted ?? false,
          departAt: minutesAfter(begin(board), departs),
          emptyKm,
          chained: index > 0 && emptyKm <= CHAIN_KM,
        },
      ]
    })
  })
  const placed = new Set(rides.map(({ transfer }) => transfer))
  return {
    at: board.at,
    day: board.day,
    rides: rides.sort((a, b) => (a.departAt < b.departAt ? -1 : 1)),
    left: board.waiting.filter(({ transfer }) => !placed.has(transfer)).map(({ code }) => code),
    sums: filling.totals,
    byHand: filling.greedy,
    optimal: filling.optimal,
    gapKm: filling.gap,
    ms: filling.ms,
  }
}

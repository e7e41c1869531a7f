// The day board: vehicles, the rides of one day, and what waits for a ride. Built from the rows of this moment with the
// shared rules. Called by server/http/day-board.ts, and by the filling.
import { roadAbroad } from '#shared/abroad/place-abroad.ts'
import { keysOf, sharesKey, transferAudience } from '#shared/access/audience.ts'
import type { Person } from '#shared/access/parties.ts'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import { roadBetween } from '#shared/reference/distances.ts'
import { instantAtWallTime } from '#shared/rides/amsterdam-clock.ts'
import type { Ride } from '#shared/rides/ride.ts'
import { driveMinutes, heldUntil, minutesAfter, rideSpan } from '#shared/rides/ride-span.ts'
import { settingOf } from '#shared/settings/setting-of.ts'
import type { VehicleKind } from '#shared/terms.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { type FleetVehicle, fleetNow } from '#shared/transport/fleet-now.ts'
import { unfitFor } from '#shared/transport/fitness.ts'
import { rankVehicles } from '#shared/transport/rank-vehicles.ts'
import { ravsOf, transportInput } from '#shared/transport/transport-facts.ts'
import type { BoardMove, BoardRide, BoardScope, BoardVehicle, DayBoard } from '#shared/wire/day-board.ts'
import { allPhases } from '#server/store/phases.ts'
import { registerOf } from '#server/store/register.ts'
import { activeRides } from '#server/store/rides.ts'
import type { Db } from '#server/store/store.ts'
import { loadPrivate } from '#server/store/transfers.ts'
import { visibleRows } from '#server/store/visible.ts'

export type BoardFacts = { person: Person; day: string; scope: BoardScope; now: string }

export async function dayBoard(db: Db, { person, day, scope, now }: BoardFacts): Promise<DayBoard> {
  const { from, until } = boundsOf(day)
  const lines = await registerOf(db, ['vehicle', 'team', 'setting'])
  // An extra team that begins later on the day is on its board all day.
  const fleet = fleetNow(lines, now > from ? now : from)
  const keys = keysOf(person)
  const own = desksOf(person)
  const vehicles = fleet.filter(({ org }) => scope === 'nation' || own.includes(org))
  const shown = new Set(vehicles.map(({ id }) => id))
  const known = await visibleRows<Transfer>(db, 'transfer', keys, now)
  const byId = new Map(known.map((transfer) => [transfer.id, transfer]))
  const rides = (await activeRides(db)).filter(
    (ride) => shown.has(ride.vehicle) && rideSpan(ride).from < until && heldUntil(ride) > from,
  )
  const facts = { fleet, phases: await allPhases(db), now }
  return {
    at: now,
    day,
    from,
    until,
    scope,
    slackMinutes: settingOf(lines, 'rides.urgent-slack', now),
    planHour: settingOf(lines, 'rides.plan-hour', now),
    vehicles: vehicles.map(boardVehicle).sort(byOrg),
    rides: chain(await boardRides(db, rides, { byId, keys, own, facts })),
    waiting: await waitingFor(db, { known, own, until, facts }),
  }
}

export const desksOf = ({ memberships }: Person): string[] =>
  memberships.filter(({ role }) => role === 'transport-desk').map(({ org }) => org)

/** From local midnight to midnight. */
export function boundsOf(day: string): { from: string; until: string } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const midnight = (on: number): string =>
    new Date(instantAtWallTime({ year, month, day: on, hour: 0, minute: 0, second: 0 })).toISOString()
  return { from: midnight(date), until: midnight(date + 1) }
}

const boardVehicle = ({ id, kind, name, org, hours, out, team }: FleetVehicle): BoardVehicle => ({
  id,
  kind,
  name,
  org,
  hours,
  out,
  extra: team !== null,
})

const KIND_ORDER: readonly VehicleKind[] = ['micu', 'ambulance-plus', 'ambulance', 'helicopter', 'bus']
const byOrg = (a: BoardVehicle, b: BoardVehicle): number =>
  KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
  (a.org < b.org ? -1 : a.org > b.org ? 1 : a.id < b.id ? -1 : 1)

/** Where it ends, abroad. */
const toAt = ({ abroad }: Pick<Transfer, 'abroad'>): Pick<BoardMove, 'toAt'> =>
  abroad == null ? {} : { toAt: { lat: abroad.lat, lon: abroad.lon } }

function boardRide(ride: Ride, transfer: Transfer | undefined, keys: readonly string[]): BoardRide {
  const isKnown = transfer !== undefined && sharesKey(keys, transferAudience(transfer))
  const { from: heldFrom } = rideSpan(ride)
  const left = ride.times.departed?.at ?? ride.departAt
  return {
    id: ride.id,
    vehicle: ride.vehicle,
    transfer: isKnown ? ride.transfer : null,
    code: isKnown ? transfer.code : null,
    from: isKnown ? ride.from : null,
    to: isKnown ? ride.to : null,
    ...toAt(isKnown ? ride : {}),
    state: ride.state,
    departAt: left,
    heldFrom,
    arriveAt: ride.times['at-destination']?.at ?? minutesAfter(left, driveMinutes(ride)),
    heldUntil: heldUntil(ride),
    outsideWindow: ride.outsideWindow,
    outsideShift: ride.outsideShift === true,
    window: isKnown ? transfer.window : null,
    move: null,
    chained: false,
  }
}

type Known = {
  byId: ReadonlyMap<string, Transfer>
  keys: readonly string[]
  own: readonly string[]
  facts: Omit<Facts, 'clinical'>
}

/** As they are told to this person; with what it takes to move them, where a desk of theirs may. */
async function boardRides(
  db: Db,
  rides: readonly Ride[],
  { byId, keys, own, facts }: Known,
): Promise<BoardRide[]> {
  const told: BoardRide[] = []
  for (const ride of rides) {
    const transfer = byId.get(ride.transfer)
    const shown = boardRide(ride, transfer, keys)
    const mayMove = shown.transfer !== null && ride.state === 'planned' && transfer?.state === 'planned'
    const isOwn = transfer?.desks.some((desk) => own.includes(desk)) ?? false
    const { clinical } = mayMove && isOwn ? await loadPrivate(db, ride.transfer) : { clinical: null }
    const move = transfer && clinical ? moveOf(transfer, ride.to, { ...facts, clinical }) : null
    told.push({ ...shown, move })
  }
  return told
}

/** Kilometres within which a ride begins where the one before ended. */
export const CHAIN_KM = 15

/** Marks what goes on from where the same vehicle's ride before it ended. */
export function chain(rides: readonly BoardRide[]): BoardRide[] {
  const last = new Map<string, BoardRide>()
  const inOrder = [...rides].sort((a, b) => (a.departAt < b.departAt ? -1 : 1))
  return inOrder.map((ride) => {
    const before = last.get(ride.vehicle)
    last.set(ride.vehicle, ride)
    return { ...ride, chained: before !== undefined && isNear(before.to, ride.from) }
  })
}

const isNear = (end: string | null, start: string | null): boolean =>
  end !== null && start !== null && (end === start || (roadBetween(end, start)?.km ?? Infinity) <= CHAIN_KM)

type Asked = {
  known: readonly Transfer[]
  own: readonly string[]
  until: string
  facts: Omit<Facts, 'clinical'>
}

/** Those whose desk this person is, that may drive on this day. */
async function waitingFor(db: Db, { known, own, until, facts }: Asked): Promise<BoardMove[]> {
  const moves: BoardMove[] = []
  const mine = known.filter(
    ({ state, desks, window }) =>
      state === 'reserved' &&
      desks.some((desk) => own.includes(desk)) &&
      (window === null || window.from < until),
  )
  for (const transfer of mine) {
    const { clinical } = await loadPrivate(db, transfer.id)
    if (clinical === null || transfer.to === null) continue
    moves.push(moveOf(transfer, transfer.to, { ...facts, clinical }))
  }
  const urgency = ({ kind, window }: BoardMove) => `${kind === 'urgent' ? 0 : 1} ${window?.until ?? ''}`
  return moves.sort((a, b) => (urgency(a) < urgency(b) ? -1 : 1))
}

type Facts = {
  clinical: Clinical
  fleet: readonly FleetVehicle[]
  phases: readonly PhaseEntry[]
  now: string
}

function moveOf(transfer: Transfer, to: string, { clinical, fleet, phases, now }: Facts): BoardMove {
  const road = transfer.abroad ? roadAbroad(transfer.from, transfer.abroad) : roadBetween(transfer.from, to)
  // Whatever is free: which of them are is what the board is for.
  const trip = transportInput(transfer, clinical, { activeRides: [], phases }, now)
  const { allowed } = rankVehicles(trip)
  const ravs = ravsOf(transfer)
  const fits = fleet.flatMap((vehicle) => {
    const { kind, org } = vehicle
    const rank = allowed.findIndex((choice) => choice.replace('-escorted', '') === kind)
    const isStrange = kind === 'ambulance' && !ravs.includes(org)
    if (rank < 0 || isStrange || unfitFor(vehicle, clinical).length > 0) return []
    const escorted =
      allowed[rank] === 'ambulance-escorted' || (kind === 'ambulance-plus' && transfer.bed === 'ic')
    return [{ vehicle: vehicle.id, rank, escorted }]
  })
  return {
    transfer: transfer.id,
    code: transfer.code,
    from: transfer.from,
    to,
    ...toAt(transfer),
    bed: transfer.bed,
    kind: transfer.kind,
    window: transfer.window,
    readyFrom: transfer.readyFrom,
    minutes: { micu: road?.micuMinutes ?? 60, ambulance: road?.ambulanceMinutes ?? 60 },
    roadKm: road?.km ?? 0,
    fits: fits.sort((a, b) => a.rank - b.rank),
  }
}

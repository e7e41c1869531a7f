// What a transport desk sees beside a move: R4's order, the vehicles by distance, and when an ambulance+ frees.
// Built from the rows of this moment with the shared rules. Called by server/http/transfers.ts.
import { roadAbroad } from '#shared/abroad/place-abroad.ts'
import { type Key, sharesKey, transferAudience } from '#shared/access/audience.ts'
import { greatCircleKm } from '#shared/matching/distance.ts'
import { roadBetween } from '#shared/reference/distances.ts'
import type { Vehicle } from '#shared/reference/fleet.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { nearestDeparture } from '#shared/rides/plan-conflicts.ts'
import type { Ride } from '#shared/rides/ride.ts'
import { heldUntil, holdsVehicle } from '#shared/rides/ride-span.ts'
import { isHfno } from '#shared/transfers/request-facts.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { unfitFor } from '#shared/transport/fitness.ts'
import { type FleetVehicle, fleetNow, isOut } from '#shared/transport/fleet-now.ts'
import { rankVehicles } from '#shared/transport/rank-vehicles.ts'
import { ravsOf, transportInput } from '#shared/transport/transport-facts.ts'
import type { TransportView } from '#shared/wire/reads.ts'
import { allPhases } from '#server/store/phases.ts'
import { registerOf } from '#server/store/register.ts'
import { activeRides } from '#server/store/rides.ts'
import type { Db } from '#server/store/store.ts'
import { loadPrivate, loadTransfer } from '#server/store/transfers.ts'
import { hfnoAt, withLine } from './hfno-view.ts'

/** Null when the clinical part is gone. Whose ride a vehicle is on is told only to who may know of that transfer. */
export async function transportView(
  db: Db,
  transfer: Transfer,
  keys: readonly Key[],
  now: string,
): Promise<TransportView | null> {
  const { clinical } = await loadPrivate(db, transfer.id)
  if (clinical === null) return null
  const rides = (await activeRides(db)).filter((ride) => ride.transfer !== transfer.id)
  const register = await registerOf(db, ['vehicle', 'team'])
  const facts = { activeRides: rides, phases: await allPhases(db), register }
  // Wanted when the patient is ready, or now when that is past.
  const at = transfer.readyFrom > now ? transfer.readyFrom : now
  const input = transportInput(transfer, clinical, facts, at)
  const { allowed, excluded } = rankVehicles(input)
  const road = transfer.abroad
    ? roadAbroad(transfer.from, transfer.abroad)
    : roadBetween(transfer.from, transfer.to ?? '')
  const holding = rides.filter((ride) => holdsVehicle(ride, at))
  const known = await knownTransfers(db, holding, keys)
  return {
    allowed,
    excluded: excluded as Record<string, string[]>,
    distanceKm: input.distanceKm,
    roadKm: road?.km ?? Math.round(input.distanceKm),
    minutes: { micu: road?.micuMinutes ?? 0, ambulance: road?.ambulanceMinutes ?? 0 },
    vehicles: vehiclesFor(transfer, fleetNow(register, at)).map((vehicle) => ({
      id: vehicle.id,
      kind: vehicle.kind,
      name: vehicle.name,
      org: vehicle.org,
      distanceKm: distanceTo(transfer, vehicle),
      busy: busyOf(vehicle, { transfer, rides, holding, known, at }),
      out:
        isOut(vehicle, at) && vehicle.out ? { until: vehicle.out.until, reason: vehicle.out.reason } : null,
      unfit: unfitFor(vehicle, clinical),
    })),
    hfnoNext: isHfno(clinical) ? await withLine(db, hfnoAt(rides, at, register).next) : null,
    at: now,
  }
}

const distanceTo = (transfer: Transfer, place: Vehicle): number => {
  const from = hospital(transfer.from)
  return from === undefined ? 0 : greatCircleKm(from, place)
}

/** Nearest first; ambulances of the sending and the receiving RAV only. */
const vehiclesFor = (transfer: Transfer, fleet: readonly FleetVehicle[]): FleetVehicle[] => {
  const ravs = ravsOf(transfer)
  return fleet
    .filter(({ kind, org }) => kind !== 'ambulance' || ravs.includes(org))
    .sort((a, b) => distanceTo(transfer, a) - distanceTo(transfer, b) || (a.id < b.id ? -1 : 1))
}

async function knownTransfers(db: Db, rides: readonly Ride[], keys: readonly Key[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (const { transfer: id } of rides) {
    const other = await loadTransfer(db, id)
    if (other !== null && sharesKey(keys, transferAudience(other))) known.add(id)
  }
  return known
}

type Busy = TransportView['vehicles'][number]['busy']

type Asked = {
  transfer: Transfer
  rides: readonly Ride[]
  holding: readonly Ride[]
  known: ReadonlySet<string>
  at: string
}

function busyOf(vehicle: FleetVehicle, { transfer, rides, holding, known, at }: Asked): Busy {
  const ride = holding.find((one) => one.vehicle === vehicle.id)
  if (ride === undefined) return null
  const plan = {
    id: '',
    departAt: at,
    from: transfer.from,
    to: transfer.to ?? '',
    abroad: transfer.abroad ?? null,
    vehicle: vehicle.id,
    vehicleKind: vehicle.kind,
  }
  return {
    transfer: known.has(ride.transfer) ? ride.transfer : null,
    until: heldUntil(ride),
    next: nearestDeparture(plan, vehicle, rides, at),
  }
}

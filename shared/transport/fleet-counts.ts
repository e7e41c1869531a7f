// Free vehicles per kind, as R4 counts them: in service, and not on a ride at that time.
import type { Ride } from '#shared/rides/ride.ts'
import { holdsVehicle } from '#shared/rides/ride-span.ts'
import type { VehicleKind } from '#shared/terms.ts'
import { type FleetLines, fleetInService } from './fleet-now.ts'

/**
 * Counts of free vehicles. Ambulances count only at the organisations given (the sending and the receiving RAV);
 * other kinds in the whole country (own centre first, then neighbours: plan 4.5.2.1).
 */
export function fleetCounts(
  activeRides: readonly Ride[] = [],
  at = '',
  ravs: readonly string[] = [],
  lines: FleetLines = [],
): Partial<Record<VehicleKind, number>> {
  const busy = new Set(activeRides.filter((ride) => holdsVehicle(ride, at)).map(({ vehicle }) => vehicle))
  const counts: Partial<Record<VehicleKind, number>> = {}
  for (const { id, kind, org } of fleetInService(lines, at)) {
    if (busy.has(id) || (kind === 'ambulance' && !ravs.includes(org))) continue
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}

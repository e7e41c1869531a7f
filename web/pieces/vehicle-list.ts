import type { Bed, VehicleKind } from '#shared/terms.ts'
import type { TransportView } from '#shared/wire/reads.ts'

export type VehicleOption = TransportView['vehicles'][number]
/** One of R4's words with the vehicles that fit it. */
export type VehicleGroup = { choice: string; kind: VehicleKind; vehicles: VehicleOption[] }

const kindOf = (choice: string): VehicleKind =>
  choice === 'ambulance-escorted' ? 'ambulance' : (choice as VehicleKind)

/** An ambulance with the hospital's escort; an IC patient in an ambulance+ goes escorted too. */
export const isEscorted = (choice: string, bed: Bed): boolean =>
  choice === 'ambulance-escorted' || (choice === 'ambulance-plus' && bed === 'ic')

/**
 * The vehicles per allowed word, R4's best first; within one the own organisation first, then the nearest.
 * Ambulances are those of the sending and the receiving RAV only.
 */
export function vehicleGroups(
  view: Pick<TransportView, 'allowed' | 'vehicles'>,
  own: readonly string[],
  ravs: readonly string[],
): VehicleGroup[] {
  const foreign = (vehicle: VehicleOption) => (own.includes(vehicle.org) ? 0 : 1)
  return view.allowed.map((choice) => {
    const kind = kindOf(choice)
    const vehicles = view.vehicles
      .filter((vehicle) => vehicle.kind === kind && (kind !== 'ambulance' || ravs.includes(vehicle.org)))
      .sort((a, b) => foreign(a) - foreign(b) || a.distanceKm - b.distanceKm || (a.id < b.id ? -1 : 1))
    return { choice, kind, vehicles }
  })
}

import type { Bed, VehicleKind } from '#shared/terms.ts'
import type { TransportView } from '#shared/wire/reads.ts'

export type VehicleOption = TransportView['vehicles'][number]
/** One of R4's words with the vehicles that fit it. `later`: all are taken now, and nothing else speaks against them. */
export type VehicleGroup = { choice: string; kind: VehicleKind; vehicles: VehicleOption[]; later: boolean }

const kindOf = (choice: string): VehicleKind =>
  choice === 'ambulance-escorted' ? 'ambulance' : (choice as VehicleKind)

/** An ambulance with the hospital's escort; an IC patient in an ambulance+ goes escorted too. */
export const isEscorted = (choice: string, bed: Bed): boolean =>
  choice === 'ambulance-escorted' || (choice === 'ambulance-plus' && bed === 'ic')

const isLater = (reasons: readonly string[]): boolean =>
  reasons.length === 1 && reasons[0] === 'none-available'

/**
 * The vehicles per allowed word, R4's best first, then those that are only taken now; within one the own
 * organisation first, then the nearest. Ambulances are those of the sending and the receiving RAV only.
 */
export function vehicleGroups(
  view: Pick<TransportView, 'allowed' | 'excluded' | 'vehicles'>,
  own: readonly string[],
  ravs: readonly string[],
): VehicleGroup[] {
  const foreign = (vehicle: VehicleOption) => (own.includes(vehicle.org) ? 0 : 1)
  const taken = Object.keys(view.excluded).filter((choice) => isLater(view.excluded[choice] ?? []))
  const groups = [...view.allowed, ...taken].map((choice) => {
    const kind = kindOf(choice)
    const vehicles = view.vehicles
      .filter((vehicle) => vehicle.kind === kind && (kind !== 'ambulance' || ravs.includes(vehicle.org)))
      .sort((a, b) => foreign(a) - foreign(b) || a.distanceKm - b.distanceKm || (a.id < b.id ? -1 : 1))
    return { choice, kind, vehicles, later: taken.includes(choice) }
  })
  return groups.filter(({ later, vehicles }) => !later || vehicles.length > 0)
}

// From rows to R4's input: used by the ride's decision and by the transport desk's view, so both say the same.
import { greatCircleKm } from '#shared/matching/distance.ts'
import { effectivePhase } from '#shared/phases/effective-phase.ts'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { safetyRegion } from '#shared/reference/safety-regions.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { fleetCounts } from './fleet-counts.ts'
import type { FleetLines } from './fleet-now.ts'
import type { TransportInput } from './rank-vehicles.ts'

type Facts = { activeRides: readonly Ride[]; phases: readonly PhaseEntry[]; register?: FleetLines }

/** The sending and the receiving RAV. */
export const ravsOf = ({ from, to }: Pick<Transfer, 'from' | 'to'>): string[] =>
  [from, to].flatMap((id) => safetyRegion(hospital(id ?? '')?.safetyRegion ?? '')?.rav.id ?? [])

/** `at`: when the vehicle is wanted; free vehicles are counted at that instant. */
export function transportInput(
  transfer: Transfer,
  clinical: Clinical,
  { activeRides, phases, register = [] }: Facts,
  at: string,
): TransportInput {
  const from = hospital(transfer.from)
  const { abroad } = transfer
  const to = abroad ?? hospital(transfer.to ?? '')
  return {
    bed: transfer.bed,
    support: clinical.support,
    escort: clinical.escort === undefined ? null : { indicatedBy: clinical.escortBy ?? 'other' },
    distanceKm: from && to ? greatCircleKm(from, to) : 0,
    ...(abroad == null ? {} : { destination: { country: abroad.country, nearBorder: abroad.nearBorder } }),
    phase: effectivePhase({ region: transfer.fromRegion, at, register: phases }),
    fleet: fleetCounts(
      activeRides.filter(({ transfer: of }) => of !== transfer.id),
      at,
      ravsOf(transfer),
      register,
    ),
    canSit: clinical.canSit,
  }
}

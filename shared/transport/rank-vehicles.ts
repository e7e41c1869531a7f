// R4: which vehicle may carry this patient, in which order, and why not the others?
// (plan 4.5.1.1, 4.5.1.2, 4.5.2; expert 4B) Called by the day board, and as a preview beside a request.
import type { Bed, Phase, Support, VehicleKind } from '#shared/terms.ts'
import {
  isAbroad,
  isEscortedIc,
  TRANSPORT_REASONS,
  type TransportReason,
  type Trip,
  type VehicleChoice,
  vehicleFacts,
} from './vehicle-facts.ts'

export type TransportInput = {
  bed: Bed
  /** `none` when absent. */
  support?: Support
  /** Escorted transport and the function that indicated it; null or absent when nobody did. */
  escort?: { indicatedBy: string } | null
  /** Great circle. */
  distanceKm: number
  /** Country by ISO 3166 code; the Netherlands when absent. */
  destination?: { country: string; nearBorder: boolean }
  phase: Phase
  /** Free vehicles; a missing kind counts 0. */
  fleet: Partial<Record<VehicleKind, number>>
  /** Patients that move together; 1 when absent. */
  groupSize?: number
  /** False when absent. */
  canSit?: boolean
}

export type Transport = {
  /** Best first. */
  allowed: VehicleChoice[]
  excluded: Partial<Record<VehicleChoice, TransportReason[]>>
}

const FAR_ABROAD = ['helicopter', 'micu', 'ambulance-plus', 'ambulance-escorted', 'ambulance', 'bus'] as const
const ESCORTED = ['ambulance-escorted', 'micu', 'ambulance-plus', 'helicopter', 'ambulance', 'bus'] as const
const OTHERWISE = ['micu', 'ambulance', 'ambulance-plus', 'bus', 'helicopter', 'ambulance-escorted'] as const

/**
 * The vehicles that may drive, best first, and for every other one each reason against it, sorted. Every vehicle
 * is in exactly one of the two. Never throws (plan 4.5.1.1, 4.5.1.2, 4.5.2; expert 4B).
 */
export function rankVehicles(input: TransportInput): Transport {
  const trip: Trip = {
    ...input,
    support: input.support ?? 'none',
    escort: input.escort ?? null,
    destination: input.destination ?? { country: 'NL', nearBorder: false },
    groupSize: input.groupSize ?? 1,
    canSit: input.canSit ?? false,
  }
  const transport: Transport = { allowed: [], excluded: {} }
  for (const vehicle of preference(trip)) {
    const facts = vehicleFacts[vehicle](trip)
    const reasons = TRANSPORT_REASONS.filter((reason) => facts[reason]).sort()
    if (reasons.length === 0) transport.allowed.push(vehicle)
    else transport.excluded[vehicle] = reasons
  }
  return transport
}

function preference(trip: Trip): readonly VehicleChoice[] {
  if (isAbroad(trip) && !trip.destination.nearBorder) return FAR_ABROAD
  return isEscortedIc(trip) ? ESCORTED : OTHERWISE
}

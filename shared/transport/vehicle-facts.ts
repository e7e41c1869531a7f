// R4's reasons: per vehicle, what speaks against it on this trip (plan 4.5.1.1, 4.5.1.2, 4.5.2; expert 4B).
// Called by rank-vehicles only.
import type { Bed, Phase, Support, VehicleKind } from '#shared/terms.ts'
import { isCrisis } from '#shared/phases/phase-order.ts'

/** An ambulance is ranked twice: alone, and escorted by the referring hospital. */
export type VehicleChoice = VehicleKind | 'ambulance-escorted'

export const TRANSPORT_REASONS = [
  'cannot-sit',
  'escort-not-by-intensivist',
  'hfno-oxygen',
  'ic-patient',
  'micu-available',
  'needs-support',
  'no-escort-indication',
  'none-available',
  'not-hfno',
  'not-over-100-km',
  'phase',
  'short-border-transport',
  'single-patient',
  'ventilated',
  'ward-patient',
] as const
export type TransportReason = (typeof TRANSPORT_REASONS)[number]

/** R4's input with its defaults filled in. */
export type Trip = {
  bed: Bed
  support: Support
  escort: { indicatedBy: string } | null
  distanceKm: number
  destination: { country: string; nearBorder: boolean }
  phase: Phase
  fleet: Partial<Record<VehicleKind, number>>
  groupSize: number
  canSit: boolean
}

type Facts = Partial<Record<TransportReason, boolean>>

const HELICOPTER_OVER_KM = 100

export const isAbroad = (trip: Trip): boolean => trip.destination.country !== 'NL'
export const isEscortedIc = (trip: Trip): boolean =>
  trip.bed === 'ic' && trip.escort?.indicatedBy === 'intensivist'

const has = (trip: Trip, kind: VehicleKind): boolean => (trip.fleet[kind] ?? 0) > 0
const isHfno = (trip: Trip): boolean => trip.support === 'hfno'

/** A ward patient needs no escort: why it may not go escorted is said in another reason. */
const escortFacts = (trip: Trip): Facts => ({
  'no-escort-indication': trip.bed === 'ic' && trip.escort === null,
  'escort-not-by-intensivist': trip.bed === 'ic' && trip.escort !== null && !isEscortedIc(trip),
})

/** Per vehicle, the facts against it; those that hold exclude it. */
export const vehicleFacts: Record<VehicleChoice, (trip: Trip) => Facts> = {
  // HFNO uses more oxygen than a MICU carries.
  micu: (trip) => ({
    'ward-patient': trip.bed === 'ward',
    'hfno-oxygen': isHfno(trip),
    'none-available': !has(trip, 'micu'),
  }),
  'ambulance-escorted': (trip) => ({
    'ward-patient': trip.bed === 'ward',
    ...escortFacts(trip),
    'hfno-oxygen': isHfno(trip),
    'none-available': !has(trip, 'ambulance'),
  }),
  ambulance: (trip) => ({
    'ic-patient': trip.bed === 'ic',
    'hfno-oxygen': isHfno(trip),
    ventilated: trip.support === 'niv' || trip.support === 'invasive',
    'none-available': !has(trip, 'ambulance'),
  }),
  'ambulance-plus': (trip) => ({
    'not-hfno': !isHfno(trip),
    ...escortFacts(trip),
    'none-available': !has(trip, 'ambulance-plus'),
  }),
  helicopter: (trip) => ({
    'ward-patient': trip.bed === 'ward',
    'hfno-oxygen': isHfno(trip),
    phase: !isCrisis(trip.phase),
    'none-available': !has(trip, 'helicopter'),
    'not-over-100-km': !isAbroad(trip) && trip.distanceKm <= HELICOPTER_OVER_KM,
    // Any free MICU counts, even one that may not carry this patient.
    'micu-available': !isAbroad(trip) && has(trip, 'micu'),
    'short-border-transport': isAbroad(trip) && trip.destination.nearBorder,
  }),
  bus: (trip) => ({
    'ic-patient': trip.bed === 'ic',
    'needs-support': trip.support !== 'none',
    'cannot-sit': !trip.canSit,
    'single-patient': trip.groupSize <= 1,
    phase: !isCrisis(trip.phase),
    'none-available': !has(trip, 'bus'),
  }),
}

// The ride of one transfer in one vehicle (rulebook, States).
import type { PlaceAbroad } from '#shared/abroad/place-abroad.ts'
import type { VehicleKind } from '#shared/terms.ts'

export const RIDE_STATES = [
  'planned',
  'accepted',
  'en-route',
  'at-origin',
  'departed',
  'at-destination',
  'handed-over',
  'available',
  'aborted',
] as const
export type RideState = (typeof RIDE_STATES)[number]

/** The steps a crew can stand on. */
export const RIDE_LINE_STATES = [
  'accepted',
  'en-route',
  'at-origin',
  'departed',
  'at-destination',
  'handed-over',
  'available',
] as const satisfies readonly RideState[]

export const RIDE_NOTES = [
  'traffic',
  'waiting-at-origin',
  'waiting-at-destination',
  'patient-not-ready',
  'equipment',
  'weather',
] as const
export type RideNote = (typeof RIDE_NOTES)[number]

export const ABORT_REASONS = [
  'vehicle-fault',
  'crew-unavailable',
  'patient-unstable',
  'not-accepted-by-crew',
  'replanned',
  'transfer-ended',
  'escort-refused',
  'other',
] as const
export type AbortReason = (typeof ABORT_REASONS)[number]

/** Why a crew does not take a planned ride. */
export const RIDE_DECLINES = [
  'no-time-in-shift',
  'vehicle-fault',
  'equipment',
  'not-trained',
  'other-ride',
  'other',
] as const
export type RideDecline = (typeof RIDE_DECLINES)[number]

/** Why the accompanying doctor does not go along, at the bed (plan 4.5.1.1). */
export const ESCORT_REFUSALS = ['patient-unstable', 'equipment', 'vehicle', 'no-escort', 'other'] as const
export type EscortRefusal = (typeof ESCORT_REFUSALS)[number]

export const HAND_ON_REASONS = ['end-of-shift', 'vehicle-fault', 'crew', 'rendezvous', 'other'] as const
export type HandOnReason = (typeof HAND_ON_REASONS)[number]

/** What went wrong on the way; a short list, of which the figures are made. */
export const RIDE_INCIDENTS = [
  'patient-worse',
  'equipment-failed',
  'oxygen-low',
  'line-lost',
  'vehicle-breakdown',
  'collision',
  'other',
] as const
export type RideIncident = (typeof RIDE_INCIDENTS)[number]

/** Who drove it until a hand-over: their steps may still come in, at times of before `until`. */
export type RideLeg = {
  vehicle: string
  org: string
  crew: string | null
  until: string
  reason: HandOnReason | 'taken-over'
}

/** When the vehicle is expected, as somebody said. */
export type SaidEta = {
  place: 'origin' | 'destination'
  at: string
  /** When it was said. */
  said: string
  by: 'crew' | 'transport-desk'
}

/** Event time (the phone's) beside entry time (the server's); written once, corrected by an entry of its own. */
export type StepTime = {
  at: string
  entered: string
  /** It came after a later step. */
  late?: true
  /** The phone's clock was off, or at odds with the steps around it: `at` is not what the phone wrote. */
  corrected?: true
  /** What was written first, where the crew corrected it. */
  first?: string
  /** The receiver recorded it; `both`: the crew told of it too, and its time counts. */
  by?: 'receiver' | 'both'
}

export type Ride = {
  id: string
  rev: number
  transfer: string
  vehicle: string
  vehicleKind: VehicleKind
  /** The vehicle's own organisation: MICU centre, RAV or carrier. */
  org: string
  /** Begeleid vervoer: an ambulance with the referring hospital's escort. */
  escorted: boolean
  from: string
  to: string
  /** What `to` is, where it lies abroad. */
  abroad?: PlaceAbroad | null
  state: RideState
  since: string
  /** When the vehicle is wanted at the origin. */
  departAt: string
  /** It drives outside its window (R5); the reason is the planning event's note. */
  outsideWindow: boolean
  /** It drives outside its crew's hours, with the same reason. */
  outsideShift?: true
  /** The control room's own number. */
  gms: string | null
  /** The person who accepted it. */
  crew: string | null
  times: Partial<Record<RideState, StepTime>>
  /** The step that the last entry wrote: not the head's where it came late or was corrected. */
  wrote?: RideState
  notes: { at: string; note: RideNote }[]
  /**
   * How the patient's code was checked at the bed; an override's reason is the event's note. `unchecked`: a later step
   * tells that it departed, the departure itself has not come yet.
   */
  checked: 'code' | 'override' | 'unchecked' | null
  abortReason: AbortReason | null
  /** Why the crew did not take it, or the escort not go along. */
  refusal?: RideDecline | EscortRefusal
  /** Oldest first; absent where it was never handed over. */
  legs?: RideLeg[]
  eta?: SaidEta
  incidents?: { at: string; incident: RideIncident }[]
}

export const isActive = (ride: Pick<Ride, 'state'>): boolean =>
  ride.state !== 'available' && ride.state !== 'aborted'

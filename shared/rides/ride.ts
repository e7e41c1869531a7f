// The ride of one transfer in one vehicle (rulebook, States).
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
  'other',
] as const
export type AbortReason = (typeof ABORT_REASONS)[number]

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
  state: RideState
  since: string
  /** When the vehicle is wanted at the origin. */
  departAt: string
  /** It drives outside its window (R5); the reason is the planning event's note. */
  outsideWindow: boolean
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
}

export const isActive = (ride: Pick<Ride, 'state'>): boolean =>
  ride.state !== 'available' && ride.state !== 'aborted'

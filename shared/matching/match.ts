// What R8 takes and gives. Called by the matching rules, the day's plan (R9) and the coordinators' screens.
import type { BedReport } from '#shared/beds/capacity.ts'
import type { Bed, Ground, Kind, Phase, Purpose } from '#shared/terms.ts'

export type MatchRequest = {
  id: string
  /** Hospital where the patient is; must be among the hospitals. */
  from: string
  bed: Bed
  kind: Kind
  /** Required when urgent. */
  ground?: Ground
  purpose: Purpose
  /** Support is HFNO. */
  hfno: boolean
  /** Airborne or strict. */
  isolation: boolean
  /** `national`: the RCPS handed it over; `region` when absent. */
  level?: 'region' | 'national'
  /** Hospitals that declined this request. */
  declinedBy?: readonly string[]
}

export type MatchHospital = {
  id: string
  region: string
  /** Share group: a row of the plan's table 1. */
  group: string
  /** Degrees. */
  lat: number
  lon: number
  hfno: boolean
  isolation: boolean
  intakeStop: boolean
  /** No report of a level: no such beds. */
  capacity: Partial<Record<Bed, BedReport>>
}

export type MatchInput = {
  request: MatchRequest
  hospitals: readonly MatchHospital[]
  phase: Phase
  /** Groups that the ROAZ chairs exempted. */
  exempt: readonly string[]
  /** Patients per group at the request's care level. */
  current: Readonly<Record<string, number>>
  /** Goes to R7. */
  extra?: number
  /** Goes to R7: the register's key set in force; table 1 when absent. */
  keys?: Readonly<Record<string, number>>
  /** Instant. */
  now: string
}

export const EXCLUSION_REASONS = [
  'capacity-expired',
  'declined-earlier',
  'full',
  'intake-stop',
  'nation-closed',
  'no-hfno',
  'no-isolation',
  'no-such-beds',
  'only-boss-left',
  'origin',
  'own-region',
  'region-exempt',
  'regional-first',
] as const
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number]

export type Candidate = {
  hospital: string
  /** Beds that this request may use: safety beds too when urgent. */
  free: number
  /** Urgent, and only safety beds are left. */
  usesBoss: boolean
  distanceKm: number
}

export type Match = {
  level: 'region' | 'national' | 'none'
  coordinator: 'rcps' | 'lcps'
  /** Best first; a coordinator may choose a lower one with a reason. */
  candidates: Candidate[]
  /** Why each other hospital is none, sorted; nobody may choose one of these. */
  excluded: Record<string, ExclusionReason[]>
  error?: 'national-not-open-in-this-phase'
}

// One hospital's bed figures at one care level, as reported and as moved since by reservations and rides (R6).
import type { Bed } from '#shared/terms.ts'

export const INTAKE_STOP_REASONS = ['staff', 'outbreak', 'technical', 'full', 'other'] as const
export const BED_SOURCES = ['desk', 'lpz', 'example'] as const

export type Beds = {
  /** `<hospital>:<bed>` */
  id: string
  rev: number
  hospital: string
  region: string
  bed: Bed
  /** Staffed beds. */
  operational: number
  /** Last observation, plus arrivals, minus departures recorded here since. */
  occupied: number
  /** Of the occupied: patients admitted because of the crisis' disease. Feeds R7. */
  crisis: number
  /** Confirmed reservations whose patient has not come yet: computed, never typed. */
  reserved: number
  boss: number
  addable24h: number
  intakeStop: { reason: (typeof INTAKE_STOP_REASONS)[number]; until: string | null } | null
  observedAt: string
  reportedAt: string
  source: (typeof BED_SOURCES)[number]
}

export const bedsId = (hospital: string, bed: Bed): string => `${hospital}:${bed}`

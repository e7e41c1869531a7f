// One hospital's bed figures at one care level, as observed and as moved since by reservations and rides (R6). Laid
// by observe.ts, corrected by correct-beds.ts, counted by the wire's draft; shown wherever beds are.
import type { Bed } from '#shared/terms.ts'

export const INTAKE_STOP_REASONS = ['staff', 'outbreak', 'technical', 'full', 'other'] as const
/** Typed by the hospital's desk · sent by a feed (LPZ) · from a file · corrected by a coordinator · invented. */
export const BED_SOURCES = ['desk', 'lpz', 'file', 'correction', 'example'] as const
export type BedSource = (typeof BED_SOURCES)[number]
/** Why a coordinator knows better than what was reported ("verrijken op basis van menselijk inzicht"). */
export const CORRECTION_REASONS = ['by-phone', 'feed-wrong', 'outdated', 'staffing', 'other'] as const

export type BedFigures = {
  /** Staffed beds. */
  operational: number
  /** Last observation, plus arrivals, minus departures recorded here since. */
  occupied: number
  /** Of the occupied: patients admitted because of the crisis' disease. Feeds R7. */
  crisis: number
  boss: number
  addable24h: number
  intakeStop: { reason: (typeof INTAKE_STOP_REASONS)[number]; until: string | null } | null
}

/** Figures as somebody or something saw them. `observedAt`: when it was so; `reportedAt`: when it was said. */
export type Observed = BedFigures & {
  observedAt: string
  reportedAt: string
  source: BedSource
  /** Which feed, where it was one. */
  feed?: string | null
}

/** A patient who came (+1) or left (−1) since the observation, as recorded here. */
export type BedMove = { at: string; occupied: number; crisis: number }

export type Correction = {
  reason: (typeof CORRECTION_REASONS)[number]
  by: { role: 'rcps' | 'lcps'; org: string }
  at: string
  until: string
}

/** Who was asked for new figures: the desk when they grew stale, its RCPS when they expired. */
export type Reminded = { level: 'stale' | 'expired'; at: string; rev: number }

export type Beds = Observed & {
  /** `<hospital>:<bed>` */
  id: string
  rev: number
  hospital: string
  region: string
  bed: Bed
  /** Confirmed reservations whose patient has not come yet: computed, never typed. */
  reserved: number
  /** Counted since the observation, and in `occupied` already. */
  moves?: BedMove[]
  /** A feed's newer figures that differ too much from the desk's to be taken over unasked. */
  beside?: Observed | null
  /** What a correction lies on: counts again when that ends. */
  beneath?: Observed | null
  correction?: Correction | null
  reminded?: Reminded | null
}

export const bedsId = (hospital: string, bed: Bed): string => `${hospital}:${bed}`

export const FIGURES = ['operational', 'occupied', 'crisis', 'boss', 'addable24h'] as const

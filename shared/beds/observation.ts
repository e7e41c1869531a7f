// One line of a hospital's history of bed figures: who or what said them, when, and what became of them. Written by
// the decisions and by the feed, read by GET /api/beds/{id}/history.
import type { Role } from '#shared/terms.ts'
import type { BedFigures, BedSource, CORRECTION_REASONS } from './beds.ts'

/** `older`: what stood was seen later. `lifted`: a correction ended, and these count again. */
export const OBSERVATION_ENDS = ['current', 'beside', 'beneath', 'older', 'lifted'] as const

export type Observation = BedFigures & {
  /** Of the beds. */
  id: string
  source: BedSource
  feed: string | null
  observedAt: string
  /** The server's time. */
  reportedAt: string
  became: (typeof OBSERVATION_ENDS)[number]
  by: { role: Role | 'system'; org: string }
  /** Of a correction. */
  reason: (typeof CORRECTION_REASONS)[number] | null
  until: string | null
  note: string | null
}

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
  /** What a feed or a file itself told, where the rest was filled in: to know the same again by. */
  said?: string
}

type Told = { [F in keyof BedFigures]?: BedFigures[F] | undefined }

export const saidOf = ({ operational, occupied, crisis, boss, addable24h, intakeStop }: Told): string =>
  JSON.stringify([
    operational,
    occupied,
    crisis ?? '',
    boss ?? '',
    addable24h ?? '',
    intakeStop ?? (intakeStop === null ? null : ''),
  ])

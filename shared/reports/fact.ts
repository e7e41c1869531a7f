// What a report counts: one thing that happened to one transfer on one day, without saying to which. Made by
// transfer-facts.ts, kept by shared/retention/kept-figures.ts, added up by report-tables.ts.
import type { Day } from '#shared/calendar-day.ts'
import type { Bed } from '#shared/terms.ts'
import type { Transfer, TransferState } from '#shared/transfers/transfer.ts'

/** Planned, urgent for the patient's own sake, urgent for want of a bed. */
export const TRACKS = ['planned', 'urgent', 'shortage'] as const
export type Track = (typeof TRACKS)[number]

/** A turn that somebody waits in, and the ways from the filing that people ask for. */
export const STEPS = [
  'verifying',
  'matching',
  'offered',
  'reserved',
  'planned',
  'in-transit',
  'arrived',
  'on-hold',
  'to-bed',
  'to-departure',
  'to-arrival',
] as const
export type Step = (typeof STEPS)[number]

/** A hospital says no, does not answer, or the RCPS finds that it is no shortage. */
export const REFUSALS = ['declined', 'expired', 'rejected'] as const
export type RefusalKind = (typeof REFUSALS)[number]

export type Measure =
  | 'filed'
  | 'moved'
  | `ended.${TransferState}`
  | `step.${Step}`
  | `refused.${RefusalKind}.${string}`

export type Fact = {
  /** On Amsterdam's clock: filed, arrived, ended, left the step, refused. */
  day: Day
  /** Region of the origin. */
  from: string
  /** Region of the destination, or of the hospital that refused; empty: none. */
  to: string
  bed: Bed
  track: Track
  measure: Measure
  /** How long, of a step; else 0. */
  minutes: number
  /** More than one where they were added up long ago. */
  count: number
  /** The minutes are those of a class (kept-figures.ts). */
  rough?: true
}

export const trackOf = ({ kind, ground }: Pick<Transfer, 'kind' | 'ground'>): Track =>
  kind === 'planned' ? 'planned' : ground === 'bed-shortage' ? 'shortage' : 'urgent'

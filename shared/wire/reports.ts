// What GET /api/reports/day and GET /api/forecast answer: made by shared/reports and shared/forecast, read by the
// report and prognosis screens. Figures only; null is a figure that this person is not told (docs/reports.md).
import type { Day } from '#shared/calendar-day.ts'
import type { ForecastDay } from '#shared/forecast/forecast-of.ts'
import type { RefusalKind, Step, Track } from '#shared/reports/fact.ts'
import type { Bed } from '#shared/terms.ts'

export const PERIODS = ['day', 'week'] as const
export type Period = (typeof PERIODS)[number]

/** `nl`, or a region's id. */
type Place = string
/** A count that is withheld where it could tell of few people. */
type Count = number | null

export type BedLine = {
  place: Place
  bed: Bed
  operational: number
  occupied: Count
  /** Of the occupied: admitted because of the crisis' disease. */
  crisis: Count
  reserved: Count
  boss: number
  /** For who oversees: reserved beds among them, null where it would tell of few. */
  free: Count
  freeInclBoss: Count
  addable24h: number
  /** Hospitals with beds at this level, and how many of them take nobody in. */
  hospitals: number
  stops: number
  /** The oldest report among them. */
  reportedAt: string
}

export type SeriesLine = {
  day: Day
  bed: Bed
  operational: number
  occupied: Count
  crisis: Count
  free: Count
}

/** R7 of the moment the bed figures are of. */
export type ShareLine = { bed: Bed; group: string; present: Count; target: Count; deficit: Count }

/** Of requests by the region of origin; `arrived` by the region of destination. */
export type FlowLine = {
  place: Place
  bed: Bed
  track: Track | 'all'
  filed: Count
  /** Left this region's hospitals and arrived elsewhere or within. */
  moved: Count
  /** Arrived in this region. */
  arrived: Count
  /** Ended otherwise: withdrawn, rejected, solved elsewhere, deceased. */
  ended: Count
}

export type MovementLine = { bed: Bed; from: string; to: string; count: Count; urgent: Count }

/** Minutes in a step, of those that left it in the period. */
export type WaitLine = {
  place: Place
  bed: Bed
  track: Track | 'all'
  step: Step
  count: Count
  median: number | null
  p90: number | null
  /** From classes: the timelines have gone. */
  rough: boolean
}

/** `place`: the region of the hospital that refused; for `rejected` that of the RCPS. */
export type RefusalLine = { place: Place; bed: Bed; kind: RefusalKind; reason: string; count: Count }

/** GET /api/reports/day (coordinators, secretaries, observers, administrators). */
export type ReportView = {
  period: Period
  from: Day
  until: Day
  /** The nation, or the region that was asked for. */
  place: Place
  at: string
  /** `all`: everything. `region`: one's own and the nation's sums. `groups`: no group under five. */
  seen: 'all' | 'region' | 'groups'
  /** Figures of the demo. */
  example: boolean
  /** The day and moment of the bed figures; null: none were kept. */
  bedsDay: Day | null
  bedsAt: string | null
  beds: BedLine[]
  /** The place's last four weeks, oldest first. */
  series: SeriesLine[]
  share: ShareLine[]
  flow: FlowLine[]
  movements: MovementLine[]
  waits: WaitLine[]
  refusals: RefusalLine[]
}

/** One level of one place: what was, and what is expected. */
export type ForecastLine = {
  place: Place
  bed: Bed
  /** Patients of the crisis, oldest first; empty where they are too few to be told. */
  series: { day: Day; count: number }[]
  /** Null: too few days, or too few people. */
  days: ForecastDay[] | null
  withheld: boolean
}

/** GET /api/forecast (as the report). */
export type ForecastView = {
  at: string
  example: boolean
  lastDay: Day | null
  daysOld: number | null
  length: number
  held: number
  lines: ForecastLine[]
}

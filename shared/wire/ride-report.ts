// What GET /api/reports/rides answers: how long each part of the transfers took that arrived in the period. Made by
// shared/reports/interval-view.ts, read by the report's page of rides. Minutes and codes; nothing of a patient.
import type { Day } from '#shared/calendar-day.ts'
import type { Track } from '#shared/reports/fact.ts'
import type { Interval } from '#shared/reports/ride-intervals.ts'
import type { RideIncident, RideNote } from '#shared/rides/ride.ts'
import type { Bed, VehicleKind } from '#shared/terms.ts'
import type { Period } from './reports.ts'

/** What rides are told apart by; `delay`: what the crew met, a ride with two reasons counts under both. */
export const RIDE_GROUPINGS = ['all', 'track', 'region', 'vehicle', 'delay'] as const
export type RideGrouping = (typeof RIDE_GROUPINGS)[number]

export type RideLine = {
  /** Of the arrival; null: not there yet. */
  day: Day | null
  ride: string
  bed: Bed
  track: Track
  from: string
  to: string
  fromRegion: string
  toRegion: string
  vehicleKind: VehicleKind
  /** Null where one end is not known, or the part was not needed. */
  minutes: Record<Interval, number | null>
  /** Each once, sorted. */
  delays: RideNote[]
  incidents: RideIncident[]
}

/** Null: not told, because of too few. */
export type IntervalLine = {
  by: RideGrouping
  key: string
  interval: Interval
  count: number | null
  median: number | null
  p90: number | null
}

export type RideReport = {
  period: Period
  from: Day
  until: Day
  place: string
  at: string
  seen: 'all' | 'region' | 'groups'
  lines: IntervalLine[]
  /** One a ride, latest day first; none for who is told sums only. */
  rides: RideLine[]
}

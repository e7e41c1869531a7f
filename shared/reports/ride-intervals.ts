// How long each part of a transfer took, from its filing to the free vehicle, beside the vehicle, the track and what
// delayed it: a line per ride. From the same stays as the report's waiting times. Pure; called by interval-view.ts.
import { dayOf } from '#shared/calendar-day.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { RideLine } from '#shared/wire/ride-report.ts'
import { trackOf } from './fact.ts'
import { type Told, staysOf } from './transfer-stays.ts'

/** In the order in which they follow. */
export const INTERVALS = ['verify', 'match', 'confirm', 'plan', 'depart', 'arrive', 'free'] as const
export type Interval = (typeof INTERVALS)[number]

/** As filed, with where it went. */
export type Of = Pick<Transfer, 'bed' | 'kind' | 'ground' | 'fromRegion' | 'toRegion' | 'submittedAt'>

/** `events` of the transfer and its reservations, oldest first. Nothing is ever negative. */
export function rideIntervals(transfer: Of, ride: Ride, events: readonly Told[]): RideLine {
  const stays = staysOf(events)
  const entered = (state: string) => stays.findLast((stay) => stay.state === state)?.from ?? null
  const stepAt = (step: keyof Ride['times']) => instant(ride.times[step]?.at)
  const filed = instant(transfer.submittedAt)
  const arrived = stepAt('at-destination')
  // What needs no verifying was searched for at once.
  const isVerified = stays.some(({ state }) => state === 'verifying')
  const points: (number | null)[] = [
    isVerified ? filed : null,
    stays.find(({ state }) => state === 'matching')?.from ?? filed,
    entered('offered'),
    entered('reserved'),
    stepAt('planned'),
    stepAt('departed'),
    arrived,
    stepAt('available'),
  ]
  const minutes = Object.fromEntries(
    INTERVALS.map((name, index) => [name, between(points[index] ?? null, points[index + 1] ?? null)]),
  ) as RideLine['minutes']
  return {
    day: arrived === null ? null : dayOf(arrived),
    ride: ride.id,
    bed: transfer.bed,
    track: trackOf(transfer),
    from: ride.from,
    to: ride.to,
    fromRegion: transfer.fromRegion,
    toRegion: transfer.toRegion ?? '',
    vehicleKind: ride.vehicleKind,
    minutes,
    delays: [...new Set(ride.notes.map(({ note }) => note))].sort(),
    incidents: [...new Set((ride.incidents ?? []).map(({ incident }) => incident))].sort(),
  }
}

const instant = (at: string | undefined): number | null => (at === undefined ? null : Date.parse(at))

const between = (from: number | null, until: number | null): number | null =>
  from === null || until === null ? null : Math.max(0, Math.round((until - from) / 60_000))

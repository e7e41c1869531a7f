// How long each part of a transfer took, from its filing to the free vehicle, beside the vehicle, the track and what
// delayed it: a line per ride, of which the export and any report are made. Pure; called by the ride's page and the CSV.
import type { Ride, RideIncident, RideNote } from '#shared/rides/ride.ts'
import type { Kind, VehicleKind } from '#shared/terms.ts'
import { type Told, staysOf } from './transfer-stays.ts'

/** In the order in which they follow; minutes each, null where one end is not known. */
export const INTERVALS = ['verify', 'match', 'confirm', 'plan', 'depart', 'arrive', 'free'] as const
export type Interval = (typeof INTERVALS)[number]

export type RideIntervals = {
  ride: string
  kind: Kind
  fromRegion: string
  toRegion: string
  vehicleKind: VehicleKind
  minutes: Record<Interval, number | null>
  /** What the crew met, each once, sorted. */
  delays: RideNote[]
  incidents: RideIncident[]
}

type Of = { kind: Kind; fromRegion: string; toRegion: string | null; submittedAt: string }

/** `events` of the transfer and its reservations, oldest first. Nothing is ever negative. */
export function rideIntervals(transfer: Of, ride: Ride, events: readonly Told[]): RideIntervals {
  const stays = staysOf(events)
  const entered = (state: string) => stays.findLast((stay) => stay.state === state)?.from ?? null
  const stepAt = (step: keyof Ride['times']) => instant(ride.times[step]?.at)
  const filed = instant(transfer.submittedAt)
  const points: (number | null)[] = [
    filed,
    stays.find(({ state }) => state === 'matching')?.from ?? filed,
    entered('offered'),
    entered('reserved'),
    stepAt('planned'),
    stepAt('departed'),
    stepAt('at-destination'),
    stepAt('available'),
  ]
  const minutes = Object.fromEntries(
    INTERVALS.map((name, index) => [name, between(points[index] ?? null, points[index + 1] ?? null)]),
  ) as RideIntervals['minutes']
  return {
    ride: ride.id,
    kind: transfer.kind,
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

const HEAD = [
  'ride',
  'track',
  'from-region',
  'to-region',
  'vehicle-kind',
  ...INTERVALS,
  'delays',
  'incidents',
]

/** One line a ride, codes and minutes; RFC 4180, no field needs a quote. */
export const intervalsCsv = (rows: readonly RideIntervals[]): string =>
  [HEAD, ...rows.map(cells)].map((line) => `${line.join(',')}\r\n`).join('')

const cells = (row: RideIntervals): (string | number)[] => [
  row.ride,
  row.kind,
  row.fromRegion,
  row.toRegion,
  row.vehicleKind,
  ...INTERVALS.map((name) => row.minutes[name] ?? ''),
  row.delays.join(' '),
  row.incidents.join(' '),
]

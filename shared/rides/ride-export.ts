// One ride as a control room takes it over: a flat line of codes and instants, no identity and no free text. The fields
// and their order are docs/ride-export.md. Called by server/http/ride-export.ts.
import { hospital } from '#shared/reference/hospitals.ts'
import { vehicleCallSign } from '#shared/reference/names.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { indicationOf } from '#shared/transport/indication.ts'
import type { Ride } from './ride.ts'
import { driveMinutes, minutesAfter } from './ride-span.ts'

export const EXPORT_VERSION = 1

export type RideExport = Record<(typeof EXPORT_FIELDS)[number], string | number | boolean | null>

export const EXPORT_FIELDS = [
  'version',
  'gms',
  'code',
  'kind',
  'bed',
  'vehicle',
  'callSign',
  'org',
  'escorted',
  'state',
  'from',
  'fromName',
  'fromLat',
  'fromLon',
  'to',
  'toName',
  'toLat',
  'toLon',
  'departAt',
  'arriveAt',
  'arriveEstimated',
  'windowFrom',
  'windowUntil',
  'support',
  'isolation',
  'indication',
  'indicatedBy',
  'indicatedAt',
] as const

export function rideExport(ride: Ride, transfer: Transfer, clinical: Clinical | null): RideExport {
  const [from, to] = [hospital(ride.from), ride.abroad ?? hospital(ride.to)]
  const arrived = ride.times['at-destination']?.at
  const left = ride.times.departed?.at ?? ride.departAt
  const indication = indicationOf(transfer)
  return {
    version: EXPORT_VERSION,
    gms: ride.gms,
    code: transfer.code,
    kind: transfer.kind,
    bed: transfer.bed,
    vehicle: ride.vehicle,
    callSign: vehicleCallSign(ride.vehicle) ?? ride.vehicle,
    org: ride.org,
    escorted: ride.escorted,
    state: ride.state,
    from: ride.from,
    fromName: from?.name ?? ride.from,
    fromLat: from?.lat ?? null,
    fromLon: from?.lon ?? null,
    to: ride.to,
    toName: to?.name ?? ride.to,
    toLat: to?.lat ?? null,
    toLon: to?.lon ?? null,
    departAt: left,
    arriveAt: arrived ?? minutesAfter(left, driveMinutes(ride)),
    arriveEstimated: arrived === undefined,
    windowFrom: transfer.window?.from ?? null,
    windowUntil: transfer.window?.until ?? null,
    support: clinical?.support ?? null,
    isolation: clinical?.isolation ?? null,
    indication: indication?.answer ?? null,
    indicatedBy: indication?.by.org ?? null,
    indicatedAt: indication?.at ?? null,
  }
}

/** Two lines: the fields' names, then their values; RFC 4180 with semicolons, as spreadsheets here read it. */
export const asCsv = (row: RideExport): string =>
  [EXPORT_FIELDS, EXPORT_FIELDS.map((field) => row[field])]
    .map((cells) => `${cells.map(cell).join(';')}\r\n`)
    .join('')

function cell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value)
  // What a spreadsheet would take for a formula is text.
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

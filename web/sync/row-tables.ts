import type { Alert } from '#shared/alerts/alert.ts'
import type { Beds } from '#shared/beds/beds.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Subject } from '#shared/wire/event.ts'

/** What the screens read: rows as the server sent them. No clinical field stands in any of them. */
export const ROW_TABLES = ['transfers', 'reservations', 'rides', 'beds', 'phases', 'alerts'] as const
export type RowTable = (typeof ROW_TABLES)[number]
export type Rows = {
  transfers: Transfer
  reservations: Reservation
  rides: Ride
  beds: Beds
  phases: PhaseEntry
  alerts: Alert
}

export const TABLE_OF = {
  transfer: 'transfers',
  reservation: 'reservations',
  ride: 'rides',
  beds: 'beds',
  phase: 'phases',
  alert: 'alerts',
} as const satisfies Record<Subject, RowTable>

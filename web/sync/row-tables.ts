import type { Alert } from '#shared/alerts/alert.ts'
import type { Beds } from '#shared/beds/beds.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { type RowTable, SUBJECTS, TABLE_OF } from '#shared/wire/event.ts'
import type { RegisterRow } from '#shared/wire/register.ts'

/** What the screens read: rows as the server sent them. No clinical field stands in any of them. */
export const ROW_TABLES: readonly RowTable[] = SUBJECTS.map((subject) => TABLE_OF[subject])
export type Rows = {
  transfers: Transfer
  reservations: Reservation
  rides: Ride
  beds: Beds
  phases: PhaseEntry
  alerts: Alert
  register: RegisterRow
}

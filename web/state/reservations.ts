import type { Accessor } from 'solid-js'

import type { Reservation } from '#shared/beds/reservation.ts'
import type { Shown } from './mirror.ts'
import { createRow, createRows } from './rows.ts'

export const createReservations = (
  filter?: (reservation: Shown<Reservation>) => boolean,
): Accessor<Shown<Reservation>[] | undefined> => createRows('reservations', filter)

/** One reservation; undefined while loading, null when there is none to see (also for a null id). */
export const createReservation = (
  id: () => string | null | undefined,
): Accessor<Shown<Reservation> | null | undefined> => createRow('reservations', id)

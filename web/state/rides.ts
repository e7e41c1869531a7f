import type { Accessor } from 'solid-js'

import type { Ride } from '#shared/rides/ride.ts'
import type { Shown } from './mirror.ts'
import { createRow, createRows } from './rows.ts'

export const createRides = (filter?: (ride: Shown<Ride>) => boolean): Accessor<Shown<Ride>[] | undefined> =>
  createRows('rides', filter)

/** One ride; undefined while loading, null when there is none to see (also for a null id). */
export const createRide = (id: () => string | null | undefined): Accessor<Shown<Ride> | null | undefined> =>
  createRow('rides', id)

import type { Accessor } from 'solid-js'

import type { Beds } from '#shared/beds/beds.ts'
import type { Shown } from './mirror.ts'
import { createRows } from './rows.ts'

/** Bed figures of one hospital, or of every hospital this person sees. */
export const createBeds = (hospital?: () => string): Accessor<Shown<Beds>[] | undefined> =>
  createRows('beds', hospital && ((beds) => beds.hospital === hospital()))

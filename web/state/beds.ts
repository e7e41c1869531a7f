import type { Accessor } from 'solid-js'

import type { Beds } from '#shared/beds/beds.ts'
import type { BedHistory } from '#shared/wire/reads.ts'
import type { Shown } from './mirror.ts'
import { createOpened, type Opened } from './opened.ts'
import { createRows, mirror } from './rows.ts'

/** Bed figures of one hospital, or of every hospital this person sees. */
export const createBeds = (hospital?: () => string): Accessor<Shown<Beds>[] | undefined> =>
  createRows('beds', hospital && ((beds) => beds.hospital === hospital()))

/** What was said of these beds in two weeks; null asks for nothing. Fetched again when their figures change. */
export const createBedHistory = (id: () => string | null): Opened<BedHistory> =>
  createOpened(
    () => {
      const beds = id()
      return beds === null ? null : `/api/beds/${encodeURIComponent(beds)}/history`
    },
    () => [id(), mirror()?.beds.get(id() ?? '')?.rev],
  )

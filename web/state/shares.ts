import type { RegionSharesView, ShareHistoryView, SharesView, SignalsView } from '#shared/wire/shares.ts'
import { now } from './now.ts'
import { createOpened, type Opened } from './opened.ts'
import { mirror } from './rows.ts'

/** The rows these rest on; whoever has no bed figures asks again each half minute. */
const version = () => [mirror()?.beds, mirror()?.register, mirror()?.phases, now()]

/** What each share group should have, has and has under way. */
export const createShares = (): Opened<SharesView> => createOpened(() => '/api/shares', version)

/** The same per hospital of one region. */
export const createRegionShares = (region: () => string): Opened<RegionSharesView> =>
  createOpened(() => `/api/shares/${encodeURIComponent(region())}`, version)

/** The gaps of the last two weeks. */
export const createShareHistory = (): Opened<ShareHistoryView> =>
  createOpened(
    () => '/api/shares/history',
    () => now().slice(0, 10),
  )

/** What the figures say about the phase. `isFor`: whether this person may ask. */
export const createSignals = (isFor: () => boolean): Opened<SignalsView> =>
  createOpened(() => (isFor() ? '/api/signals' : null), version)

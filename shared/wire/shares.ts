// What the reads of fair share and of the phase's signals answer: server/views fills them, web/state reads them.
import type { GroupShare, ShareBoard } from '#shared/fair-share/share-board.ts'
import type { DayGap, ShareDay } from '#shared/fair-share/share-history.ts'
import type { HospitalShare, RegionShare } from '#shared/fair-share/region-share.ts'
import type { Signals } from '#shared/phases/signals.ts'

/** null: fewer than five patients, or what would tell of fewer than five. Coordinators see every figure. */
type Counted<Row, Keys extends keyof Row> = Omit<Row, Keys> & { [K in Keys]: Row[K] | null }
export type CountedGroup = Counted<GroupShare, 'present' | 'leaving' | 'coming' | 'after'>
export type CountedGap = Counted<DayGap, 'present'>
export type CountedHospital = Counted<HospitalShare, 'present'>

/** How old the figures are that this rests on; `expired`: of so many hospitals over a day. */
export type FiguresAge = { oldest: string | null; expired: number; hospitals: number }

export type SharesLevel = Omit<ShareBoard, 'groups' | 'total'> & {
  total: number | null
  groups: CountedGroup[]
  figures: FiguresAge
}

/** GET /api/shares: what each share group should have, has and has under way (R7), IC and ward apart. */
export type SharesView = { at: string; levels: SharesLevel[] }

/** GET /api/shares/history: the gaps of the last two weeks, by the figures kept of each day; latest first. */
export type ShareHistoryView = { at: string; days: (Omit<ShareDay, 'groups'> & { groups: CountedGap[] })[] }

export type RegionLevel = Omit<RegionShare, 'hospitals' | 'total'> & {
  total: number | null
  hospitals: CountedHospital[]
  figures: FiguresAge
}

/** GET /api/shares/{region}: each hospital’s share by the region’s own key, or else by staffed beds. */
export type RegionSharesView = { at: string; region: string; levels: RegionLevel[] }

/** GET /api/signals: what the figures say about the phase. Advice: nothing follows from it by itself. */
export type SignalsView = Signals & {
  at: string
  figures: FiguresAge
  /** The last day of the series that the prognosis is made from; null where there is none. */
  prognosisFrom: string | null
}

// What each share group and each hospital should have, has and has under way (R7), from the rows of this moment.
// Called by server/http/shares.ts.
import type { Person } from '#shared/access/parties.ts'
import type { Beds } from '#shared/beds/beds.ts'
import { freeBeds } from '#shared/beds/capacity.ts'
import { dayOf, plusDays } from '#shared/calendar-day.ts'
import { hideSmallGaps, hideSmallGroups, hideSmallHospitals } from '#shared/fair-share/hide-small-shares.ts'
import { regionShare } from '#shared/fair-share/region-share.ts'
import { type Move, type ShareBoard, shareBoard } from '#shared/fair-share/share-board.ts'
import { HISTORY_SHOWN_DAYS, shareHistory } from '#shared/fair-share/share-history.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { type Bed, BEDS } from '#shared/terms.ts'
import type { FiguresAge, RegionSharesView, ShareHistoryView, SharesView } from '#shared/wire/shares.ts'
import { allBeds } from '#server/store/beds.ts'
import { daysBetween } from '#server/store/days.ts'
import { registerOf } from '#server/store/register.ts'
import type { Db } from '#server/store/store.ts'
import { movesUnderWay } from '#server/store/moves.ts'

/** Figures of few patients are for those who arrange where they go. */
const seesAll = ({ memberships }: Person): boolean =>
  memberships.some(({ role }) => role === 'rcps' || role === 'lcps')

export const shownTo = (person: Person, board: ShareBoard) =>
  seesAll(person) ? board : hideSmallGroups(board)

export async function sharesView(db: Db, person: Person, now: string): Promise<SharesView> {
  const beds = await allBeds(db)
  const boards = await shareBoards(db, beds, now)
  return {
    at: now,
    levels: boards.map((board) => ({
      ...shownTo(person, board),
      figures: figuresAge(beds, board.bed, now),
    })),
  }
}

/** One for each care level: every screen that shows a share asks here or in the same shared function. */
export async function shareBoards(db: Db, beds: readonly Beds[], now: string): Promise<ShareBoard[]> {
  const register = await registerOf(db, ['exemption', 'key-set'])
  const moves = await movesUnderWay(db)
  return BEDS.map((bed) =>
    shareBoard(bed, { beds, register, moves: moves.filter((one) => one.bed === bed).flatMap(asMove) }, now),
  )
}

/** Inside one group nothing moves. */
function asMove({ from, to, departed }: Move): Move[] {
  const groups = { from: hospital(from)?.group ?? '', to: hospital(to)?.group ?? '' }
  return groups.from === groups.to ? [] : [{ ...groups, departed }]
}

export async function regionSharesView(
  db: Db,
  person: Person,
  region: string,
  now: string,
): Promise<RegionSharesView> {
  const beds = (await allBeds(db)).filter((row) => row.region === region)
  const register = await registerOf(db, ['region-key'])
  return {
    at: now,
    region,
    levels: BEDS.map((bed) => {
      const share = regionShare(region, bed, { beds, register }, now)
      return {
        ...(seesAll(person) ? share : hideSmallHospitals(share)),
        figures: figuresAge(beds, bed, now),
      }
    }),
  }
}

export function figuresAge(beds: readonly Beds[], bed: Bed, now: string): FiguresAge {
  const own = beds.filter((row) => row.bed === bed)
  return {
    oldest: own.map(({ reportedAt }) => reportedAt).sort()[0] ?? null,
    expired: own.filter((row) => freeBeds({ ...row, now }).freshness === 'expired').length,
    hospitals: own.length,
  }
}

/** The gaps of the past days; of few patients only to who arranges where they go. */
export async function shareHistoryView(db: Db, person: Person, now: string): Promise<ShareHistoryView> {
  const today = dayOf(now)
  const days = await daysBetween(db, plusDays(today, -HISTORY_SHOWN_DAYS), today)
  return {
    at: now,
    days: shareHistory(days).map((one) => ({
      ...one,
      groups: seesAll(person) ? one.groups : hideSmallGaps(one.groups),
    })),
  }
}

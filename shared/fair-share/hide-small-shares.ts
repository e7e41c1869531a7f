// Shares as shown to who oversees without being a coordinator: no figure of fewer than five patients, nor what it could
// be reckoned from. Called by server/views/shares-view.ts.
import { hideSmall } from '#shared/access/small-groups.ts'
import type { CountedGap, CountedGroup, CountedHospital } from '#shared/wire/shares.ts'
import type { RegionShare } from './region-share.ts'
import type { ShareBoard } from './share-board.ts'
import type { DayGap } from './share-history.ts'

/** Id → what may be shown of it. */
function shown(counts: readonly (readonly [string, number])[]) {
  const { total, groups } = hideSmall(counts.map(([id, count]) => ({ id, count })))
  const of = new Map(groups.map(({ id, count }) => [id, count]))
  return { total, of: (id: string): number | null => of.get(id) ?? null }
}

type Counted = { id: string; present: number; target: number | null }

/**
 * Of all together, and of those that take part, whose targets add up to their total: `total` is theirs, and where it is
 * null no target is told.
 */
function shownPresent(rows: readonly Counted[]) {
  const counts = (some: readonly Counted[]) => some.map(({ id, present }) => [id, present] as const)
  const takingPart = rows.filter(({ target }) => target !== null)
  const ofAll = shown(counts(rows))
  const ofThese = shown(counts(takingPart))
  const part = new Set(takingPart.map(({ id }) => id))
  return {
    total: ofThese.total,
    of: (id: string): number | null => (part.has(id) && ofThese.of(id) === null ? null : ofAll.of(id)),
  }
}

/** Where the present is hidden the gap is too: with the target it would tell. */
export function hideSmallGroups(board: ShareBoard) {
  const present = shownPresent(board.groups.map((one) => ({ ...one, id: one.group })))
  const leaving = shown(board.groups.map((one) => [one.group, one.leaving]))
  const coming = shown(board.groups.map((one) => [one.group, one.coming]))
  return {
    ...board,
    total: present.total === null ? null : board.total,
    groups: board.groups.map((one): CountedGroup => {
      const known = {
        present: present.of(one.group),
        leaving: leaving.of(one.group),
        coming: coming.of(one.group),
      }
      const isWhole = Object.values(known).every((count) => count !== null)
      return {
        ...one,
        ...known,
        target: present.total === null ? null : one.target,
        deficit: known.present === null ? null : one.deficit,
        after: isWhole ? one.after : null,
      }
    }),
  }
}

/** Free beds are not theirs here: beside the occupied ones they would tell how many are reserved. */
export function hideSmallHospitals(share: RegionShare) {
  const present = shownPresent(share.hospitals.map((one) => ({ ...one, id: one.hospital })))
  const occupied = shown(
    share.hospitals.flatMap((one) => (one.occupied === null ? [] : [[one.hospital, one.occupied]])),
  )
  return {
    ...share,
    total: present.total,
    hospitals: share.hospitals.map((one): CountedHospital => {
      const count = present.of(one.hospital)
      return {
        ...one,
        occupied: occupied.of(one.hospital),
        free: null,
        present: count,
        target: present.total === null ? null : one.target,
        deficit: count === null ? null : one.deficit,
      }
    }),
  }
}

/** The same of a day that is past. */
export function hideSmallGaps(groups: readonly DayGap[]): CountedGap[] {
  const present = shownPresent(groups.map((one) => ({ ...one, id: one.group })))
  return groups.map((one) => {
    const count = present.of(one.group)
    return {
      ...one,
      present: count,
      target: present.total === null ? null : one.target,
      deficit: count === null ? null : one.deficit,
    }
  })
}

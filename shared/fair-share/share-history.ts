// How far each group lay from its share, day by day: R7 on the figures kept of each day, with the rule that held then.
// Called by server/views/shares-view.ts.
import type { Day } from '#shared/calendar-day.ts'
import { byCodeUnit } from '#shared/code-unit-order.ts'
import { type BedsDay, NATION, presentByGroupOf } from '#shared/reports/beds-day.ts'
import { type Bed, BEDS } from '#shared/terms.ts'
import { fairShare } from './fair-share.ts'
import type { GroupShare } from './share-board.ts'

export const HISTORY_SHOWN_DAYS = 14

export type DayGap = Pick<GroupShare, 'group' | 'present' | 'target' | 'deficit'>
export type ShareDay = { day: Day; bed: Bed; groups: DayGap[] }

/** Latest day first, IC before ward. A day that was not kept is not there. */
export function shareHistory(days: readonly BedsDay[]): ShareDay[] {
  const dates = [...new Set(days.map(({ day }) => day))].sort().reverse()
  return dates.flatMap((day) => {
    const own = days.filter((line) => line.day === day)
    return BEDS.filter((bed) => own.some((line) => line.bed === bed)).map((bed) => ({
      day,
      bed,
      groups: gapsOf(own, bed),
    }))
  })
}

function gapsOf(lines: readonly BedsDay[], bed: Bed): DayGap[] {
  const rule = lines.find((line) => line.place === NATION && line.bed === bed)?.rule ?? {}
  const current = presentByGroupOf(lines, bed)
  const { target, deficit } = fairShare({ ...rule, current })
  return Object.keys(current)
    .sort(byCodeUnit)
    .map((group) => ({
      group,
      present: current[group] ?? 0,
      target: target[group] ?? null,
      deficit: deficit[group] ?? null,
    }))
}

// Figures about few people tell of them: no group under five is shown, nor what it could be reckoned from.
// Called by server/views/counts-view.ts.
import { byCodeUnit } from '#shared/code-unit-order.ts'

export const SMALLEST_GROUP = 5

export type Group = { id: string; count: number }
/** null: fewer than five, or what would tell of fewer than five. */
export type Shown = { total: number | null; groups: { id: string; count: number | null }[] }

/**
 * Hides every group under five. What is hidden is the total less what is shown, so together that is five or more too:
 * the smallest shown groups go with it, and where none is left the total does.
 */
export function hideSmall(groups: readonly Group[]): Shown {
  const total = groups.reduce((sum, { count }) => sum + count, 0)
  const bySize = [...groups].sort((a, b) => a.count - b.count || byCodeUnit(a.id, b.id))
  const hidden = new Set<string>()
  let inHidden = 0
  for (const { id, count } of bySize) {
    const isEnough = hidden.size === 0 || (hidden.size > 1 && inHidden >= SMALLEST_GROUP)
    if (count >= SMALLEST_GROUP && isEnough) break
    hidden.add(id)
    inHidden += count
  }
  return {
    total: total < SMALLEST_GROUP || (hidden.size > 0 && inHidden < SMALLEST_GROUP) ? null : total,
    groups: groups.map(({ id, count }) => ({ id, count: hidden.has(id) ? null : count })),
  }
}

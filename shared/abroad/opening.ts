// Whether hospitals abroad are open, by decision of the LCPS: from phase 2d, or near the maximum of IC beds. IC only.
// Lines of the register; asked wherever abroad is a destination.
import { isAtLeast } from '#shared/phases/phase-order.ts'
import { IC_MAXIMUM, THRESHOLDS } from '#shared/phases/signal-thresholds.ts'
import type { Phase } from '#shared/terms.ts'

export type AbroadLine = {
  id: string
  rev: number
  list: 'abroad'
  open: boolean
  from: string
  reason: string
  /** The facts it was decided on: the nation's phase and its occupied IC beds. */
  phase: Phase
  occupied: number
}

/** The line that holds at an instant: the last; null where none ever was. */
export const abroadAt = (lines: readonly AbroadLine[], at: string): AbroadLine | null =>
  lines
    .filter(({ from }) => Date.parse(from) <= Date.parse(at))
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from) || a.rev - b.rev)
    .at(-1) ?? null

export const isAbroadOpen = (lines: readonly AbroadLine[], at: string): boolean =>
  abroadAt(lines, at)?.open ?? false

/** From so many occupied IC beds on abroad may be opened in a lower phase. */
export const NEAR_MAXIMUM = Math.ceil(IC_MAXIMUM * THRESHOLDS.nearMaximum)

/** By which right it may be opened now; null: it may not. */
export function mayOpenAbroad({
  phase,
  occupied,
}: {
  phase: Phase
  occupied: number
}): 'phase' | 'beds' | null {
  if (isAtLeast(phase, '2d')) return 'phase'
  return occupied >= NEAR_MAXIMUM ? 'beds' : null
}

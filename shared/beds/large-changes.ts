// Which changes of bed figures are large enough to ask about: a slip of the thumb or a broken feed would move patients.
// Asked by the form before it reports, and of a feed before it replaces what a desk said.
import { type BedFigures, FIGURES } from './beds.ts'

/** Own thresholds: over five beds, or over a quarter; a bed or two is never large, however small the hospital. */
export const LARGE = { beds: 5, share: 0.25, small: 2 } as const

export type LargeChange = { figure: (typeof FIGURES)[number]; from: number; to: number }

/** Figures that are not given stay as they are. */
export const largeChanges = (from: BedFigures, to: Partial<BedFigures>): LargeChange[] =>
  FIGURES.flatMap((figure) => {
    const was = from[figure]
    const is = to[figure] ?? was
    const by = Math.abs(is - was)
    const isLarge = by > LARGE.beds || (by > LARGE.small && by > was * LARGE.share)
    return isLarge ? [{ figure, from: was, to: is }] : []
  })

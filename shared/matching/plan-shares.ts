// R9: how far the groups are from their exact shares, in whole numbers so that equal is equal (plan 4.2, table 1).
// Called by the plan's objective, model and explanation.
import { keyedGroups } from '#shared/fair-share/fair-share.ts'
import { toSixDecimals } from '#shared/rounding.ts'
import type { PlanInput } from './plan.ts'

export type PlanShares = {
  /** One patient, counted in the units of `gaps`: the taking-part keys' sum in tenths. */
  unit: number
  /** Exact share minus patients now, in units, per group that takes part; empty in phase 3. */
  gaps: ReadonlyMap<string, number>
}

/** The exact shares on `current`, before any move. Never throws. */
export function planShares(input: Pick<PlanInput, 'phase' | 'exempt' | 'current' | 'keys'>): PlanShares {
  const groups = input.phase === '3' ? [] : keyedGroups(input)
  const unit = groups.reduce((sum, { tenths }) => sum + tenths, 0)
  const total = groups.reduce((sum, { current }) => sum + current, 0)
  return {
    unit,
    gaps: new Map(groups.map(({ group, tenths, current }) => [group, total * tenths - unit * current])),
  }
}

/** Σ |patients after the moves − exact share| in units; `moved` is what each group gains, negative where it loses. */
export function deviationUnits(shares: PlanShares, moved: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [group, gap] of shares.gaps) sum += Math.abs(shares.unit * (moved.get(group) ?? 0) - gap)
  return sum
}

export const unitsToPatients = (shares: PlanShares, units: number): number =>
  shares.unit === 0 ? 0 : toSixDecimals(units / shares.unit)

// What a plan changes against the one before it. Called by the server for each row, and by the desk for its sums.

export const PLAN_CHANGES = ['new', 'moved', 'dropped', 'same', 'waiting'] as const
export type PlanChange = (typeof PLAN_CHANGES)[number]

/**
 * `was`: where the plan before sent it; null: nowhere, or it was not in it. `waiting`: nowhere then, nowhere now.
 */
export function planChange(was: string | null, hospital: string | null): PlanChange {
  if (hospital === null) return was === null ? 'waiting' : 'dropped'
  if (was === null) return 'new'
  return was === hospital ? 'same' : 'moved'
}

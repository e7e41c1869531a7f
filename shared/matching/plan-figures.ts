// The figures that a day's plan rests on, and what it makes of the groups' shares. Called by the desk before it plans
// and beside every plan.
import { freeBeds } from '#shared/beds/capacity.ts'
import { keyedGroups } from '#shared/fair-share/fair-share.ts'
import { toSixDecimals } from '#shared/rounding.ts'
import type { Bed } from '#shared/terms.ts'
import type { PlanFigures, PlanShare } from '#shared/wire/plans.ts'
import type { Assignment, PlanInput } from './plan.ts'
import { groupGains, movesOf } from './plan-objective.ts'

export type PlanGround = Omit<PlanInput, 'requests'>

/** Beds count where a patient may be sent: no intake stop, no expired report. `offers`: open ones of this level. */
export function planFigures(
  { hospitals, phase, exempt, now }: PlanGround,
  bed: Bed,
  offers: number,
): PlanFigures {
  const figures = { hospitals: 0, free: 0, freeInclBoss: 0, stopped: 0, stale: 0, expired: 0 }
  let oldest: string | null = null
  for (const { capacity, intakeStop } of hospitals) {
    const report = capacity[bed]
    if (report === undefined) continue
    const { free, freeInclBoss, freshness } = freeBeds({ ...report, now })
    figures.hospitals += 1
    if (intakeStop) figures.stopped += 1
    if (freshness !== 'fresh') figures[freshness] += 1
    if (freshness !== 'expired' && (oldest === null || report.reportedAt < oldest)) oldest = report.reportedAt
    if (intakeStop || freshness === 'expired') continue
    figures.free += free
    figures.freeInclBoss += freeInclBoss
  }
  return { at: now, phase, exempt: [...exempt], ...figures, offers, oldest }
}

/** Every group that takes part, by how far it is from its share before the moves, below first. */
export function planShareRows(input: PlanInput, assignments: readonly Assignment[]): PlanShare[] {
  const groups = input.phase === '3' ? [] : keyedGroups(input)
  const total = groups.reduce((sum, { current }) => sum + current, 0)
  const keys = groups.reduce((sum, { tenths }) => sum + tenths, 0)
  const gains = groupGains(movesOf(input, assignments))
  return groups
    .map(({ group, tenths, current }) => ({
      group,
      exact: toSixDecimals((total * tenths) / keys),
      before: current,
      after: current + (gains.get(group) ?? 0),
    }))
    .sort((a, b) => b.exact - b.before - (a.exact - a.before))
}

// The seven-day prognosis of occupied beds: last week's change goes on, damped, and the ward runs ahead of the IC.
// Called by the coordination desk's prognosis and by `npm run -s backtest`, which holds it against what came.

/** Occupied beds on one day, patients of the crisis only. */
export type Occupied = { ic: number; ward: number }
export type Level = keyof Occupied
/** Days in a row, oldest first. A day without a report holds the last one's figures. */
export type Days = readonly Occupied[]

export const HORIZON_DAYS = 7
/** The model looks back a week from today: with fewer days there is no prognosis. */
export const LEAST_DAYS = 8

/**
 * The change of the coming seven days, as parts of what has changed. Chosen on the Dutch national series before 2021
 * in steps of a tenth and left alone since (docs/forecast.md).
 */
export const PARTS = {
  ic: { ownWeek: 0.3, ownThreeDays: 0.2, wardWeek: 0.4 },
  ward: { ownWeek: 0.6, ownThreeDays: 0.2 },
} as const

/**
 * Occupied beds `ahead` days after the last day, one of 1–7, not rounded and never below 0. Undefined with too few
 * days. The ward's change counts per IC patient it had beside it, so that a milder wave pulls the IC up less.
 */
export function expected(days: Days, level: Level, ahead: number): number | undefined {
  const today = days.at(-1)
  const threeDaysAgo = days.at(-4)
  const weekAgo = days.at(-LEAST_DAYS)
  if (today === undefined || threeDaysAgo === undefined || weekAgo === undefined) return undefined
  const ownWeek = today[level] - weekAgo[level]
  const ownThreeDays = today[level] - threeDaysAgo[level]
  const parts = PARTS[level]
  let change = parts.ownWeek * ownWeek + parts.ownThreeDays * ownThreeDays
  if (level === 'ic') {
    const icPerWard = (today.ic + 1) / (today.ward + 2)
    change += PARTS.ic.wardWeek * icPerWard * (today.ward - weekAgo.ward)
  }
  return Math.max(0, today[level] + (change * ahead) / HORIZON_DAYS)
}

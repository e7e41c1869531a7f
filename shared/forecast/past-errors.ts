// How far the prognosis was off before: each past day asked again with only what was known then (walk-forward).
// Called by prognosis.ts for its interval and by `npm run -s backtest`.
import { type Days, expected, type Level } from './forecast.ts'

/** What one past day would have said, and what came. `at` is the index of the day that was predicted. */
export type PastError = { at: number; expected: number; came: number }

/** Every prognosis `ahead` days on whose day has come, oldest first; `since`: first index predicted for. */
export function pastErrors(days: Days, level: Level, ahead: number, since = 0): PastError[] {
  const errors: PastError[] = []
  for (let at = Math.max(since, ahead); at < days.length; at += 1) {
    const came = days[at]?.[level]
    const said = expected(days.slice(Math.max(0, at - ahead - 7), at - ahead + 1), level, ahead)
    if (said !== undefined && came !== undefined) errors.push({ at, expected: said, came })
  }
  return errors
}

/** Mean absolute error in beds; NaN of none. */
export const meanError = (errors: readonly PastError[]): number =>
  errors.reduce((sum, error) => sum + Math.abs(error.came - error.expected), 0) / errors.length

// How the prognosis did, per day ahead: its mean error, and how often what came fell inside the interval that was
// shown then. Called by forecast-of.ts.
import { type Days, HORIZON_DAYS, type Level } from './forecast.ts'
import { meanError, pastErrors } from './past-errors.ts'
import { around, ERROR_DAYS, LEAST_ERRORS } from './prognosis.ts'

export type PastRecord = {
  /** Mean absolute error over the last sixty days, in beds; null of too few. */
  error: number | null
  /** Part of those days that fell inside the interval of their own time; null while none had one. */
  covered: number | null
  /** How many days had an interval. */
  asked: number
}

/** One entry for each day ahead, 1–7. */
export function pastRecord(days: Days, level: Level): PastRecord[] {
  return Array.from({ length: HORIZON_DAYS }, (_, at) => recordAt(days, level, at + 1))
}

function recordAt(days: Days, level: Level, ahead: number): PastRecord {
  const all = pastErrors(days, level, ahead)
  const recent = all.filter(({ at }) => at >= days.length - ERROR_DAYS)
  let asked = 0
  let inside = 0
  for (const { at, expected, came } of recent) {
    // Said `ahead` days before it came, with the errors that were known then.
    const said = at - ahead
    const known = all.filter((error) => error.at <= said && error.at > said - ERROR_DAYS)
    const { low, high } = around(expected, known)
    if (low === null || high === null) continue
    asked += 1
    if (came >= low && came <= high) inside += 1
  }
  return {
    error: recent.length < LEAST_ERRORS ? null : meanError(recent),
    covered: asked === 0 ? null : inside / asked,
    asked,
  }
}

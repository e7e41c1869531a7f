// A week of prognosis with its interval: what the coordination desk shows, its past errors beside it.
import { type Days, expected, HORIZON_DAYS, type Level } from './forecast.ts'
import { meanError, type PastError, pastErrors } from './past-errors.ts'

export type PrognosisDay = {
  /** Days after the last day of the series, 1–7. */
  ahead: number
  /** Whole beds; four in five past days fell between `low` and `high`. Null while too few have passed. */
  expected: number
  low: number | null
  high: number | null
}
export type Prognosis = {
  days: PrognosisDay[]
  /** Mean absolute error seven days on over the errors the interval is made from, in beds; null of too few. */
  pastError: number | null
}

/** The interval holds this part of the past errors. */
export const INTERVAL = 0.8
/** It is made from errors this recent, and from no fewer than these. */
export const ERROR_DAYS = 60
export const LEAST_ERRORS = 14

/** Null with fewer than eight days. IC and ward apart. */
export function prognosis(days: Days, level: Level): Prognosis | null {
  const week: PrognosisDay[] = []
  let pastError: number | null = null
  for (let ahead = 1; ahead <= HORIZON_DAYS; ahead += 1) {
    const value = expected(days, level, ahead)
    if (value === undefined) return null
    const errors = pastErrors(days, level, ahead, days.length - ERROR_DAYS)
    week.push({ ahead, ...around(value, errors) })
    pastError = errors.length < LEAST_ERRORS ? null : meanError(errors)
  }
  return { days: week, pastError }
}

/** A value and its interval in whole beds, from the errors that were known when it was said. */
export function around(value: number, errors: readonly PastError[]): Omit<PrognosisDay, 'ahead'> {
  const margin = errors.length < LEAST_ERRORS ? null : marginAt(value, errors)
  return {
    expected: Math.round(value),
    low: margin === null ? null : Math.max(0, Math.floor(value - margin)),
    high: margin === null ? null : Math.ceil(value + margin),
  }
}

/** Counts err with the root of their size: errors made at another height are brought to this one. */
function marginAt(value: number, errors: readonly PastError[]): number {
  const relative = errors
    .map((error) => Math.abs(error.came - error.expected) / size(error.expected))
    .sort((a, b) => a - b)
  return (relative[Math.ceil(INTERVAL * relative.length) - 1] ?? 0) * size(value)
}

const size = (beds: number): number => Math.sqrt(beds + 4)

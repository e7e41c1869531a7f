// When each step of a ride was: written once, in any order, never before the step before it nor after the one after it.
// Used by the ride's decisions, and by the screen on which a crew corrects a time.
import { RIDE_LINE, CORRECT_HOURS, placeOnLine } from './ride-steps.ts'
import type { Ride, RideState, StepTime } from './ride.ts'

type Times = Ride['times']
type Entry = { at: string; now: string; corrected?: boolean }

/** The times nearest to this step's place on either side; null where there is none. */
export function neighbours(times: Times, step: RideState): { before: string | null; after: string | null } {
  const place = placeOnLine(step)
  const before = RIDE_LINE.slice(0, place).findLast((one) => times[one] !== undefined)
  const after = RIDE_LINE.slice(place + 1).find((one) => times[one] !== undefined)
  return {
    before: (before && times[before]?.at) ?? null,
    after: (after && times[after]?.at) ?? null,
  }
}

const isLater = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b)

/**
 * The times with this step added. Where a clock is at odds with the other steps the time is the nearest that is
 * possible, and marked: no duration is ever negative.
 */
export function writeStep(times: Times, step: RideState, { at, now, corrected }: Entry): Times {
  const { before, after } = neighbours(times, step)
  const notBefore = before !== null && isLater(before, at) ? before : at
  const possible = after !== null && isLater(notBefore, after) ? after : notBefore
  const written: StepTime = {
    at: possible,
    entered: now,
    ...(after === null ? {} : { late: true }),
    ...(corrected || possible !== at ? { corrected: true } : {}),
  }
  return { ...times, [step]: written }
}

export function withoutStep(times: Times, step: RideState): Times {
  const { [step]: _, ...rest } = times
  return rest as Times
}

/** The furthest step that has a time: the head. */
export const headOf = (times: Times): RideState =>
  RIDE_LINE.findLast((step) => times[step] !== undefined) ?? 'planned'

const hoursAfter = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString()

export type Bounds = { from: string; until: string }

/**
 * Between which instants this step's time may be put: from the step before it to the one after it, or now; a step that
 * has nothing before it no further back than its entry's shift. Null: it has no time, or it is too late.
 */
export function correctBounds({ times }: Pick<Ride, 'times'>, step: RideState, now: string): Bounds | null {
  const time = times[step]
  if (time === undefined || isLater(now, hoursAfter(time.entered, CORRECT_HOURS))) return null
  const { before, after } = neighbours(times, step)
  return { from: before ?? hoursAfter(time.entered, -CORRECT_HOURS), until: after ?? now }
}

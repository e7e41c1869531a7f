// When an act was, by the server's clock: the phone's own time moved by its estimated offset, never in the future.
// The hinge (server/perform.ts) and the phone's preview (web/state/preview.ts) both ask here.

/** No phone is believed to be further off than ten years. */
export const MAX_SKEW_MS = 3653 * 86_400_000

/** An act may seem this far ahead: so small an error moves the taps of one crew together. */
const AHEAD_MS = 60_000

export type ActTime = { at: string; corrected: boolean }

type Filed = { at: string; skew?: number }

/** When it was filed, by the server's clock as the phone knew it. */
export const filedAt = ({ at, skew = 0 }: Filed): string => new Date(Date.parse(at) + skew).toISOString()

/** `now`: the server's clock at entry, UTC ISO. */
export function actTime(filed: Filed, now: string): ActTime {
  const at = filedAt(filed)
  return Date.parse(at) > Date.parse(now) + AHEAD_MS
    ? { at: now, corrected: true }
    : { at, corrected: (filed.skew ?? 0) !== 0 }
}

/** A minute of typing is not "in the past". */
const GRACE_MS = 5 * 60_000

/** Whether what is announced from then on comes too late. */
export const isPast = (instant: string, at: string): boolean =>
  Date.parse(instant) < Date.parse(at) - GRACE_MS

// The clock on the wall in Europe/Amsterdam, summer time included. Called by R5.

export type WallTime = {
  year: number
  /** 1–12. */
  month: number
  /** May pass the month's end: day 32 of January is 1 February. */
  day: number
  hour: number
  minute: number
  second: number
}

const amsterdam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  calendar: 'iso8601',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
})

/** What the clock shows at an instant (milliseconds since 1970, UTC). */
export function wallTimeAt(instant: number): WallTime {
  const wall: WallTime = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of amsterdam.formatToParts(instant)) {
    if (type in wall) wall[type as keyof WallTime] = Number(value)
  }
  return wall
}

/** The instant at which the clock shows this time; one that summer time skips lands after the gap. */
export function instantAtWallTime(wall: WallTime): number {
  const asUtc = utcOf(wall)
  const guess = asUtc - aheadOfUtc(asUtc)
  return asUtc - aheadOfUtc(guess)
}

/** How far the clock is ahead of UTC at an instant of whole seconds, in milliseconds. */
const aheadOfUtc = (instant: number): number => utcOf(wallTimeAt(instant)) - instant

const utcOf = (wall: WallTime): number =>
  Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second)

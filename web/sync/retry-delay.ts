const FIRST_MS = 1_000
const LONGEST_MS = 60_000

/** Doubles to a minute; half of it is chance, so that phones that lost one server do not return at once. */
export function retryDelay(tries: number, random: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(tries, 10))
  return whole * (0.5 + random / 2)
}

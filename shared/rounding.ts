// The one rounding that the rulebook asks for. Called by the rules that answer with computed numbers.

/** Rounds to six decimals; never gives negative zero. */
export const toSixDecimals = (value: number): number => Math.round(value * 1e6) / 1e6 + 0

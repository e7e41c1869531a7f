// The order of ids wherever the rulebook says "sorted" or "ties by id". Called by the rules that rank.

/** Compares two strings by code unit, the same in every language setting. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

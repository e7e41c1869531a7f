// The plan's table 1: the share key of each group in per cent, as printed. Called by R7 as its default.

/** Plan table 1, column "verdeelsleutel"; the printed keys add up to 100.1, so R7 always normalises. */
export const TABLE_1_KEYS: Readonly<Record<string, number>> = {
  azeur: 4.2,
  nazmn: 7.4,
  'naznw-szn': 15.1,
  nazz: 6.9,
  azo: 8.9,
  nazl: 9.3,
  aznn: 10.4,
  nazw: 9.6,
  tczw: 13.9,
  nazb: 14.4,
}

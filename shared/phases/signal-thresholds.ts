// From when on a figure is a signal, with the source of each number. Read by signals.ts and shown beside the figures.

/** IC beds in the nation: base, phase 1 and up, maximum. Plan 6.2.1, the totals of table 1. */
export const IC_STEPS = [999, 1141, 1250] as const
export const IC_MAXIMUM = 1250

export const THRESHOLDS = {
  /** "Several regions". Own. */
  severalRegions: 3,
  /** A region uses its safety beds systematically when this part of them is taken … Own. */
  bossPart: 0.5,
  /** … or when so many reservations took one within 24 hours. Own. */
  bossReservations: 3,
  /** A group is above its key by at least so many patients and this part of its exact share. Own. */
  overKeyPatients: 2,
  overKeyPart: 0.1,
  /** Abroad may be opened in a lower phase from so large a part of the maximum on, reached or forecast. Own. */
  nearMaximum: 0.95,
} as const

// A group that takes no part in spreading for a while, by decision of the ROAZ chairs (plan 2.2.4, 4.2). A line of the
// register; R7, R8 and R9 are given the groups exempt now.
export type Exemption = {
  id: string
  rev: number
  list: 'exemption'
  group: string
  /** Instants, UTC; `until` null: until it is ended. */
  from: string
  until: string | null
  reason: string
  announcedAt: string
}

/** The groups exempt at an instant, sorted, each once. */
export const exemptAt = (lines: readonly Exemption[], at: string): string[] =>
  [
    ...new Set(
      lines
        .filter(({ from, until }) => from <= at && (until === null || at < until))
        .map(({ group }) => group),
    ),
  ].sort()

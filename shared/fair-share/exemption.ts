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
  /** Ended before its time, or before it began. */
  ended?: { at: string; reason: string }
}

type Span = Pick<Exemption, 'from' | 'until' | 'ended'>
export type ExemptionState = 'ahead' | 'in-force' | 'past' | 'ended'

export function exemptionState({ from, until, ended }: Span, at: string): ExemptionState {
  const now = Date.parse(at)
  if (ended !== undefined && Date.parse(ended.at) <= now) return 'ended'
  if (until !== null && Date.parse(until) <= now) return 'past'
  return Date.parse(from) <= now ? 'in-force' : 'ahead'
}

/** The groups exempt at an instant, sorted, each once. */
export const exemptAt = (lines: readonly Exemption[], at: string): string[] =>
  [
    ...new Set(lines.filter((line) => exemptionState(line, at) === 'in-force').map(({ group }) => group)),
  ].sort()

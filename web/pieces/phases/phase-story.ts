import { effectivePhase, type RegisterLine } from '#shared/phases/effective-phase.ts'
import { isCrisis } from '#shared/phases/phase-order.ts'
import type { Phase } from '#shared/terms.ts'

export type PhaseStory = {
  phase: Phase
  /** Since when it holds; null where no decision ever touched it. */
  since: string | null
  source: 'national' | 'region' | 'fall' | 'start'
  /** The first change that is announced. */
  next: { phase: Phase; at: string } | null
}

/** What holds in a region now, since when and by whose decision, and what comes next. `''`: the nation alone. */
export function phaseStory(region: string, register: readonly RegisterLine[], now: string): PhaseStory {
  const holdsAt = (at: string) => effectivePhase({ region, at, register })
  const phase = holdsAt(now)
  const moments = [...new Set(register.map(({ inForceFrom }) => inForceFrom))].sort(
    (a, b) => Date.parse(a) - Date.parse(b),
  )
  const past = moments.filter((at) => Date.parse(at) <= Date.parse(now))
  let since: string | null = null
  for (const at of past.toReversed()) {
    if (holdsAt(at) !== phase) break
    if (touches(at, region, register)) since = at
  }
  const ahead = moments.find((at) => Date.parse(at) > Date.parse(now) && holdsAt(at) !== phase)
  return {
    phase,
    since,
    source: sourceOf(phase, since, region, register),
    next: ahead === undefined ? null : { phase: holdsAt(ahead), at: ahead },
  }
}

const linesAt = (at: string, region: string, register: readonly RegisterLine[]): RegisterLine[] =>
  register.filter(
    ({ scope, inForceFrom }) =>
      Date.parse(inForceFrom) === Date.parse(at) && (scope === 'national' || scope === `region:${region}`),
  )

const touches = (at: string, region: string, register: readonly RegisterLine[]): boolean =>
  linesAt(at, region, register).length > 0

function sourceOf(
  phase: Phase,
  since: string | null,
  region: string,
  register: readonly RegisterLine[],
): PhaseStory['source'] {
  if (isCrisis(phase)) return 'national'
  if (since === null) return 'start'
  const own = linesAt(since, region, register).some(({ scope }) => scope !== 'national')
  return own ? 'region' : 'fall'
}

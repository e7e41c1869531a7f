// R1, last paragraph: which phase holds in a region at an instant, read from the phase register.
// Called wherever a rule is asked for a region's phase.
import type { Phase } from '#shared/terms.ts'
import { isCrisis } from './phase-order.ts'

export type RegisterLine = {
  /** `national`, or `region:<id>`. */
  scope: string
  phase: Phase
  /** Instant; the line says nothing before it. */
  inForceFrom: string
}

export type EffectivePhaseInput = { region: string; at: string; register: readonly RegisterLine[] }

/**
 * The phase in force in a region at an instant. The national phase from 2a up, else the region's own. When the nation falls below 2a the region is 1b until
 * its own ROAZ lowers it, at that same instant at the earliest; what a region recorded before the fall is void.
 * A region without any line is 1a. The register's order matters only between lines of one scope and one
 * instant: the last one holds. Never throws on instants that parse (plan 2.2.4, 2.2.5).
 */
export function effectivePhase(input: EffectivePhaseInput): Phase {
  const at = Date.parse(input.at)
  const ownScope = `region:${input.region}`
  let national: Phase = '1a'
  let own: Phase = '1a'
  for (const line of inForceOrder(input.register)) {
    if (Date.parse(line.inForceFrom) > at) continue
    if (line.scope === 'national') {
      if (isCrisis(national) && !isCrisis(line.phase)) own = '1b'
      national = line.phase
    } else if (line.scope === ownScope && !isCrisis(line.phase)) {
      // A region never enters 2a or above by itself: such a line would have no mandate.
      own = line.phase
    }
  }
  return isCrisis(national) ? national : own
}

/** By instant, and the nation before the regions at one instant. */
function inForceOrder(register: readonly RegisterLine[]): RegisterLine[] {
  const regional = (line: RegisterLine): number => (line.scope === 'national' ? 0 : 1)
  return [...register].sort(
    (a, b) => Date.parse(a.inForceFrom) - Date.parse(b.inForceFrom) || regional(a) - regional(b),
  )
}

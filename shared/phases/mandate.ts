// R1: may this phase change be decided by this body? (plan 2.2.4, 2.2.5, fig. 2.1)
// Called by the secretary's screen before and by the server while a change is recorded.
import type { Body, Phase } from '#shared/terms.ts'
import type { Adviser } from './phase-entry.ts'
import { isAtLeast, isCrisis } from './phase-order.ts'

export type PhaseChange = {
  /** `national`, or `region:<id>`. */
  scope: string
  from: Phase
  to: Phase
  decidedBy: Body
  /** Advice that was given; none when absent. */
  advice?: readonly Adviser[]
}

export type PhaseChangeReason =
  | 'same-phase'
  | 'scope-must-be-national'
  | 'scope-must-be-region'
  | 'no-mandate'
  | `advice-missing:${Adviser}`

export type PhaseChangeDecision = { allowed: boolean; mandate: Body; reasons: PhaseChangeReason[] }

const mandateToEnter: Record<Phase, Body> = {
  '1a': 'roaz',
  '1b': 'roaz',
  '2a': 'roaz-chairs',
  '2b': 'db-lnaz',
  '2c': 'db-lnaz',
  '2d': 'minister-vws',
  '3': 'minister-vws',
}

const adviceToEnter: Partial<Record<Phase, readonly Adviser[]>> = {
  '2d': ['db-lnaz'],
  '3': ['lnaz', 'igj', 'nza'],
}

/**
 * Decides whether the body may make this change, with every reason against it, sorted.
 * Rising takes the mandate of the phase entered, falling that of the phase left; only rising needs advice,
 * and only that of the phase entered. Steps may be skipped. Never throws (plan 2.2.4, 2.2.5).
 */
export function decidePhaseChange(change: PhaseChange): PhaseChangeDecision {
  const { from, to, advice = [] } = change
  const falls = !isAtLeast(to, from)
  const rises = !isAtLeast(from, to)
  const mandate = mandateToEnter[falls ? from : to]
  const mustBeNational = isCrisis(from) || isCrisis(to)
  const isNational = change.scope === 'national'

  const reasons: PhaseChangeReason[] = []
  if (from === to) reasons.push('same-phase')
  if (mustBeNational && !isNational) reasons.push('scope-must-be-national')
  if (!mustBeNational && isNational) reasons.push('scope-must-be-region')
  if (change.decidedBy !== mandate) reasons.push('no-mandate')
  for (const adviser of rises ? (adviceToEnter[to] ?? []) : []) {
    if (!advice.includes(adviser)) reasons.push(`advice-missing:${adviser}`)
  }
  return { allowed: reasons.length === 0, mandate, reasons: reasons.sort() }
}

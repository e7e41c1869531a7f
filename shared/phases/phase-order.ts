// Where a phase stands among the seven. Called by every rule that depends on the phase.
import { PHASES, type Phase } from '#shared/terms.ts'

/** Whether `phase` is `floor` or a higher one. */
export const isAtLeast = (phase: Phase, floor: Phase): boolean =>
  PHASES.indexOf(phase) >= PHASES.indexOf(floor)

/** National coordination: 2a and up (plan 2.2.4, 4.4). */
export const isCrisis = (phase: Phase): boolean => isAtLeast(phase, '2a')

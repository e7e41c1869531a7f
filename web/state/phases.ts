import type { Accessor } from 'solid-js'

import { effectivePhase } from '#shared/phases/effective-phase.ts'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import type { Phase } from '#shared/terms.ts'
import type { Shown } from './mirror.ts'
import { now } from './now.ts'
import { createRows, mirror } from './rows.ts'

/** The phase register. */
export const createPhases = (): Accessor<Shown<PhaseEntry>[] | undefined> => createRows('phases')

/** The phase that holds in a region now (reactive); undefined while loading. */
export function phaseOf(region: string): Phase | undefined {
  const register = mirror()?.phases
  return register && effectivePhase({ region, at: now(), register: [...register.values()] })
}

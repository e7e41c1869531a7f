// R2: who verifies a request, who searches for it, and how far (plan 4.5.1.4, 4.5.1.5, fig. 4.3).
// Called when a request is filed, and by R8 to see whether the nation is open.
import { isCrisis } from '#shared/phases/phase-order.ts'
import type { Ground, Kind, Phase } from '#shared/terms.ts'

export type RouteInput = {
  kind: Kind
  /** Required when urgent; says nothing about a planned request. */
  ground?: Ground
  /** The phase in force in the region of origin. */
  phase: Phase
}

export type Route = {
  verification: 'rcps' | 'none'
  search: ('region' | 'national')[]
  coordinators: ('rcps' | 'lcps')[]
}

/**
 * The route of a request. Urgent for bed shortage is verified by the RCPS and opens the nation in every phase
 * (the region is looked at first); anything else is not verified and opens the nation from 2a. Never throws
 * (plan 4.5.1.4, 4.5.1.5).
 */
export function routeOf(input: RouteInput): Route {
  const shortage = input.kind === 'urgent' && input.ground === 'bed-shortage'
  const nationOpen = shortage || isCrisis(input.phase)
  return {
    verification: shortage ? 'rcps' : 'none',
    search: nationOpen ? ['region', 'national'] : ['region'],
    coordinators: nationOpen ? ['rcps', 'lcps'] : ['rcps'],
  }
}

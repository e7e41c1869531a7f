// Beds of which nobody reported any figures yet, as on the first day. Called by the decisions, and by the form that
// makes the first report.
import { hospital as hospitalOf } from '#shared/reference/hospitals.ts'
import type { Bed } from '#shared/terms.ts'
import { type Beds, bedsId } from './beds.ts'

export const NEVER = '1970-01-01T00:00:00.000Z'

/** Expired, so that no patient is matched to them. Null: the hospital has no such beds. */
export function unreported(hospital: string, bed: Bed): Beds | null {
  const known = hospitalOf(hospital)
  if (known === undefined || (bed === 'ic' && !known.hasIc)) return null
  return {
    id: bedsId(hospital, bed),
    rev: 0,
    hospital,
    region: known.region,
    bed,
    operational: 0,
    occupied: 0,
    crisis: 0,
    reserved: 0,
    boss: 0,
    addable24h: 0,
    intakeStop: null,
    observedAt: NEVER,
    reportedAt: NEVER,
    source: 'desk',
  }
}

// What a patient needs that not every vehicle of a kind has, beside R4: own choices, shown with their reason.
// Called by ride.plan, the desk's list of vehicles and the suggestion.
import type { Clinical } from '#shared/transfers/request.ts'
import type { Vehicle } from '#shared/reference/fleet.ts'

export const UNFIT_REASONS = ['no-isolation', 'no-bariatric'] as const
export type UnfitReason = (typeof UNFIT_REASONS)[number]

/** Kilograms from which a stretcher for heavy patients is needed (own). */
export const BARIATRIC_KG = 150

/** Why this vehicle does not fit this patient; empty where it does. */
export function unfitFor(
  { abilities }: Pick<Vehicle, 'abilities'>,
  { isolation, weight = 0 }: Pick<Clinical, 'isolation' | 'weight'>,
): UnfitReason[] {
  const isAirborne = isolation === 'airborne' || isolation === 'strict'
  return [
    ...(weight >= BARIATRIC_KG && !abilities.bariatric ? (['no-bariatric'] as const) : []),
    ...(isAirborne && !abilities.isolation ? (['no-isolation'] as const) : []),
  ]
}

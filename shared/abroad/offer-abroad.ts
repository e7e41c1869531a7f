// A hospital abroad as a place to offer a patient to: which there are, and why one may not be asked. Called by the offer's
// decision and by the coordinator's match view, so both say the same.
import { declinedBy } from '#shared/matching/match-facts.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { type RegisterRow, rowsOfList } from '#shared/wire/register.ts'
import { isAbroadOpen } from './opening.ts'
import { type Destination, destinationsAbroad } from './partner-row.ts'

/** In place of a region, of what lies in none. */
export const ABROAD = 'abroad'

type Facts = { register: readonly RegisterRow[]; reservations: readonly Reservation[] }
type Asked = Pick<Transfer, 'bed' | 'level'>

export const partnerOf = ({ register }: Pick<Facts, 'register'>, id: string): Destination | undefined =>
  destinationsAbroad(rowsOfList(register, 'partner')).find((place) => place.id === id)

export const ABROAD_STOPS = [
  'abroad-closed',
  'abroad-ic-only',
  'abroad-lcps-only',
  'declined-earlier',
] as const
export type AbroadStop = (typeof ABROAD_STOPS)[number]

/** Whether one more is more than was agreed: no bound, but whoever asks says why (docs/decisions/063). */
export const isBeyondAgreed = ({ icBeds }: Pick<Destination, 'icBeds'>, held: number): boolean =>
  icBeds !== null && held >= icBeds

/** Sorted; none: it may be asked. Whether it has a bed is its own to say (plan 8.2; docs/decisions/063). */
export function abroadStops({ bed, level }: Asked, place: string, facts: Facts, at: string): AbroadStop[] {
  const holds: Record<AbroadStop, boolean> = {
    'abroad-closed': !isAbroadOpen(rowsOfList(facts.register, 'abroad'), at),
    'abroad-ic-only': bed !== 'ic',
    'abroad-lcps-only': level !== 'national',
    'declined-earlier': declinedBy(facts.reservations).includes(place),
  }
  return ABROAD_STOPS.filter((stop) => holds[stop])
}

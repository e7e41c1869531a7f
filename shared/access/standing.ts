// How a person stands to one thing: it does not exist for them, it exists but the act is not theirs, or they act as
// this membership. Every guard (guard.ts), every read and may.ts ask here.
import type { Alert } from '#shared/alerts/alert.ts'
import type { Beds } from '#shared/beds/beds.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import {
  alertAudience,
  bedsAudience,
  type Key,
  keysOf,
  reservationAudience,
  rideAudience,
  sharesKey,
  transferAudience,
} from './audience.ts'
import { type Membership, type Party, type Person, partiesOf } from './parties.ts'

export type Thing =
  | { kind: 'transfer'; transfer: Transfer }
  | { kind: 'reservation'; reservation: Reservation; transfer: Transfer }
  | { kind: 'ride'; ride: Ride; transfer: Transfer }
  | { kind: 'alert'; alert: Alert; transfer: Transfer }
  | { kind: 'beds'; beds: Beds }
  /** A line of the register, or the wish to add one. */
  | { kind: 'phase'; decidedBy: string; scope: string }
  /** A line of the register of this organisation (null: of none), or the wish to add one. */
  | { kind: 'register'; org: string | null }
  /** What is nobody's: a list of one's own, a new request. */
  | { kind: 'none' }

/** `as` null: it exists, the act is not this person's. */
export type Verdict = { sees: false } | { sees: true; as: Membership | null }

/** Whose keys open it. */
export function audienceOf(thing: Thing): Key[] {
  switch (thing.kind) {
    case 'transfer':
      return transferAudience(thing.transfer)
    case 'reservation':
      return reservationAudience(thing.reservation, thing.transfer)
    case 'ride':
      return rideAudience(thing.transfer, thing.ride)
    case 'alert':
      return alertAudience(thing.alert)
    case 'beds':
      return bedsAudience(thing.beds)
    default:
      return ['all']
  }
}

/** What a membership is to a thing. A ride's crew is that of its own vehicle; its desk also that of the vehicle's house. */
export function partiesIn(membership: Membership, thing: Thing): readonly Party[] {
  if (!('transfer' in thing)) return []
  if (thing.kind === 'ride') {
    const { vehicle, org, legs = [] } = thing.ride
    // Which of a ride's crews may do what, and of when, is guardRide's.
    if (membership.role === 'crew')
      return [vehicle, ...legs.map((leg) => leg.vehicle)].includes(membership.org) ? ['crew'] : []
    if (membership.role === 'transport-desk' && membership.org === org) return ['transport-desk']
  }
  return partiesOf(membership, thing.transfer)
}

export const sees = (person: Person, thing: Thing): boolean => sharesKey(keysOf(person), audienceOf(thing))

/** The first of a person's memberships that is one of these parties. */
export const membershipAs = (
  { memberships }: Pick<Person, 'memberships'>,
  by: readonly Party[],
  thing: Thing,
): Membership | null =>
  memberships.find((membership) => partiesIn(membership, thing).some((party) => by.includes(party))) ?? null

export const standing = (person: Person, by: readonly Party[], thing: Thing): Verdict =>
  sees(person, thing) ? { sees: true, as: membershipAs(person, by, thing) } : { sees: false }

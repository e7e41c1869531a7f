// Who there is around one transfer, and who of them may know of it and act in which party, written out by hand:
// the tests hold `shared/access` and the steps tables to this, so it reads neither.
import type { Party } from '#shared/access/parties.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import type { Ride, RideState } from '#shared/rides/ride.ts'
import type { Transfer, TransferState } from '#shared/transfers/transfer.ts'
import { aPerson, aReservation, aRide, aTransfer, ids, people, places, T0 } from './builders.ts'

export type Level = Transfer['level']

/** Nobody of these is a party; the first two work where the patient is, or is going to. */
export const bystanders = {
  originDesk: aPerson('bed-desk', places.from),
  receivingWard: aPerson('intensivist', places.to),
} as const
export const strangers = {
  otherHospital: aPerson('bed-desk', places.elsewhere),
  otherReferrer: aPerson('intensivist', places.elsewhere),
  otherRcps: aPerson('rcps', places.elsewhereRegion),
  otherDesk: aPerson('transport-desk', 'rav-vr16'),
  otherCrew: aPerson('crew', 'amb-vr16-1'),
  secretary: aPerson('secretary', 'db-lnaz'),
  chairs: aPerson('secretary', 'roaz-chairs'),
  roaz: aPerson('secretary', places.region),
  observer: aPerson('observer', 'igj'),
  admin: aPerson('admin', 'brancard'),
  foreignLcps: aPerson('lcps', 'be'),
} as const
export const cast = { ...people, ...bystanders, ...strangers } as const
export type CastName = keyof typeof cast
export const castNames = Object.keys(cast) as CastName[]

const OFFERED: readonly TransferState[] = [
  'offered',
  'reserved',
  'planned',
  'in-transit',
  'arrived',
  'closed',
]
const WITH_RIDE: readonly TransferState[] = ['planned', 'in-transit', 'arrived', 'closed']

/** What holds at this point: an on-hold transfer was held while planned, an ended one was never offered. */
export const isOffered = (state: TransferState): boolean => OFFERED.includes(state) || state === 'on-hold'
export const hasRide = (state: TransferState): boolean => WITH_RIDE.includes(state) || state === 'on-hold'

/** The parties a cast member is at this point; null: may not even know that the transfer exists. */
export function partiesAt(name: CastName, state: TransferState, level: Level): readonly Party[] | null {
  const search = level === 'region'
  switch (name) {
    case 'intensivist':
    case 'wardStaff':
      return ['referrer']
    case 'originDesk':
      return []
    case 'rcps':
      return search ? ['origin-rcps', 'coordinator'] : ['origin-rcps']
    case 'lcps':
      return search ? null : ['coordinator']
    case 'receiver':
      return isOffered(state) ? ['receiver'] : null
    case 'receivingWard':
      return isOffered(state) ? [] : null
    case 'receivingRcps':
      return isOffered(state) ? ['receiving-rcps'] : null
    case 'desk':
      return isOffered(state) ? ['transport-desk'] : null
    case 'crew':
      return hasRide(state) ? ['crew'] : null
    default:
      return null
  }
}

const RESERVATION_AT: Partial<Record<TransferState, Reservation['state']>> = {
  offered: 'offered',
  reserved: 'confirmed',
  planned: 'confirmed',
  'in-transit': 'confirmed',
  'on-hold': 'confirmed',
  arrived: 'occupied',
  closed: 'occupied',
}
const RIDE_AT: Partial<Record<TransferState, RideState>> = {
  planned: 'planned',
  'on-hold': 'planned',
  'in-transit': 'departed',
  arrived: 'handed-over',
}

type Point = { transfer: Transfer; reservation: Reservation | null; ride: Ride | null }

/** A transfer in a state, with the rows that go with it. */
export function pointAt(state: TransferState, level: Level = 'region'): Point {
  const offered = isOffered(state)
  const ridden = hasRide(state)
  const reservationState = RESERVATION_AT[state]
  const rideState = RIDE_AT[state]
  return {
    transfer: aTransfer({
      state,
      level,
      heldFrom: state === 'on-hold' ? 'planned' : null,
      reservation: offered ? ids.reservation : null,
      to: offered ? places.to : null,
      toRegion: offered ? places.toRegion : null,
      desks: offered ? [places.desk] : [],
      ride: ridden ? ids.ride : null,
      vehicle: ridden ? places.vehicle : null,
      ...(state === 'verifying' ? { kind: 'urgent', ground: 'bed-shortage', purpose: 'capacity' } : {}),
    }),
    reservation: reservationState ? aReservation({ state: reservationState }) : null,
    ride: rideState ? aRide({ state: rideState, times: { [rideState]: { at: T0, entered: T0 } } }) : null,
  }
}

// May this person take this step of the table now? Called first by every decision, and by screens for their buttons.
import type { Reservation } from '#shared/beds/reservation.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { type Refusal, refuse } from '#shared/wire/refusal.ts'
import { keysOf, reservationAudience, rideAudience, sharesKey, transferAudience } from './audience.ts'
import { type Membership, type Party, type Person, partiesOf } from './parties.ts'

type Step = { from: readonly string[]; by: readonly Party[] }
export type Guarded = { as: Membership } | { refused: Refusal }

/** The membership in which this person is one of the step's parties. */
export const membershipFor = (
  person: Person,
  transfer: Transfer,
  by: readonly Party[],
): Membership | undefined =>
  person.memberships.find((membership) => partiesOf(membership, transfer).some((party) => by.includes(party)))

/** Absent and not yours to know of give the same answer: `not-found` (P7). Then the role, then the state. */
export function guardTransfer(transfer: Transfer | null, person: Person, step: Step): Guarded {
  if (transfer === null || !sharesKey(keysOf(person), transferAudience(transfer))) return refuse('not-found')
  const as = membershipFor(person, transfer, step.by)
  if (as === undefined) return refuse('role.refused')
  return atStep(transfer.state, step) ?? { as }
}

/** A hospital whose offer ended still sees its own answer, so it hears the state, not `not-found`. */
export function guardReservation(
  reservation: Reservation | null,
  transfer: Transfer | null,
  person: Person,
  step: Step,
): Guarded {
  if (reservation === null || transfer === null) return refuse('not-found')
  if (!sharesKey(keysOf(person), reservationAudience(reservation, transfer))) return refuse('not-found')
  const ended = atStep(reservation.state, step)
  if (ended !== null) return ended
  const as = membershipFor(person, transfer, step.by)
  if (as === undefined) return refuse('role.refused')
  return transfer.state === 'on-hold' ? refuse('on-hold') : { as }
}

export function guardRide(ride: Ride | null, transfer: Transfer | null, person: Person, step: Step): Guarded {
  if (ride === null || transfer === null) return refuse('not-found')
  if (!sharesKey(keysOf(person), rideAudience(transfer, ride.vehicle, ride.org))) return refuse('not-found')
  const as = person.memberships.find((membership) =>
    rideParties(membership, transfer, ride).some((party) => step.by.includes(party)),
  )
  if (as === undefined) return refuse('role.refused')
  if (step.by.includes('crew') && as.role === 'crew' && ride.crew !== null && ride.crew !== person.id)
    return refuse('role.refused', { facts: { crew: 'other' } })
  const ended = atStep(ride.state, step)
  if (ended !== null) return ended
  return transfer.state === 'on-hold' ? refuse('on-hold') : { as }
}

/** The vehicle's crew, and the desks of the transfer or of the vehicle's own organisation. */
function rideParties(membership: Membership, transfer: Transfer, ride: Ride): Party[] {
  if (membership.role === 'crew') return membership.org === ride.vehicle ? ['crew'] : []
  if (membership.role === 'transport-desk' && membership.org === ride.org) return ['transport-desk']
  return partiesOf(membership, transfer)
}

const atStep = (state: string, step: Step): { refused: Refusal } | null => {
  if (step.from.includes(state)) return null
  return state === 'on-hold' ? refuse('on-hold') : refuse('step.refused', { facts: { state } })
}

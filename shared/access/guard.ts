// May this person take this step of the table now? Called first by every decision, and by screens for their buttons.
import type { Reservation } from '#shared/beds/reservation.ts'
import type { Ride, RideLeg } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { type Refusal, refuse } from '#shared/wire/refusal.ts'
import type { Membership, Party, Person } from './parties.ts'
import { standing } from './standing.ts'

type Step = { from: readonly string[]; by: readonly Party[] }
export type Guarded = { as: Membership } | { refused: Refusal }

/** Absent and not yours to know of give the same answer: `not-found` (P7). Then the role, then the state. */
export function guardTransfer(transfer: Transfer | null, person: Person, step: Step): Guarded {
  if (transfer === null) return refuse('not-found')
  const stands = standing(person, step.by, { kind: 'transfer', transfer })
  if (!stands.sees) return refuse('not-found')
  if (stands.as === null) return refuse('role.refused')
  return atStep(transfer.state, step) ?? { as: stands.as }
}

/** A hospital whose offer ended still sees its own answer, so it hears the state, not `not-found`. */
export function guardReservation(
  reservation: Reservation | null,
  transfer: Transfer | null,
  person: Person,
  step: Step,
): Guarded {
  if (reservation === null || transfer === null) return refuse('not-found')
  const stands = standing(person, step.by, { kind: 'reservation', reservation, transfer })
  if (!stands.sees) return refuse('not-found')
  const ended = atStep(reservation.state, step)
  if (ended !== null) return ended
  if (stands.as === null) return refuse('role.refused')
  return transfer.state === 'on-hold' ? refuse('on-hold') : { as: stands.as }
}

/**
 * `at`: the act's own time, for what a crew did before it handed the ride over. Absent: now, as for a button. `anyCrew`:
 * whoever of the vehicle's crew has it, a colleague may take it.
 */
export function guardRide(
  ride: Ride | null,
  transfer: Transfer | null,
  person: Person,
  step: Step & { anyCrew?: true },
  at?: string,
): Guarded {
  if (ride === null || transfer === null) return refuse('not-found')
  const stands = standing(person, step.by, { kind: 'ride', ride, transfer })
  if (!stands.sees) return refuse('not-found')
  const { as } = stands
  if (as === null) return refuse('role.refused')
  const isCrews = step.by.includes('crew') && as.role === 'crew'
  if (isCrews && !(step.anyCrew ? as.org === ride.vehicle : isCrewThen(ride, as, person, at)))
    return refuse('role.refused', { facts: { crew: 'other' } })
  const ended = atStep(ride.state, step)
  if (ended !== null) return ended
  return transfer.state === 'on-hold' ? refuse('on-hold') : { as }
}

const isCrewThen = (ride: Ride, { org }: Membership, { id }: Person, at: string | undefined): boolean =>
  (org === ride.vehicle && (ride.crew === null || ride.crew === id)) ||
  (at !== undefined && legAt(ride, { org, id }, at) !== undefined)

/** Part of the ride that was this crew's at that time, handed over since. */
export const legAt = (
  { legs = [] }: Pick<Ride, 'legs'>,
  { org, id }: { org: string; id: string },
  at: string,
): RideLeg | undefined =>
  legs.find((leg) => leg.vehicle === org && (leg.crew === null || leg.crew === id) && at <= leg.until)

const atStep = (state: string, step: Step): { refused: Refusal } | null => {
  if (step.from.includes(state)) return null
  return state === 'on-hold' ? refuse('on-hold') : refuse('step.refused', { facts: { state } })
}

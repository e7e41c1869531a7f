// What it means for the transfer, its bed and the origin's when the head of a ride moves: once per step that it passes,
// whatever order the steps came in, and the other way round when a step is taken back. Used by decide-ride.ts.
import { reservationFollows } from '#shared/beds/reservation-steps.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { transferFollows } from '#shared/transfers/transfer-steps.ts'
import type { World } from '#shared/wire/decision.ts'
import type { Draft } from '#shared/wire/draft.ts'
import type { Ride, RideState } from './ride.ts'
import { placeOnLine, transferOnRide } from './ride-steps.ts'

type Facts = { ride: Ride; transfer: Transfer; draft: Draft }

/** Whether going on from one state to another passes this step. */
export const passes = (step: RideState, from: RideState, to: RideState): boolean =>
  placeOnLine(from) < placeOnLine(step) && placeOnLine(step) <= placeOnLine(to)

/** The head goes on to `to`. */
export function goForth({ reservation }: World, { ride, transfer, draft }: Facts, to: RideState): void {
  let row = transfer
  if (passes('departed', ride.state, to)) {
    row = draft.transfer(row, transferFollows[transferOnRide.departed.forth])
    draft.origin(row, -1)
  }
  if (passes('at-destination', ride.state, to)) {
    draft.transfer(row, transferFollows[transferOnRide['at-destination'].forth])
    if (reservation !== null) draft.reservation(reservation, reservationFollows.occupy)
  }
}

/** The head goes back to `to`. */
export function goBack({ reservation }: World, { ride, transfer, draft }: Facts, to: RideState): void {
  let row = transfer
  if (passes('at-destination', to, ride.state)) {
    const since = sinceOf(ride.times.departed?.at)
    row = draft.transfer(row, transferFollows[transferOnRide['at-destination'].back], since)
    if (reservation !== null)
      draft.reservation(reservation, reservationFollows.vacate, sinceOf(reservation.confirmedAt))
  }
  if (passes('departed', to, ride.state)) {
    const since = sinceOf(ride.times.planned?.at)
    draft.transfer(row, transferFollows[transferOnRide.departed.back], since)
    draft.origin(row, 1)
  }
}

export const sinceOf = (at: string | null | undefined): { since?: string } =>
  at == null ? {} : { since: at }

/** Since when the patient is on the way, or there, where this step is what made it so. */
export function correctTransfer(
  { transfer, draft }: Pick<Facts, 'transfer' | 'draft'>,
  step: RideState,
  since: string,
): void {
  const meaning: Partial<Record<RideState, { state: Transfer['state'] }>> = transferOnRide
  if (meaning[step]?.state === transfer.state && transfer.since !== since)
    draft.transfer(transfer, transferFollows.correct, { since })
}

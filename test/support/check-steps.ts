// An oracle over the steps tables: no row may change its state but along a step of its table.
import { alertFollows, alertSteps } from '#shared/alerts/alert-steps.ts'
import { reservationFollows, reservationSteps } from '#shared/beds/reservation-steps.ts'
import { RIDE_LINE, rideFollows, rideSteps } from '#shared/rides/ride-steps.ts'
import { transferFollows, transferSteps } from '#shared/transfers/transfer-steps.ts'
import type { Change } from '#shared/wire/event.ts'

type Step = { event: string; from: readonly string[]; to: string }
type Before = { state: string; heldFrom?: string | null }

const tables: Partial<Record<Change['subject'], Step[]>> = {
  transfer: [...Object.values(transferSteps), ...Object.values(transferFollows)],
  reservation: [...Object.values(reservationSteps), ...Object.values(reservationFollows)],
  ride: [...Object.values(rideSteps), ...Object.values(rideFollows)],
  alert: [...Object.values(alertSteps), ...Object.values(alertFollows)],
}

const place = (state: string): number => (RIDE_LINE as readonly string[]).indexOf(state)

const leadsTo = ({ to }: Step, before: Before, state: string): boolean => {
  if (to === 'same') return state === before.state
  if (to === 'held') return state === before.heldFrom
  if (to === 'furthest') return place(state) > place(before.state)
  if (to === 'earlier') return place(state) >= 0 && place(state) < place(before.state)
  return state === to
}

/** Null when a step of the table covers this change, else what is wrong. First events (no row before) are free. */
export function outsideSteps(change: Change, before: Before | undefined): string | null {
  const steps = tables[change.subject]
  if (steps === undefined || before === undefined || !('state' in change.data)) return null
  const state = String(change.data.state)
  const named = steps.filter(({ event }) => event === change.name)
  return named.some((step) => step.from.includes(before.state) && leadsTo(step, before, state))
    ? null
    : `${change.name}: ${before.state} → ${state}`
}

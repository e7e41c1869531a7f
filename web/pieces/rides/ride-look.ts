import type { Ride, RideState } from '#shared/rides/ride.ts'
import type { State } from '#web/parts/state-mark.tsx'

const LOOKS: Record<RideState, State> = {
  planned: 'waiting',
  accepted: 'waiting',
  'en-route': 'moving',
  'at-origin': 'moving',
  departed: 'moving',
  'at-destination': 'moving',
  'handed-over': 'done',
  available: 'done',
  aborted: 'stopped',
}

/** The shape and colour of a ride's state. */
export const rideLook = (state: RideState): State => LOOKS[state]

/** When it came into its state; for a planned ride, which did nothing yet, nothing. */
export const rideSince = (ride: Pick<Ride, 'state' | 'since' | 'times'>): string | null =>
  ride.state === 'planned' ? null : (ride.times[ride.state]?.at ?? ride.since)

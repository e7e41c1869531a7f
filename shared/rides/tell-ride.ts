// What a crew tells on the way beside its steps: when it will be there, what went wrong. Decisions of ride.eta and
// ride.incident.
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { readyRide } from './decide-ride.ts'
import { rideSteps } from './ride-steps.ts'

/** Minutes from the telling: a little while ago is "we are there", the longest is a day's drive. */
export const ETA_MINUTES = { min: -5, max: 720 } as const

export function decideEta(world: World, payload: Payload<'ride.eta'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.eta')
  if ('refused' in facts) return facts
  const { ride, draft, as } = facts
  const minutes = (Date.parse(payload.at) - Date.parse(context.at)) / 60_000
  if (minutes < ETA_MINUTES.min || minutes > ETA_MINUTES.max)
    return refuse('command.invalid', { fields: [{ field: 'at', fault: 'range', ...ETA_MINUTES }] })
  const eta = {
    place: ride.state === 'at-origin' || ride.state === 'departed' ? 'destination' : 'origin',
    at: new Date(payload.at).toISOString(),
    said: context.at,
    by: as.role === 'crew' ? 'crew' : 'transport-desk',
  } as const
  // Told without signal, heard late: what was said after it stays.
  if (ride.eta !== undefined && ride.eta.said > eta.said)
    return refuse('step.refused', { facts: { state: ride.state } })
  draft.ride(ride, rideSteps['ride.eta'].event, { eta })
  return { changes: draft.changes, as }
}

export function decideIncident(world: World, payload: Payload<'ride.incident'>, context: Context): Decision {
  const facts = readyRide(world, context, 'ride.incident')
  if ('refused' in facts) return facts
  const { ride, draft, as } = facts
  const incidents = [...(ride.incidents ?? []), { at: context.at, incident: payload.incident }]
  draft.ride(ride, rideSteps['ride.incident'].event, { incidents })
  return { changes: draft.changes, as }
}

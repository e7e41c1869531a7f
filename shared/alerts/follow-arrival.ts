// A patient on the way: the receiving hospital is told at departure, fifteen minutes before arrival, and when it will be
// another time than was said. To be seen, not to be answered: it goes on to nobody. Called by follow-turn.ts and the timers.
import { isSystem } from '#shared/access/parties.ts'
import { etaAtDestination, LATER_MINUTES, NEAR_MINUTES } from '#shared/rides/eta.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decided, Decision, World } from '#shared/wire/decision.ts'
import { BY_SYSTEM, type Change } from '#shared/wire/event.ts'
import { refuse } from '#shared/wire/refusal.ts'
import type { Alert, ArrivalTold } from './alert.ts'
import { alertSteps } from './alert-steps.ts'
import { isArrival, minutesAfter } from './due.ts'

/** The ride as this decision leaves it. */
function rideAfter({ ride }: World, { changes }: Pick<Decided, 'changes'>): Ride | null {
  if (ride === null) return null
  const own = changes.filter(({ subject, id }) => subject === 'ride' && id === ride.id)
  return Object.assign({ ...ride }, ...own.map(({ data }) => data))
}

/** When the receiver is told once more; null where that would be now. */
const remindAt = (expected: string, now: string): string | null => {
  const at = minutesAfter(expected, -NEAR_MINUTES)
  return at > now ? at : null
}

/** For who takes the patient in, from the departure on. */
export function arrivalAlert(
  world: World,
  decided: Decided,
  { id: transfer, state, kind, to, reservation, abroad }: Transfer,
  { id, now }: { id: string; now: string },
): Alert | null {
  const ride = rideAfter(world, decided)
  const eta = ride === null ? null : etaAtDestination(ride, now)
  // A hospital abroad has no phone of ours to ring.
  if (state !== 'in-transit' || to === null || abroad != null || eta === null) return null
  return {
    ...{ id, rev: 0, transfer, act: 'prepare', kind, who: 'receiver', org: to, reservation },
    ...{ state: 'raised', raisedAt: now, level: 0, above: null, acknowledged: null },
    dueAt: remindAt(eta.at, now),
    told: { why: 'departed', expected: eta.at },
  }
}

export const isExpectedAnew = ({ changes }: Decided): boolean =>
  changes.some(({ name }) => name === 'ride.expected')

/** Somebody said when it will be there: told anew where that differs from what the receiver heard last. */
export function followEta(world: World, decided: Decided, now: string): Decided {
  const { alert } = world
  const ride = rideAfter(world, decided)
  const eta = ride === null ? null : etaAtDestination(ride, now)
  if (alert === null || !isArrival(alert) || alert.state === 'settled' || eta === null) return decided
  const before = Date.parse(alert.told?.expected ?? alert.raisedAt)
  const minutes = Math.abs(Date.parse(eta.at) - before) / 60_000
  if (minutes < LATER_MINUTES) return decided
  return { ...decided, changes: [...decided.changes, seenAnew(alert, 'moved', eta.at, now)] }
}

const seenAnew = ({ id }: Alert, why: ArrivalTold, expected: string, now: string): Change => ({
  name: alertSteps['alert.remind'].event,
  subject: 'alert',
  id,
  data: {
    state: alertSteps['alert.remind'].to,
    raisedAt: now,
    acknowledged: null,
    dueAt: why === 'near' ? null : remindAt(expected, now),
    told: { why, expected },
  },
})

/** Only the server's timers do this, when its time has come. */
export function decideRemindArrival(
  { alert, ride }: World,
  { due }: Payload<'alert.remind'>,
  { person, now }: Context,
): Decision {
  if (!isSystem(person) || alert === null) return refuse('not-found')
  const state = `alert-${alert.state}`
  if (!isArrival(alert) || alert.state === 'settled') return refuse('step.refused', { facts: { state } })
  if (alert.dueAt !== due || due > now) return refuse('step.refused', { facts: { state: 'alert-not-due' } })
  const eta = ride === null ? null : etaAtDestination(ride, now)
  return { changes: [seenAnew(alert, 'near', eta?.at ?? now, now)], as: BY_SYSTEM }
}

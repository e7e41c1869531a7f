// An alert is acknowledged by whom it is for, or goes on when its time has passed. Raising and settling follow the turn
// (follow-turn.ts).
import { alertAudience, keysOf, sharesKey } from '#shared/access/audience.ts'
import { isSystem } from '#shared/access/parties.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { transferFollows } from '#shared/transfers/transfer-steps.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { BY_SYSTEM, type Change } from '#shared/wire/event.ts'
import { refuse } from '#shared/wire/refusal.ts'
import type { Alert } from './alert.ts'
import { alertSteps } from './alert-steps.ts'
import { alertedAs, coordinatorAbove } from './alerted.ts'
import { dueAct, dueAt, isArrival, isDue, isLapse, levelSince, limitOf } from './due.ts'
import { newAlert, raiseChange } from './follow-turn.ts'

const changeOf = (alert: Alert, event: Change['name'], data: Partial<Alert>): Change => ({
  name: event,
  subject: 'alert',
  id: alert.id,
  data,
})

/** The parties see how far it went and who took it up. */
const tell = (transfer: Transfer, event: Change['name'], escalation: Transfer['escalation']): Change => ({
  name: event,
  subject: 'transfer',
  id: transfer.id,
  data: { escalation },
})

export function decideAcknowledgeAlert(
  world: World,
  { seen }: Payload<'alert.acknowledge'>,
  { person, now }: Context,
): Decision {
  const { alert, transfer } = world
  if (alert === null || transfer === null || !sharesKey(keysOf(person), alertAudience(alert)))
    return refuse('not-found')
  const as = alertedAs(alert, person)
  if (as === undefined) return refuse('role.refused')
  const { from, event, to } = alertSteps['alert.acknowledge']
  if (!from.some((state) => state === alert.state))
    return refuse('step.refused', { facts: { state: `alert-${alert.state}` } })
  // It rang anew while the answer was on its way: that was not seen, and goes on ringing.
  if (seen !== undefined && seen !== alert.raisedAt)
    return refuse('step.refused', { facts: { state: 'alert-rung-anew' } })
  const acknowledged = { role: as.role, org: as.org, at: now }
  const held = { settings: world.register, now }
  const due = isArrival(alert) ? alert.dueAt : dueAt({ ...alert, acknowledged }, now, held)
  const data = { state: to, acknowledged, dueAt: due }
  const changes = [changeOf(alert, event, data)]
  if (transfer.escalation != null)
    changes.push(tell(transfer, transferFollows.takeUp.event, { ...transfer.escalation, acknowledged }))
  return { changes, as: { role: as.role, org: as.org } }
}

/** Only the server's timers do this, and only when the time has come by the server's clock, or nobody hears it any more. */
export function decideEscalate(
  world: World,
  payload: Payload<'alert.escalate'>,
  { person, now }: Context,
): Decision {
  const { alert, transfer } = world
  if (!isSystem(person) || alert === null || transfer === null) return refuse('not-found')
  const { from, event, to } = alertSteps['alert.escalate']
  if (!from.some((state) => state === alert.state) || alert.level !== payload.level)
    return refuse('step.refused', { facts: { state: `alert-${alert.state}` } })
  const { lapsed } = payload
  const isUnheard = lapsed !== undefined && isLapse(alert, lapsed, now)
  if (!(isDue(alert, now) || isUnheard) || dueAct(alert) !== 'escalate')
    return refuse('step.refused', { facts: { state: 'alert-not-due' } })
  const level = alert.level === 0 ? 1 : 2
  const above = level === 2 ? coordinatorAbove(alert, transfer) : null
  const data = { state: to, level, above, acknowledged: null } as const
  const due = dueAt({ ...alert, ...data }, now, { settings: world.register, now })
  const goesTo = above ?? { who: alert.who, org: alert.org }
  return {
    changes: [
      changeOf(alert, event, { ...data, levelAt: now, dueAt: due }),
      tell(transfer, transferFollows.escalate.event, {
        act: alert.act,
        level,
        to: goesTo,
        at: now,
        acknowledged: null,
      }),
    ],
    as: BY_SYSTEM,
  }
}

/** The limit of its step was set anew: when it goes on, and what all parties read, follow at once. */
export function decideRetime(world: World, _: Payload<'alert.retime'>, { person, now }: Context): Decision {
  const { alert, transfer } = world
  if (!isSystem(person) || alert === null || transfer === null) return refuse('not-found')
  const { from, event } = alertSteps['alert.retime']
  if (isArrival(alert)) return refuse('step.refused', { facts: { state: 'alert-not-due' } })
  const held = { settings: world.register, now }
  const due = dueAt(alert, levelSince(alert), held)
  const limit = limitOf(alert, held)
  const isSame = due === alert.dueAt && limit === (transfer.limit ?? null)
  if (isSame || !from.some((state) => state === alert.state))
    return refuse('step.refused', { facts: { state: isSame ? 'alert-not-due' : `alert-${alert.state}` } })
  const changes = [changeOf(alert, event, { dueAt: due, levelAt: levelSince(alert) })]
  if (limit !== (transfer.limit ?? null))
    changes.push({ name: 'transfer.retimed', subject: 'transfer', id: transfer.id, data: { limit } })
  return { changes, as: BY_SYSTEM }
}

export function decideRaise(
  world: World,
  payload: Payload<'alert.raise'>,
  { person, now }: Context,
): Decision {
  const { alert, transfer } = world
  if (!isSystem(person) || transfer === null) return refuse('not-found')
  if (alert !== null) return refuse('already-exists')
  const row = newAlert(transfer, { id: payload.alert, now, by: BY_SYSTEM, settings: world.register })
  return row === null
    ? refuse('step.refused', { facts: { state: transfer.state } })
    : { changes: [raiseChange(row)], as: BY_SYSTEM }
}

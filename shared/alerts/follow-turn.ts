// What every decision does to a transfer's alert: the turn passed, so the old one is settled and the next raised, in
// the same transaction. Called by the hinge after each decision.
import { actsNow, type ActsNow } from '#shared/transfers/acts-now.ts'
import type { Settings } from '#shared/settings/setting-of.ts'
import type { Escalation, Transfer } from '#shared/transfers/transfer.ts'
import type { Decided, World } from '#shared/wire/decision.ts'
import type { By, Change } from '#shared/wire/event.ts'
import { type Alert, type Alerted, type LimitedAct, ROLE_OF } from './alert.ts'
import { arrivalAlert, followEta, isExpectedAnew } from './follow-arrival.ts'
import { alertFollows, alertSteps } from './alert-steps.ts'
import { dueAt, limitOf } from './due.ts'

type Facts = {
  /** The server's clock. */
  now: string
  /** The id a new alert gets. */
  alert: string
}

export function followTurn(world: World, decided: Decided, { now, alert: id }: Facts): Decided {
  const { transfer: before, alert } = world
  if (isExpectedAnew(decided)) return followEta(world, decided, now)
  const own = decided.changes.filter(({ subject }) => subject === 'transfer')
  if (own.length === 0) return decided
  const after: Transfer = Object.assign({ ...before }, ...own.map(({ data }) => data))
  // Another vehicle, a corrected departure: it is still on its way to the same door.
  const [was, is] = [before?.state === 'in-transit', after.state === 'in-transit']
  if (was && is) return decided
  if (before !== null && was === is && isSameTurn(actsNow(before, null), actsNow(after, null)))
    return own.some(({ name }) => name === 'transfer.claimed') ? takenUp(world, decided, now) : decided

  const settled = alert === null || alert.state === 'settled' ? [] : [settle(alert)]
  const raised =
    newAlert(after, { id, now, by: decided.as, settings: world.register }) ??
    arrivalAlert(world, decided, after, { id, now })
  const escalation = raised === null ? null : escalationOf(raised)
  const limit = raised === null ? null : limitOf(raised, { settings: world.register, now })
  const said = {
    ...((before?.escalation ?? null) === escalation ? {} : { escalation }),
    ...((before?.limit ?? null) === limit ? {} : { limit }),
  }
  const changes = withSaid(decided.changes, own.at(-1), said)
  return { ...decided, changes: [...changes, ...settled, ...(raised === null ? [] : [raise(raised)])] }
}

const isSameTurn = (a: ActsNow, b: ActsNow): boolean =>
  a.who === b.who && a.org === b.org && a.act === b.act && a.since === b.since

const settle = ({ id }: Alert): Change => ({
  name: alertFollows.settle.event,
  subject: 'alert',
  id,
  data: { state: alertFollows.settle.to, dueAt: null },
})

const raise = ({ rev: _, ...row }: Alert): Change => ({
  name: alertFollows.raise.event,
  subject: 'alert',
  id: row.id,
  data: row,
})

export const raiseChange = raise

/** Whoever claims a request has seen it. */
function takenUp({ alert, register }: World, decided: Decided, now: string): Decided {
  if (alert === null || alert.state !== 'raised') return decided
  const { event, to } = alertSteps['alert.acknowledge']
  const acknowledged = acknowledgedBy(decided.as, now)
  if (acknowledged === null) return decided
  const due = dueAt({ ...alert, acknowledged }, now, { settings: register, now })
  const change: Change = {
    name: event,
    subject: 'alert',
    id: alert.id,
    data: { state: to, acknowledged, dueAt: due },
  }
  return { ...decided, changes: [...decided.changes, change] }
}

const acknowledgedBy = ({ role, org }: By, at: string): Alert['acknowledged'] =>
  role === 'system' ? null : { role, org, at }

const isLimited = (turn: ActsNow): turn is ActsNow & { who: Alerted; org: string; act: LimitedAct } =>
  turn.limitMinutes !== null && turn.org !== null && turn.who in ROLE_OF

type Made = { id: string; now: string; by: By; settings: Settings }

/**
 * The alert of this transfer's turn, or null where the turn has no limit. Whoever gave the turn to its own house
 * knows of it. Where the LCPS stands in for an RCPS that did not answer, it keeps doing so for what that RCPS would do
 * next.
 */
export function newAlert(transfer: Transfer, { id, now, by, settings }: Made): Alert | null {
  const turn = actsNow(transfer, null)
  if (!isLimited(turn)) return null
  const { who, org, act } = turn
  const standsIn = who === 'rcps' && by.role === 'lcps' && transfer.escalation?.to.who === 'lcps'
  const knows = standsIn || (by.role === ROLE_OF[who] && by.org === org)
  const alert: Alert = {
    id,
    rev: 0,
    transfer: transfer.id,
    act,
    kind: transfer.kind,
    who,
    org,
    // The LCPS gives the answer of a hospital abroad.
    reservation: who === 'receiver' || act === 'confirm' ? transfer.reservation : null,
    state: knows ? 'acknowledged' : 'raised',
    raisedAt: now,
    level: standsIn ? 2 : 0,
    levelAt: now,
    above: standsIn ? { who: 'lcps', org: by.org } : null,
    dueAt: null,
    acknowledged: knows ? acknowledgedBy(by, now) : null,
  }
  return { ...alert, dueAt: dueAt(alert, now, { settings, now }) }
}

/** What the transfer's own row says of it: all its parties see how far it went, and who took it up. */
export function escalationOf(alert: Alert): Escalation | null {
  const { act, level, above, who, org, raisedAt, acknowledged } = alert
  if (level === 0) return null
  return { act, level, to: above ?? { who, org }, at: raisedAt, acknowledged }
}

/** Said with the change that passed the turn: not an event of its own. */
const withSaid = (changes: readonly Change[], last: Change | undefined, said: Partial<Transfer>): Change[] =>
  changes.map((change) => (change === last ? { ...change, data: { ...change.data, ...said } } : change))

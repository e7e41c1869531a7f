// An alert: the party whose turn has a limit acknowledges it in the app, or it goes on to the deputy and then to the
// next coordinator. Raised and settled with the turn (follow-turn.ts), moved on by the server's timers
// (decide-alert.ts). Intervals are settings.
import type { LIMITS } from '#shared/transfers/acts-now.ts'
import type { Kind, Role } from '#shared/terms.ts'

export const ALERT_STATES = ['raised', 'acknowledged', 'settled'] as const
export type AlertState = (typeof ALERT_STATES)[number]

/** The acts that have a limit, and so an alert. */
export type LimitedAct = keyof typeof LIMITS
/** `prepare`: a patient is on the way to who must be ready. It has no limit, goes on to nobody, and sounds once at most. */
export type AlertAct = LimitedAct | 'prepare'

/** Who may be alerted, and in which role a person is that. */
export const ROLE_OF = {
  rcps: 'rcps',
  lcps: 'lcps',
  receiver: 'bed-desk',
  'transport-desk': 'transport-desk',
} as const satisfies Record<string, Role>
export type Alerted = keyof typeof ROLE_OF

/** 0: the party itself. 1: its deputy too. 2: the next coordinator too. */
export const ALERT_LEVELS = [0, 1, 2] as const
export type AlertLevel = (typeof ALERT_LEVELS)[number]

export type Coordinator = { who: 'rcps' | 'lcps'; org: string }

/** Instants are the server's own clock: nobody can be late for what nobody could know. */
export type Alert = {
  id: string
  rev: number
  transfer: string
  act: AlertAct
  kind: Kind
  who: Alerted
  org: string
  /** The offer this is about. */
  reservation: string | null
  state: AlertState
  raisedAt: string
  level: AlertLevel
  /** Since when it is at this level; absent on alerts from before it was kept. */
  levelAt?: string
  /** The coordinator it went to, from level 2. */
  above: Coordinator | null
  /** When it goes on by itself; null: it does not. */
  dueAt: string | null
  acknowledged: { role: Role; org: string; at: string } | null
  /** Of `prepare`: what it last said, and why then. */
  told?: { why: ArrivalTold; expected: string }
}

/** It left · fifteen minutes before it is there · expected at another time than was said. */
export type ArrivalTold = 'departed' | 'near' | 'moved'

export const isOpenAlert = ({ state }: Pick<Alert, 'state'>): boolean => state !== 'settled'

/** Minutes from one level to the next, by step and track (own, settings). The first takes the step's own limit. */
export const NEXT_MINUTES: Record<LimitedAct, Record<Kind, number>> = {
  verify: { urgent: 10, planned: 30 },
  match: { urgent: 15, planned: 60 },
  'answer-counter': { urgent: 15, planned: 60 },
  acknowledge: { urgent: 5, planned: 15 },
  confirm: { urgent: 15, planned: 60 },
  plan: { urgent: 15, planned: 60 },
}

/** Minutes after the last level in which nobody took up an offer: then it expires (own, settings). */
export const EXPIRE_MINUTES: Partial<Record<LimitedAct, Record<Kind, number>>> = {
  acknowledge: { urgent: 10, planned: 30 },
  confirm: { urgent: 30, planned: 120 },
}

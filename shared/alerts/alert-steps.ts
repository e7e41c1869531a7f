// The steps of an alert as data: from, to, by whom. `alerted`: whom it is for at its level (alerted.ts).
import type { EventName } from '#shared/wire/event.ts'
import type { AlertState } from './alert.ts'

export type AlertStep = {
  event: Extract<EventName, `alert.${string}`>
  from: readonly AlertState[]
  to: AlertState | 'same'
  by: readonly ('alerted' | 'system')[]
}

export const alertSteps = {
  'alert.acknowledge': {
    event: 'alert.acknowledged',
    from: ['raised'],
    to: 'acknowledged',
    by: ['alerted'],
  },
  /** Past its time it goes one level up, and rings again. */
  'alert.escalate': {
    event: 'alert.escalated',
    from: ['raised', 'acknowledged'],
    to: 'raised',
    by: ['system'],
  },
  /** Shortly before the patient is there, or expected at another time than was said: seen anew (follow-arrival.ts). */
  'alert.remind': {
    event: 'alert.reminded',
    from: ['raised', 'acknowledged'],
    to: 'raised',
    by: ['system'],
  },
  /** The minutes of its step were set anew. */
  'alert.retime': { event: 'alert.retimed', from: ['raised', 'acknowledged'], to: 'same', by: ['system'] },
  /** For a turn that has none, as after an update from a version without alerts. */
  'alert.raise': { event: 'alert.raised', from: [], to: 'raised', by: ['system'] },
} as const satisfies Record<string, AlertStep>

/** What follows from a turn that passes. */
export const alertFollows = {
  raise: { event: 'alert.raised', from: [], to: 'raised' },
  settle: { event: 'alert.settled', from: ['raised', 'acknowledged'], to: 'settled' },
} as const satisfies Record<string, Omit<AlertStep, 'by'>>

export type AlertCommand = keyof typeof alertSteps

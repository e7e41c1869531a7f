// The steps of a reservation as data (rulebook, States): from, to, by whom, and what it does to the bed counts.
import type { Party } from '#shared/access/parties.ts'
import type { EventName } from '#shared/wire/event.ts'
import type { ReservationState } from './reservation.ts'

export type ReservationStep = {
  event: Extract<EventName, `reservation.${string}`>
  from: readonly ReservationState[]
  to: ReservationState | 'same'
  by: readonly Party[]
}

const live = ['offered', 'confirmed'] as const

export const reservationSteps = {
  'reservation.acknowledge': {
    event: 'reservation.acknowledged',
    from: ['offered'],
    to: 'same',
    by: ['receiver'],
  },
  'reservation.confirm': {
    event: 'reservation.confirmed',
    from: ['offered'],
    to: 'confirmed',
    by: ['receiver'],
  },
  'reservation.counter': { event: 'reservation.countered', from: ['offered'], to: 'same', by: ['receiver'] },
  /** The hospital that countered holds to its answer: the coordinator's yes confirms the bed. */
  'reservation.accept-counter': {
    event: 'reservation.confirmed',
    from: ['offered'],
    to: 'confirmed',
    by: ['coordinator', 'referrer'],
  },
  'reservation.decline': {
    event: 'reservation.declined',
    from: ['offered'],
    to: 'declined',
    by: ['receiver'],
  },
  'reservation.retract': {
    event: 'reservation.released',
    from: ['offered'],
    to: 'released',
    by: ['coordinator', 'referrer'],
  },
  /** A national offer may be moved within the receiving region (plan 4.2). */
  'reservation.move': {
    event: 'reservation.released',
    from: ['offered'],
    to: 'released',
    by: ['receiving-rcps'],
  },
  /** Nobody answered, however far it was escalated (docs/decisions/012). */
  'reservation.expire': {
    event: 'reservation.expired',
    from: ['offered'],
    to: 'expired',
    by: ['system'],
  },
} as const satisfies Record<string, ReservationStep>

/** Steps that follow from another subject's act. */
export const reservationFollows = {
  occupy: { event: 'reservation.occupied', from: ['confirmed'], to: 'occupied' },
  vacate: { event: 'reservation.vacated', from: ['occupied'], to: 'confirmed' },
  release: { event: 'reservation.released', from: live, to: 'released' },
  discharge: { event: 'reservation.released', from: ['occupied'], to: 'released' },
} as const satisfies Record<string, Omit<ReservationStep, 'by'>>

/** What a reservation in this state holds at its hospital: reserve, occupy, release are symmetrical. */
export const bedCounts: Record<ReservationState, { reserved: 0 | 1; occupied: 0 | 1 }> = {
  offered: { reserved: 0, occupied: 0 },
  confirmed: { reserved: 1, occupied: 0 },
  occupied: { reserved: 0, occupied: 1 },
  released: { reserved: 0, occupied: 0 },
  declined: { reserved: 0, occupied: 0 },
  expired: { reserved: 0, occupied: 0 },
}

export type ReservationCommand = keyof typeof reservationSteps

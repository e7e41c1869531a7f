// The steps of a ride as data (rulebook, States): the crew's one big button, guards and tests read this table.
import type { Party } from '#shared/access/parties.ts'
import type { EventName } from '#shared/wire/event.ts'
import type { RideState } from './ride.ts'

/** The head moves along this line, one step at a time. */
export const RIDE_LINE = [
  'planned',
  'accepted',
  'en-route',
  'at-origin',
  'departed',
  'at-destination',
  'handed-over',
  'available',
] as const satisfies readonly RideState[]

export type RideStep = {
  event: Extract<EventName, `ride.${string}`>
  from: readonly RideState[]
  to: RideState | 'same' | 'next' | 'previous'
  by: readonly Party[]
}

const beforeDeparture = ['planned', 'accepted', 'en-route', 'at-origin'] as const
const stepped = [
  'accepted',
  'en-route',
  'at-origin',
  'departed',
  'at-destination',
  'handed-over',
  'available',
] as const
const active = [...beforeDeparture, 'departed', 'at-destination', 'handed-over'] as const

export const rideSteps = {
  'ride.plan': { event: 'ride.planned', from: [], to: 'planned', by: ['transport-desk'] },
  'ride.accept': { event: 'ride.accepted', from: ['planned'], to: 'accepted', by: ['crew'] },
  'ride.advance': {
    event: 'ride.advanced',
    from: ['accepted', 'en-route', 'at-origin', 'departed', 'at-destination', 'handed-over'],
    to: 'next',
    by: ['crew'],
  },
  /** Arrival is a fact: the receiver may record it where the crew has not (rulebook, States). */
  'ride.arrive': { event: 'ride.advanced', from: ['departed'], to: 'at-destination', by: ['receiver'] },
  'ride.undo': { event: 'ride.undone', from: stepped, to: 'previous', by: ['crew'] },
  'ride.note': { event: 'ride.noted', from: active, to: 'same', by: ['crew', 'transport-desk'] },
  'ride.abort': {
    event: 'ride.aborted',
    from: beforeDeparture,
    to: 'aborted',
    by: ['crew', 'transport-desk'],
  },
  /** After departure, to another hospital: the patient arrives there, the old reservation is released. */
  'ride.divert': {
    event: 'ride.advanced',
    from: ['departed'],
    to: 'at-destination',
    by: ['crew', 'transport-desk'],
  },
} as const satisfies Record<string, RideStep>

/** The transfer ended (withdrawn before departure, deceased at any time): its ride ends too. */
export const rideFollows = {
  end: { event: 'ride.aborted', from: active, to: 'aborted' },
} as const satisfies Record<string, Omit<RideStep, 'by'>>

/** What the crew's step means for the transfer. Other steps leave it as it is. */
export const transferOnRide = {
  departed: { forth: 'depart', back: 'undoDepart' },
  'at-destination': { forth: 'arrive', back: 'undoArrive' },
} as const

/** Undo counts from the step's event time to the undo's own: both are the crew's clock. */
export const UNDO_SECONDS = 10

export type RideCommand = keyof typeof rideSteps

const line: readonly RideState[] = RIDE_LINE
export const nextStep = (state: RideState): RideState | null =>
  line[line.indexOf(state) + 1 || line.length] ?? null
export const previousStep = (state: RideState): RideState | null => line[line.indexOf(state) - 1] ?? null

// The steps of a ride as data (rulebook, States): the crew's one big button, guards and tests read this table.
import type { Party } from '#shared/access/parties.ts'
import type { EventName } from '#shared/wire/event.ts'
import type { RideState } from './ride.ts'

/** The head is the furthest step told of. Buttons offer the next one only; what a phone tells late may come in any order. */
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
  /** `furthest`: on along the line, or, behind the head, the head stays; `earlier`: back to the step before. */
  to: RideState | 'same' | 'furthest' | 'earlier'
  by: readonly Party[]
  /** Not only who has the ride now. */
  anyCrew?: true
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
const underway = ['accepted', 'en-route', 'at-origin', 'departed', 'at-destination', 'handed-over'] as const
const beforeArrival = ['accepted', 'en-route', 'at-origin', 'departed'] as const
const withPatient = ['at-origin', 'departed', 'at-destination', 'handed-over', 'available'] as const

export const rideSteps = {
  'ride.plan': { event: 'ride.planned', from: [], to: 'planned', by: ['transport-desk'] },
  /** To another vehicle or time, as long as no crew has it. */
  'ride.move': { event: 'ride.moved', from: ['planned'], to: 'same', by: ['transport-desk'] },
  'ride.accept': { event: 'ride.accepted', from: RIDE_LINE, to: 'furthest', by: ['crew'] },
  'ride.advance': { event: 'ride.advanced', from: RIDE_LINE, to: 'furthest', by: ['crew'] },
  /** Arrival is a fact: the receiver may record it where the crew has not (rulebook, States). */
  'ride.arrive': { event: 'ride.advanced', from: ['departed'], to: 'at-destination', by: ['receiver'] },
  'ride.undo': { event: 'ride.undone', from: stepped, to: 'earlier', by: ['crew'] },
  'ride.correct': { event: 'ride.corrected', from: stepped, to: 'same', by: ['crew'] },
  'ride.note': { event: 'ride.noted', from: active, to: 'same', by: ['crew', 'transport-desk'] },
  /** The control room's own number (GMS), as soon as it is known. */
  'ride.number': { event: 'ride.numbered', from: active, to: 'same', by: ['transport-desk'] },
  'ride.abort': {
    event: 'ride.aborted',
    from: beforeDeparture,
    to: 'aborted',
    by: ['crew', 'transport-desk'],
  },
  /** Not taken at all: the vehicle is free, the desk plans again. */
  'ride.decline': { event: 'ride.declined', from: ['planned'], to: 'aborted', by: ['crew'] },
  /** Begeleid vervoer: the accompanying doctor does not go along (plan 4.5.1.1). */
  'ride.refuse-escort': {
    event: 'ride.escort-refused',
    from: beforeDeparture,
    to: 'aborted',
    by: ['crew', 'referrer'],
  },
  /** To the next shift, or to another vehicle: the steps so far stay. */
  'ride.hand-on': { event: 'ride.handed-on', from: underway, to: 'same', by: ['crew', 'transport-desk'] },
  /** The next shift takes it, whether or not the last one handed it over. */
  'ride.take-over': { event: 'ride.taken-over', from: underway, to: 'same', by: ['crew'], anyCrew: true },
  'ride.eta': { event: 'ride.expected', from: beforeArrival, to: 'same', by: ['crew', 'transport-desk'] },
  'ride.incident': { event: 'ride.incident', from: withPatient, to: 'same', by: ['crew'] },
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

/** What it means for the transfer that the head passes these steps, either way (move-head.ts). Others mean nothing. */
export const transferOnRide = {
  departed: { forth: 'depart', back: 'undoDepart', state: 'in-transit' },
  'at-destination': { forth: 'arrive', back: 'undoArrive', state: 'arrived' },
} as const

/** Undo counts from the step's event time to the undo's own: both are the crew's clock. */
export const UNDO_SECONDS = 10

/** How long after its entry a step's time may still be corrected: a crew's shift. */
export const CORRECT_HOURS = 12

export type RideCommand = keyof typeof rideSteps

const line: readonly RideState[] = RIDE_LINE
export const nextStep = (state: RideState): RideState | null =>
  line[line.indexOf(state) + 1 || line.length] ?? null
/** Where a state stands on the line; −1: it is not on it. */
export const placeOnLine = (state: RideState): number => line.indexOf(state)

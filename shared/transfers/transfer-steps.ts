// The steps of a transfer as data: what may happen from which state, to which state, by whom. Guards, buttons
// and tests read this table; no transition exists outside it. Sentences per state are keys `transfers.state.*`.
import type { Party } from '#shared/access/parties.ts'
import type { EventName } from '#shared/wire/event.ts'
import type { TransferState } from './transfer.ts'

export type TransferStep = {
  event: Extract<EventName, `transfer.${string}`>
  from: readonly TransferState[]
  /** `same`: the state stays; `held`: back to where it was. */
  to: TransferState | 'same' | 'held'
  by: readonly Party[]
}

const waiting = ['verifying', 'matching', 'offered', 'reserved', 'planned'] as const
/** Where nobody else is at work: an offer is retracted and a ride aborted before the transfer stands still. */
const holdable = ['verifying', 'matching', 'reserved'] as const
/** From when it is matched until it drives. */
const namable = ['matching', 'offered', 'reserved', 'planned'] as const
const open = [...waiting, 'on-hold', 'in-transit', 'arrived'] as const
const undeparted = [...waiting, 'on-hold'] as const
/** Where somebody's turn has a limit. */
const limited = ['verifying', 'matching', 'offered', 'reserved'] as const

export const transferSteps = {
  'transfer.claim': {
    event: 'transfer.claimed',
    from: ['verifying', 'matching'],
    to: 'same',
    by: ['coordinator'],
  },
  'transfer.unclaim': {
    event: 'transfer.unclaimed',
    from: ['verifying', 'matching'],
    to: 'same',
    by: ['coordinator'],
  },
  'transfer.verify': { event: 'transfer.verified', from: ['verifying'], to: 'matching', by: ['origin-rcps'] },
  'transfer.reject': { event: 'transfer.rejected', from: ['verifying'], to: 'rejected', by: ['origin-rcps'] },
  'transfer.hand-over': {
    event: 'transfer.handed-over',
    from: ['matching'],
    to: 'same',
    by: ['origin-rcps'],
  },
  /** The nation closed, or the region has a bed again: the LCPS gives it back to the RCPS. */
  'transfer.hand-back': {
    event: 'transfer.handed-back',
    from: ['matching'],
    to: 'same',
    by: ['coordinator'],
  },
  /** For a wanted movement of the day (PECC): who is named is handed over. */
  'transfer.name': { event: 'transfer.named', from: namable, to: 'same', by: ['origin-rcps', 'coordinator'] },
  'transfer.unname': {
    event: 'transfer.unnamed',
    from: namable,
    to: 'same',
    by: ['origin-rcps', 'coordinator'],
  },
  'transfer.offer': { event: 'transfer.offered', from: ['matching'], to: 'offered', by: ['coordinator'] },
  /** specialist-care and return: straight to the named hospital, in every phase. */
  'transfer.direct': { event: 'transfer.offered', from: ['matching'], to: 'offered', by: ['referrer'] },
  /** The MICU coordinator (IC) or the control room (ward): plan 4.5.1.1. */
  'transfer.indicate': {
    event: 'transfer.indicated',
    from: ['offered', 'reserved'],
    to: 'same',
    by: ['transport-desk'],
  },
  'transfer.hold': { event: 'transfer.held', from: holdable, to: 'on-hold', by: ['referrer', 'coordinator'] },
  'transfer.resume': {
    event: 'transfer.resumed',
    from: ['on-hold'],
    to: 'held',
    by: ['referrer', 'coordinator'],
  },
  'transfer.withdraw': {
    event: 'transfer.withdrawn',
    from: undeparted,
    to: 'withdrawn',
    by: ['referrer', 'coordinator'],
  },
  'transfer.solve-elsewhere': {
    event: 'transfer.solved-elsewhere',
    from: undeparted,
    to: 'solved-elsewhere',
    by: ['referrer', 'coordinator'],
  },
  'transfer.decease': {
    event: 'transfer.deceased',
    from: open,
    to: 'deceased',
    by: ['referrer', 'coordinator', 'receiver', 'crew'],
  },
  'transfer.close': {
    event: 'transfer.closed',
    from: ['arrived'],
    to: 'closed',
    by: ['receiver', 'referrer', 'coordinator'],
  },
} as const satisfies Record<string, TransferStep>

/** Steps that another subject's act brings about, in the same transaction. */
export const transferFollows = {
  routedToVerifying: { event: 'transfer.routed', from: ['submitted'], to: 'verifying' },
  routedToMatching: { event: 'transfer.routed', from: ['submitted'], to: 'matching' },
  offerDirected: { event: 'transfer.offered', from: ['matching'], to: 'offered' },
  reserve: { event: 'transfer.reserved', from: ['offered'], to: 'reserved' },
  decline: { event: 'transfer.declined', from: ['offered'], to: 'matching' },
  retract: { event: 'transfer.retracted', from: ['offered'], to: 'matching' },
  expire: { event: 'transfer.offer-expired', from: ['offered'], to: 'matching' },
  escalate: { event: 'transfer.escalated', from: limited, to: 'same' },
  takeUp: { event: 'transfer.taken-up', from: limited, to: 'same' },
  moveOffer: { event: 'transfer.moved', from: ['offered'], to: 'same' },
  plan: { event: 'transfer.planned', from: ['reserved'], to: 'planned' },
  unplan: { event: 'transfer.unplanned', from: ['planned'], to: 'reserved' },
  depart: { event: 'transfer.departed', from: ['planned'], to: 'in-transit' },
  undoDepart: { event: 'transfer.undone', from: ['in-transit'], to: 'planned' },
  arrive: { event: 'transfer.arrived', from: ['in-transit'], to: 'arrived' },
  undoArrive: { event: 'transfer.undone', from: ['arrived'], to: 'in-transit' },
  divert: { event: 'transfer.diverted', from: ['in-transit'], to: 'arrived' },
  /** Its ride was handed over to another vehicle. */
  changeVehicle: {
    event: 'transfer.vehicle-changed',
    from: ['planned', 'in-transit', 'arrived'],
    to: 'same',
  },
  /** A departure or arrival was at another time than it seemed. */
  correct: { event: 'transfer.corrected', from: ['in-transit', 'arrived'], to: 'same' },
} as const satisfies Record<string, Omit<TransferStep, 'by'>>

export type TransferCommand = keyof typeof transferSteps
export type TransferFollow = keyof typeof transferFollows

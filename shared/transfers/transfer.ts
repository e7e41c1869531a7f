// The transfer (overplaatsing) as lists, boards and the phone's own database hold it: no clinical field.
// The clinical part is in request.ts and is fetched on opening.
import type { PlaceAbroad } from '#shared/abroad/place-abroad.ts'
import type { Bed, Ground, Kind, Purpose, Role } from '#shared/terms.ts'
import type { Indication } from '#shared/transport/indication.ts'

export const TRANSFER_STATES = [
  'submitted',
  'verifying',
  'matching',
  'offered',
  'reserved',
  'planned',
  'in-transit',
  'arrived',
  'closed',
  'on-hold',
  'withdrawn',
  'rejected',
  'solved-elsewhere',
  'deceased',
] as const
export type TransferState = (typeof TRANSFER_STATES)[number]

/** Why the RCPS does not verify a shortage; the request can be filed again as planned. */
export const REJECT_REASONS = ['bed-found', 'not-urgent', 'figures-disagree', 'duplicate', 'other'] as const
export type RejectReason = (typeof REJECT_REASONS)[number]

export const CANCEL_REASONS = [
  'no-longer-needed',
  'patient-unstable',
  'patient-refuses',
  'filed-in-error',
  'other',
] as const
export type CancelReason = (typeof CANCEL_REASONS)[number]

export type Claim = { person: string; role: Role; org: string; at: string }
export type Window = {
  basis: 'same-day' | 'next-morning' | 'immediate' | 'exception'
  from: string
  until: string | null
}

/** How far the alert of the present turn went, and who took it up (shared/alerts). */
export type Escalation = {
  act: string
  /** 1: the party's deputy. 2: the next coordinator. */
  level: 1 | 2
  to: { who: 'rcps' | 'lcps' | 'receiver' | 'transport-desk'; org: string }
  at: string
  acknowledged: { role: Role; org: string; at: string } | null
}

/** Who opened it without being a party, and until when (shared/access/emergency.ts). */
export type Emergency = { person: string; role: Role; org: string; at: string; until: string }

/** Instants are UTC ISO strings; ids of hospitals and regions are those of shared/reference. */
export type Transfer = {
  id: string
  rev: number
  /** Six of Crockford's characters, the last a check: `K7Q3TB`, shown `K7Q-3TB`. Issued by the server. */
  code: string
  from: string
  fromRegion: string
  bed: Bed
  kind: Kind
  ground: Ground | null
  purpose: Purpose
  state: TransferState
  /** Where `on-hold` returns to. */
  heldFrom: TransferState | null
  /** The current state holds since this instant (event time). */
  since: string
  submittedAt: string
  /** Waiting for a match at this level since; a declined offer keeps it. */
  waitingSince: string
  /** Filed offline and received over five minutes after it was filed. */
  late: boolean
  readyFrom: string
  filedBy: { role: Role; org: string }
  /** Who searches now: the RCPS in the region, or the LCPS in the nation. */
  level: 'region' | 'national'
  directedTo: string | null
  claim: Claim | null
  /** The live reservation, its hospital and that hospital's region. */
  reservation: string | null
  to: string | null
  toRegion: string | null
  /** `to` is a hospital abroad: what it is; its answers are the LCPS's to record. Absent or null: in the country. */
  abroad?: PlaceAbroad | null
  /** The live offer was acknowledged, countered: facts for "who acts now". */
  acknowledgedAt: string | null
  counterFrom: string | null
  window: Window | null
  ride: string | null
  vehicle: string | null
  endReason: string | null
  /** The rejected request this one was filed again from. */
  refiledFrom: string | null
  /** The transfer that this one brings back from. */
  returnOf?: string
  /** Which transport desks are parties from `offered` on. */
  desks: string[]
  /** Whether the patient may be driven; absent until a desk answered (shared/transport/indication.ts). */
  indication?: Indication | null
  /** Absent or null while the present turn was not escalated. */
  escalation?: Escalation | null
  /** Named for a wanted movement of that day to this region (PECC); absent or null: for none. */
  wish?: { day: string; to: string; at: string } | null
  /** Minutes for the present step, where another limit than the rulebook's is set. */
  limit?: number | null
  /** Absent where nobody ever did. */
  emergencies?: Emergency[]
}

export const END_STATES: readonly TransferState[] = [
  'closed',
  'withdrawn',
  'rejected',
  'solved-elsewhere',
  'deceased',
]
export const isOpen = (transfer: Pick<Transfer, 'state'>): boolean => !END_STATES.includes(transfer.state)

/** The LCPS acts in the place of an RCPS that did not answer, until that RCPS does. */
export const lcpsStandsIn = ({ escalation }: Pick<Transfer, 'escalation'>): boolean =>
  escalation?.to.who === 'lcps'

export const hasDeparted = ({ state }: Pick<Transfer, 'state'>): boolean =>
  state === 'in-transit' || state === 'arrived'

/** Who may say the patient died: the receiver from arrival on, the crew from departure on, others always. */
export const isWithPatient = (role: Role, transfer: Pick<Transfer, 'state'>): boolean =>
  role === 'bed-desk' ? transfer.state === 'arrived' : role !== 'crew' || hasDeparted(transfer)

/** `K7Q3TB` → `K7Q-3TB`, as written on the papers at the bed. */
export const showCode = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`

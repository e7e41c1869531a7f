// A reservation: one hospital's bed for one transfer, from offer to release (rulebook, States).
import type { Bed } from '#shared/terms.ts'

export const RESERVATION_STATES = [
  'offered',
  'confirmed',
  'occupied',
  'released',
  'declined',
  'expired',
] as const
export type ReservationState = (typeof RESERVATION_STATES)[number]

export const DECLINE_REASONS = [
  'no-staff',
  'no-bed',
  'no-isolation-room',
  'no-hfno',
  'specialism-absent',
  'no-equipment',
  'other',
] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]

/** Why a live reservation ended before its patient came. */
export const RELEASE_REASONS = [
  'retracted',
  'moved',
  'withdrawn',
  'solved-elsewhere',
  'deceased',
  'diverted',
] as const
export type ReleaseReason = (typeof RELEASE_REASONS)[number]

export type Reservation = {
  id: string
  rev: number
  transfer: string
  hospital: string
  region: string
  bed: Bed
  state: ReservationState
  since: string
  offeredAt: string
  /** Offered by whom: a coordinator, or the referrer (directed). */
  directed: boolean
  acknowledgedAt: string | null
  confirmedAt: string | null
  usesBoss: boolean
  /** Counter-offer: from when the hospital can. */
  counterFrom: string | null
  /** IC: function that accepted medically; its phone line is with the contacts. */
  acceptedBy: string | null
  /** Special needs the hospital ticked. */
  needs: string[]
  declineReason: DeclineReason | null
  releaseReason: ReleaseReason | null
  diverted: boolean
}

export const isLive = (reservation: Pick<Reservation, 'state'>): boolean =>
  reservation.state === 'offered' || reservation.state === 'confirmed' || reservation.state === 'occupied'

// Whether this patient may be driven now, as the MICU coordinator (IC) or the control room (ward) said (plan 4.5.1.1).
// The answer stands in the transfer's row; it holds for the offer it was given on. Read by ride.plan and the screens.
import type { Role } from '#shared/terms.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'

export const INDICATION_ANSWERS = ['given', 'refused', 'stabilise-first'] as const
export type IndicationAnswer = (typeof INDICATION_ANSWERS)[number]

/** Why not, or not yet. */
export const INDICATION_REASONS = {
  refused: ['too-unstable', 'no-medical-need', 'other-vehicle', 'escort-missing', 'other'],
  'stabilise-first': ['airway', 'breathing', 'circulation', 'other'],
} as const
export type IndicationReason = (typeof INDICATION_REASONS)[keyof typeof INDICATION_REASONS][number]
export const ALL_INDICATION_REASONS = [
  ...new Set([...INDICATION_REASONS.refused, ...INDICATION_REASONS['stabilise-first']]),
] as const

/** Whose vehicle goes: that of the sending or of the receiving region (RAV). */
export const SIDES = ['sending', 'receiving'] as const
export type Side = (typeof SIDES)[number]

export type Indication = {
  answer: IndicationAnswer
  reason: IndicationReason | null
  /** null where a MICU centre drives. */
  side: Side | null
  /** The offer it was given on: another destination asks anew. */
  reservation: string | null
  by: { role: Role; org: string }
  at: string
}

/** The answer that holds for the offer of this moment. */
export function indicationOf({
  indication,
  reservation,
}: Pick<Transfer, 'indication' | 'reservation'>): Indication | null {
  return indication != null && indication.reservation === reservation ? indication : null
}

export const isReasonFor = (answer: IndicationAnswer, reason: string): boolean =>
  answer !== 'given' && (INDICATION_REASONS[answer] as readonly string[]).includes(reason)

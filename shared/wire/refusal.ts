// The closed list of refusals: a refusal is a returned value, never thrown. The server maps a code to an HTTP
// status (server/http/problem.ts), the screens map it to a sentence (web/i18n); both are exhaustive by type.

export const REFUSAL_CODES = [
  'command.malformed', // the body is not JSON
  'command.media-type', // the body is not application/json
  'command.too-large', // over 32 kB
  'command.unknown', // no such command
  'command.invalid', // shape or range: see `fields`
  'command.mismatch', // same id, other body
  'session.required',
  'session.unknown-person',
  'session.locked', // idle too long: a passkey unlocks
  'session.step-up', // only with a passkey shown in the last minutes
  'passkey.refused', // the answer of the authenticator does not hold
  'passkey.last', // without it this person could not come in any more
  'invite.spent', // used, expired, or never given
  'admin.last', // somebody must be able to let people in
  'origin.refused', // a write from another site
  'not-found', // absent, or not yours to know of
  'role.refused', // you may see it, this act is not yours
  'step.refused', // the state does not allow this step
  'on-hold', // the transfer is on hold
  'already-exists',
  'escort.not-by-intensivist', // plan 4.5.1.1
  'text.identity', // free text that holds a BSN, a date of birth or an e-mail address
  'claim.taken', // another coordinator claimed it
  'hospital.excluded', // R8 excludes it, with reasons
  'nation.closed', // R2: the nation is not searched in this phase
  'hand-over.first', // no regional bed: the LCPS offers, after the RCPS handed over
  'reason.required', // not the first candidate, or outside the window, without a reason
  'bed.none-left',
  'bed.only-boss-left', // a planned patient never takes a BOSS bed
  'confirm.accepted-by-required', // IC: who accepted medically
  'confirm.need-unticked', // a special need nobody ticked
  'vehicle.taken', // double booking
  'vehicle.not-allowed', // R4 excludes it, with reasons
  'vehicle.out', // out of service then
  'help.own-free', // an own MICU can drive it: help is asked where none can
  'team.full', // the centre has its extra team, or there are fourteen
  'time.past',
  'abroad.too-early', // below 2d and not near the maximum of IC beds
  'exemption.overlaps', // this group is exempt in that time already
  'code.mismatch', // the code at the bed is another
  'undo.too-late',
  'correct.too-late',
  'correct.out-of-bounds', // before the step before it, after the one after it, or in the future
  'plan.running', // this person's plan of this level is being made
  'plan.queue-full', // too many plans wait their turn
  'wish.refused', // not to be named for this movement, with reasons
  'wish.changed', // another version was published meanwhile
  'phase.refused', // R1, with reasons
  'act.expired', // the phone's own: what it holds sealed may wait twelve hours at most
  'act.unreadable', // the phone's own: the key to what it holds is gone
  'rate.limited',
  'unavailable', // the store does not answer; try again
  'fault', // our mistake; recorded under the request id
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** What is wrong with one field. `min`/`max` in the field's own unit. */
export const FIELD_FAULTS = [
  'required',
  'unknown',
  'type',
  'range',
  'enum',
  'length',
  'format',
  'not-applicable',
] as const
export type FieldFault = {
  field: string
  fault: (typeof FIELD_FAULTS)[number]
  min?: number
  max?: number
}

export type Refusal = {
  code: RefusalCode
  /** Which fields, for `command.invalid` and `text.identity`. */
  fields?: FieldFault[]
  /** Reason codes of the rule that refused (R1, R4, R8), sorted. */
  reasons?: string[]
  /** Plain facts for the sentence: who won, which state, the nearest time. Codes and numbers, never sentences. */
  facts?: Record<string, string | number | null>
}

export const refuse = (code: RefusalCode, more: Omit<Refusal, 'code'> = {}): { refused: Refusal } => ({
  refused: { code, ...more },
})

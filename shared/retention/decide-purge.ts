// What of an ended transfer is to go now (PRODUCT and TRUST: retention). Pure; called by server/retention and told to
// the reader of docs/privacy.md.
import { isOpen, type Transfer } from '#shared/transfers/transfer.ts'

/** Hours after the end that both hospitals have for the clinical fields. */
export const CLINICAL_HOURS = 72
/** Days after which they go whether the letter was taken over or not. */
export const CLINICAL_DAYS_AT_MOST = 14
export const TIMELINE_DAYS = 90
export const RECORD_YEARS = 5

const HOUR_MS = 3_600_000

export type PurgeFacts = {
  transfer: Transfer
  /** Something clinical or a phone line is still there. */
  hasClinical: boolean
  /** Which hospitals printed or exported the letter, by the record. */
  takenOverBy: readonly string[]
  /** A legal hold: everything stays as it is. */
  isHeld: boolean
}
/** `remind`: it stays because a hospital has not taken over the letter. `timeline`: all of it goes. */
export type Purge = 'keep' | 'remind' | 'clinical' | 'timeline'

/** Arrived is over too: whoever forgets to close keeps nothing by that. */
export const isOver = (transfer: Transfer): boolean => !isOpen(transfer) || transfer.state === 'arrived'

/** The hospitals between which the patient moved; a cancelled transfer leaves no letter to take over. */
export const letterHospitals = ({ state, from, to }: Transfer): string[] =>
  (state === 'closed' || state === 'arrived') && to !== null ? [from, to] : []

export const hoursSinceEnd = ({ since }: Transfer, now: string): number =>
  (Date.parse(now) - Date.parse(since)) / HOUR_MS

/** `now`: UTC ISO. */
export function decidePurge({ transfer, hasClinical, takenOverBy, isHeld }: PurgeFacts, now: string): Purge {
  if (!isOver(transfer) || isHeld) return 'keep'
  const hours = hoursSinceEnd(transfer, now)
  if (hours >= TIMELINE_DAYS * 24) return 'timeline'
  if (!hasClinical || hours < CLINICAL_HOURS) return 'keep'
  if (hours >= CLINICAL_DAYS_AT_MOST * 24) return 'clinical'
  return letterHospitals(transfer).every((hospital) => takenOverBy.includes(hospital)) ? 'clinical' : 'remind'
}

// Whose letter is still to be taken over: the rule that the retention job, the reminder and the hospitals' own list share.
import { type Membership, partiesOf } from '#shared/access/parties.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { CLINICAL_DAYS_AT_MOST, CLINICAL_HOURS, letterHospitals } from './decide-purge.ts'

const HOUR_MS = 3_600_000
const after = (since: string, hours: number): string =>
  new Date(Date.parse(since) + hours * HOUR_MS).toISOString()

/** The hospitals that did not print or export it yet. */
export const missingLetters = (transfer: Transfer, takenOverBy: readonly string[]): string[] =>
  letterHospitals(transfer).filter((hospital) => !takenOverBy.includes(hospital))

/** Who may take the letter over for one of these hospitals. */
export const takesLetterFor = (
  hospitals: readonly string[],
  transfer: Transfer,
  memberships: readonly Membership[],
): boolean =>
  memberships.some(
    (held) =>
      hospitals.includes(held.org) &&
      partiesOf(held, transfer).some((party) => party === 'referrer' || party === 'receiver'),
  )

/** From when a reminder is due, and when the clinical fields go whether the letter was taken over or not; UTC ISO. */
export const letterTerms = ({ since }: Transfer): { remindFrom: string; goesAt: string } => ({
  remindFrom: after(since, CLINICAL_HOURS),
  goesAt: after(since, CLINICAL_DAYS_AT_MOST * 24),
})

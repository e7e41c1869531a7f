// R3: does this patient meet the criteria for moving? (plan 1.2, 4.2; FMS guide; expert 4B)
// Called beside a request to show what it does not meet; it never refuses one.
import { isAtLeast } from '#shared/phases/phase-order.ts'
import type { AdmissionReason, Bed, Phase, Purpose } from '#shared/terms.ts'

export type EligibilityInput = {
  bed: Bed
  purpose: Purpose
  /** Why the patient was admitted; `with-covid` is not because of it. */
  admissionReason: AdmissionReason
  phase: Phase
  frail: boolean
  geriatricianConsulted: boolean
  /** Trend not worsening and vasoactive support not rising. */
  stable: boolean
  /** Patient or family. */
  familyInformed: boolean
  hfno: boolean
  /** Ambulances fitted for HFNO that exist at all. */
  ambulancePlus: number
}

export type NotMet = 'not-admitted-because-of-covid' | 'frail' | 'not-stable' | 'hfno-not-transportable'
export type Missing = 'geriatrician-consult' | 'patient-or-family-informed'
export type Eligibility = { eligible: boolean; notMet: NotMet[]; missing: Missing[] }

/**
 * What is not met and what is still missing, both sorted; eligible when neither holds anything.
 * Frailty and stability count for spreading from a ward only: the FMS guide does not cover IC patients.
 * Never throws (plan 1.2, 4.2; FMS; expert 4B).
 */
export function checkEligibility(patient: EligibilityInput): Eligibility {
  const spreads = patient.purpose === 'spreading'
  const spreadsFromWard = spreads && patient.bed === 'ward'
  const frailMayMove = isAtLeast(patient.phase, '2c')

  const notMet: NotMet[] = []
  if (spreads && patient.admissionReason !== 'covid') notMet.push('not-admitted-because-of-covid')
  if (spreadsFromWard && patient.frail && !frailMayMove) notMet.push('frail')
  if (spreadsFromWard && !patient.stable) notMet.push('not-stable')
  if (patient.hfno && patient.ambulancePlus === 0) notMet.push('hfno-not-transportable')

  const missing: Missing[] = []
  if (spreadsFromWard && patient.frail && frailMayMove && !patient.geriatricianConsulted) {
    missing.push('geriatrician-consult')
  }
  if (!patient.familyInformed) missing.push('patient-or-family-informed')

  return {
    eligible: notMet.length === 0 && missing.length === 0,
    notMet: notMet.sort(),
    missing: missing.sort(),
  }
}

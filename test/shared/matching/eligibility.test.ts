import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkEligibility, type EligibilityInput } from '#shared/matching/eligibility.ts'
import { ADMISSION_REASONS, BEDS, PURPOSES } from '#shared/terms.ts'
import { anyPhase } from '#test/support/arbitraries.ts'

const fit: EligibilityInput = {
  bed: 'ward',
  purpose: 'spreading',
  admissionReason: 'covid',
  phase: '2a',
  frail: false,
  geriatricianConsulted: false,
  stable: true,
  familyInformed: true,
  hfno: false,
  ambulancePlus: 0,
}

const anyPatient: fc.Arbitrary<EligibilityInput> = fc.record({
  bed: fc.constantFrom(...BEDS),
  purpose: fc.constantFrom(...PURPOSES),
  admissionReason: fc.constantFrom(...ADMISSION_REASONS),
  phase: anyPhase,
  frail: fc.boolean(),
  geriatricianConsulted: fc.boolean(),
  stable: fc.boolean(),
  familyInformed: fc.boolean(),
  hfno: fc.boolean(),
  ambulancePlus: fc.nat(3),
})

describe('checkEligibility', () => {
  it('finds nothing against a fit ward patient admitted because of the disease', () => {
    expect(checkEligibility(fit)).toEqual({ eligible: true, notMet: [], missing: [] })
  })

  it.each([
    ['admitted with it', { admissionReason: 'with-covid' }, ['not-admitted-because-of-covid'], []],
    ['worsening', { stable: false }, ['not-stable'], []],
    ['frail below 2c', { phase: '2b', frail: true, geriatricianConsulted: true }, ['frail'], []],
    ['frail in 2c', { phase: '2c', frail: true }, [], ['geriatrician-consult']],
    ['frail in 3', { phase: '3', frail: true }, [], ['geriatrician-consult']],
    ['frail, geriatrician asked', { phase: '2d', frail: true, geriatricianConsulted: true }, [], []],
    ['nobody told', { familyInformed: false }, [], ['patient-or-family-informed']],
    ['HFNO, no ambulance+ at all', { hfno: true }, ['hfno-not-transportable'], []],
    ['HFNO, one ambulance+', { hfno: true, ambulancePlus: 1 }, [], []],
    [
      'everything at once',
      {
        phase: '1a',
        frail: true,
        stable: false,
        admissionReason: 'other',
        hfno: true,
        familyInformed: false,
      },
      ['frail', 'hfno-not-transportable', 'not-admitted-because-of-covid', 'not-stable'],
      ['patient-or-family-informed'],
    ],
  ] as const)('judges a ward patient to be spread: %s', (_, facts, notMet, missing) => {
    const eligible = notMet.length + missing.length === 0
    expect(checkEligibility({ ...fit, ...facts })).toEqual({ eligible, notMet, missing })
  })

  it('holds frailty and stability against nobody on an IC or moved for another purpose', () => {
    fc.assert(
      fc.property(anyPatient, (patient) => {
        const { eligible, notMet, missing } = checkEligibility(patient)
        expect(eligible).toBe(notMet.length === 0 && missing.length === 0)
        expect(notMet).toEqual([...new Set(notMet)].sort())
        expect(missing).toEqual([...new Set(missing)].sort())
        expect(missing.includes('patient-or-family-informed')).toBe(!patient.familyInformed)
        expect(notMet.includes('hfno-not-transportable')).toBe(patient.hfno && patient.ambulancePlus === 0)
        if (patient.purpose !== 'spreading') expect(notMet).not.toContain('not-admitted-because-of-covid')
        if (patient.purpose !== 'spreading' || patient.bed === 'ic') {
          expect(checkEligibility({ ...patient, frail: false, stable: true })).toEqual({
            eligible,
            notMet,
            missing,
          })
        }
      }),
      { numRuns: 2000 },
    )
  })
})

import { checkEligibility, type Eligibility } from '#shared/matching/eligibility.ts'
import { isStable } from '#shared/transfers/request-facts.ts'
import type { Phase } from '#shared/terms.ts'

import { ambulancesPlus } from './hfno-facts.ts'
import { purposeOf, type RequestForm, vasoactiveOf } from './request-form.ts'

/** R3 on what has been answered so far: what has no answer yet says nothing. */
export function eligibilityOf(form: RequestForm, phase: Phase): Eligibility {
  return checkEligibility({
    bed: form.bed,
    purpose: purposeOf(form) ?? 'capacity',
    admissionReason: form.admissionReason ?? 'covid',
    phase,
    frail: form.frail ?? false,
    geriatricianConsulted: form.geriatricianConsulted,
    stable: isStable({ trend: form.trend ?? 'stable', vasoactive: vasoactiveOf(form) ?? 'none' }),
    familyInformed: form.familyInformed ?? true,
    hfno: form.support === 'hfno',
    ambulancePlus: ambulancesPlus().length,
  })
}

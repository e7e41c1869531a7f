import type { NumberFieldName } from '#shared/transfers/request-fields.ts'
import { numberFields } from '#shared/transfers/request-fields.ts'
import { number } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { figure } from '#web/pieces/transfers/clinical-words.ts'
import { term } from '#web/pieces/term.ts'

import type { Fault, Question } from './request-faults.ts'
import type { RequestForm } from './request-form.ts'

const isFigure = (question: Question): question is Question & NumberFieldName => question in numberFields

const LABELS: Partial<Record<Question, () => string>> = {
  map: () => term('field', 'map'),
  systolic: () => term('field', 'systolic'),
  gcs: () => term('field', 'gcs'),
  avpu: () => t('transfers.field.consciousness'),
  callbackRole: () => t('transfers.ask.callbackRole'),
  callbackPhone: () => t('transfers.ask.callbackPhone'),
  escortRole: () => t('transfers.ask.escortRole'),
  escortPhone: () => t('transfers.ask.escortPhone'),
}

/** The question's own name, as it stands above its control. */
export const labelOf = (question: Question): string =>
  LABELS[question]?.() ?? t(`transfers.field.${question as 'bed'}`)

/** Where the summary of errors leads to. */
export const idOf = (question: Question): string => `ask-${question}`

/** What is wrong and what to do, beside the field. */
export function faultText(question: Question, fault: Fault, form: RequestForm): string {
  if (fault.code === 'percent') return t('transfers.fault.percent', { percent: fault.meant })
  if (isFigure(question)) {
    const { min, max } = numberFields[question]
    if (fault.code === 'range')
      return t('transfers.fault.range', { min: number(min), max: figure(question, max) ?? '' })
    if (fault.code === 'soft')
      return t('transfers.fault.soft', { figure: figure(question, form.figures[question]) ?? '' })
    if (fault.code === 'format') return t(`transfers.fault.decimals${numberFields[question].decimals}`)
  }
  if (fault.code === 'required' && question === 'escort') return t('transfers.fault.criteria')
  if (fault.code === 'format' && (question === 'callbackPhone' || question === 'escortPhone'))
    return t('transfers.fault.phone')
  const code = fault.code === 'range' || fault.code === 'soft' ? 'format' : fault.code
  return t(`transfers.fault.${code}`)
}

/** The same in the summary above the form: the field's name, and what is wrong with what stands there. */
export const faultLine = (question: Question, fault: Fault, form: RequestForm): string =>
  fault.code === 'required' ? labelOf(question) : `${labelOf(question)}: ${faultText(question, fault, form)}`

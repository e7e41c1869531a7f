import type { TransferDetail } from '#shared/wire/reads.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { type NumberFieldName, numberFields } from '#shared/transfers/request-fields.ts'

import type { RequestForm } from './request-form.ts'

/** A rejected request as a new, planned one: the same patient, the figures as they were. Undefined without its contents. */
export function refiled(blank: RequestForm, detail: TransferDetail): RequestForm | undefined {
  const { transfer, clinical, contacts } = detail
  if (clinical === null) return undefined
  const figures: RequestForm['figures'] = {}
  for (const name of Object.keys(numberFields) as NumberFieldName[]) {
    const value = clinical[name]
    if (value !== undefined) figures[name] = value
  }
  const isDirected = transfer.purpose === 'specialist-care' || transfer.purpose === 'return'
  return {
    ...blank,
    refiledFrom: transfer.id,
    bed: transfer.bed,
    urgency: 'planned',
    purpose: isDirected ? transfer.purpose : undefined,
    directedTo: transfer.directedTo ?? undefined,
    admissionReason: clinical.admissionReason,
    note: clinical.note ?? '',
    figures,
    sure: figures,
    sex: clinical.sex,
    isolation: clinical.isolation,
    frail: clinical.frail,
    geriatricianConsulted: clinical.geriatricianConsulted,
    treatmentLimits: clinical.treatmentLimits,
    support: clinical.support,
    pressure: clinical.map === undefined ? 'systolic' : 'map',
    vasoactive: clinical.vasoactive,
    trend: clinical.trend,
    scale: clinical.gcs === undefined ? 'avpu' : 'gcs',
    avpu: clinical.avpu,
    specials: clinical.specials,
    familyInformed: clinical.familyInformed,
    gpInformed: clinical.gpInformed,
    escort: clinical.escort !== undefined,
    criteria: clinical.escort?.criteria ?? '',
    ticked: clinical.escort?.ticked ?? [],
    escortLine: contacts?.escort ?? blank.escortLine,
    canSit: clinical.canSit,
    callback: contacts?.callback ?? blank.callback,
    place: contacts?.pickUp ?? blank.place,
  }
}

/** The way back of one that arrived: where it goes and why it is asked, nothing of what the patient was like then. */
export const returned = (blank: RequestForm, { id, from, bed }: Transfer): RequestForm => ({
  ...blank,
  returnOf: id,
  bed,
  urgency: 'planned',
  purpose: 'return',
  directedTo: from,
})

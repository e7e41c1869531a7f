import { hospital } from '#shared/reference/hospitals.ts'
import { type NumberFieldName, numberFields } from '#shared/transfers/request-fields.ts'
import { moment } from '#web/i18n/format.ts'
import { t, tryT } from '#web/i18n/t.ts'
import { hospitalName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'
import { figure, yesNo } from '#web/pieces/transfers/clinical-words.ts'

export type Fact = { term: string; value: string }

/** Lists of terms whose name is not the field's. */
const LISTS: Readonly<Record<string, string>> = {
  admissionReason: 'admission',
  treatmentLimits: 'limits',
  specials: 'special',
}
/** Questions that the form names otherwise than by their field. */
const NAMES: Readonly<Record<string, string>> = {
  avpu: 'transfers.field.consciousness',
  criteria: 'transfers.field.escort',
  role: 'transfers.ask.callbackRole',
  phone: 'transfers.ask.callbackPhone',
}
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
const INSTANT = /^\d{4}-\d\d-\d\dT/

/** What was filled in, field by field in the words of the form: to be copied, or read out over the telephone. */
export const factsOf = (payload: object, now: string): Fact[] =>
  Object.entries(asAsked(payload)).flatMap(([field, value]: [string, unknown]) => {
    if (value === null || value === undefined || (typeof value === 'string' && ID.test(value))) return []
    if (typeof value === 'object' && !Array.isArray(value)) return factsOf(value, now)
    const values = Array.isArray(value) ? value : [value]
    if (values.length === 0) return []
    return [{ term: nameOf(field), value: values.map((one) => wordOf(field, one, now)).join(' · ') }]
  })

/** Two fields that are one question on the form stand as one. */
function asAsked(payload: object): object {
  const { kind, ground, frail, geriatricianConsulted, ...rest }: Record<string, unknown> = { ...payload }
  if (kind === undefined) return payload
  return {
    kind: [term('kind', String(kind)), ...(ground === undefined ? [] : [term('ground', String(ground))])],
    ...rest,
    frail: frail === true && geriatricianConsulted === true ? t('transfers.frail.consulted') : frail,
  }
}

const nameOf = (field: string): string =>
  tryT(NAMES[field] ?? `transfers.field.${field}`) ?? tryT(`terms.field.${field}`) ?? field

const isFigure = (field: string): field is NumberFieldName => field in numberFields

function wordOf(field: string, value: unknown, now: string): string {
  if (typeof value === 'boolean') return yesNo(value)
  if (typeof value === 'number') return isFigure(field) ? (figure(field, value) ?? '') : String(value)
  const code = String(value)
  if (INSTANT.test(code)) return moment(code, now)
  return hospital(code) === undefined ? term(LISTS[field] ?? field, code) : hospitalName(code)
}

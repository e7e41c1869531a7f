import { identityIn } from '#shared/access/free-text.ts'
import { checkRequest, requestSchema, type TransferRequest } from '#shared/transfers/request.ts'
import { type NumberFieldName, numberFields } from '#shared/transfers/request-fields.ts'

import { asksFigure, type RequestForm, toRequest } from './request-form.ts'

/** The questions in the order in which they stand on the page. */
export const QUESTIONS = [
  'bed',
  'kind',
  'admissionReason',
  'purpose',
  'directedTo',
  'readyFrom',
  'note',
  'age',
  'weight',
  'sex',
  'isolation',
  'frail',
  'treatmentLimits',
  'support',
  'flow',
  'fio2',
  'peep',
  'minuteVolume',
  'spo2',
  'breathingRate',
  'map',
  'systolic',
  'vasoactive',
  'trend',
  'avpu',
  'gcs',
  'specials',
  'familyInformed',
  'gpInformed',
  'escort',
  'escortRole',
  'escortPhone',
  'canSit',
  'place',
  'callbackRole',
  'callbackPhone',
] as const
export type Question = (typeof QUESTIONS)[number]

/** `soft`: unusual, and not yet said to be right. `picu`: too young for this app. `percent`: a fraction was typed. */
export type Fault =
  | { code: 'required' | 'range' | 'soft' | 'picu' | 'format' | 'length' | 'identity' | 'past' }
  | { code: 'percent'; meant: number }
export type Faults = Partial<Record<Question, Fault>>

/** Where the form shows what the schema calls otherwise. */
const PLACES: Record<string, Question> = {
  ground: 'kind',
  'callback.role': 'callbackRole',
  callback: 'callbackPhone',
  'escort.line.role': 'escortRole',
  'escort.line.phone': 'escortPhone',
}
const placeOf = (path: string): Question =>
  PLACES[path] ?? PLACES[path.split('.')[0] ?? ''] ?? (path.split('.')[0] as Question)

/** What one figure says of itself, before the schema is asked. */
export function figureFault(form: RequestForm, name: NumberFieldName): Fault | undefined {
  const value = form.figures[name]
  if (value === undefined || !asksFigure(form, name)) return undefined
  const { min, max, softMin, softMax, decimals } = numberFields[name]
  if (name === 'fio2' && value >= 0.21 && value <= 1)
    return { code: 'percent', meant: Math.round(value * 100) }
  if (name === 'age' && value < min) return { code: 'picu' }
  if (value < min || value > max) return { code: 'range' }
  const scale = 10 ** decimals
  if (Math.abs(Math.round(value * scale) - value * scale) > 1e-6) return { code: 'format' }
  if ((value < softMin || value > softMax) && form.sure[name] !== value) return { code: 'soft' }
  return undefined
}

const identityFault = (text: string): Fault | undefined =>
  identityIn(text) === null ? undefined : { code: 'identity' }

/** Everything that stands in the way of sending, by question. `at`: the moment of the act. */
export function faultsOf(form: RequestForm, at: string): Faults {
  const found: Faults = {}
  const note = (question: Question, fault: Fault | undefined) => {
    if (fault !== undefined) found[question] ??= fault
  }
  for (const name of Object.keys(numberFields) as NumberFieldName[]) note(name, figureFault(form, name))
  note('note', identityFault(form.note))
  if (form.escort) note('escort', identityFault(form.criteria))
  if (form.escort) note('escortRole', identityFault(form.escortLine.role))
  note('place', identityFault(form.place))
  note('callbackRole', identityFault(form.callback.role))

  const request = toRequest(form, at)
  const parsed = requestSchema.safeParse(request)
  for (const { path, code } of parsed.error?.issues ?? []) {
    const at = path.map(String)
    note(placeOf(at.join('.')), {
      code: isEmpty(request, at) ? 'required' : code === 'too_big' ? 'length' : 'format',
    })
  }
  for (const { field, fault } of checkRequest(request as TransferRequest, at))
    note(...crossFault(form, field, fault))
  return found
}

function isEmpty(request: object, path: readonly string[]): boolean {
  const value = path.reduce<unknown>(
    (inner, key) => (inner as Record<string, unknown> | undefined)?.[key],
    request,
  )
  return value === undefined || value === ''
}

/** The rule names the first of two ways to answer; the form shows the one that stands open. */
function crossFault(form: RequestForm, field: string, fault: string): [Question, Fault] {
  if (field === 'map' && asksFigure(form, 'systolic')) return ['systolic', { code: 'required' }]
  if (field === 'avpu' && form.scale === 'gcs') return ['gcs', { code: 'required' }]
  if (field === 'readyFrom') return ['readyFrom', { code: 'past' }]
  return [placeOf(field), { code: fault === 'required' ? 'required' : 'format' }]
}

/** The request as it is sent; undefined while something stands in the way. */
export function requestOf(form: RequestForm, at: string): TransferRequest | undefined {
  if (Object.keys(faultsOf(form, at)).length > 0) return undefined
  const parsed = requestSchema.safeParse(toRequest(form, at))
  return parsed.success ? parsed.data : undefined
}

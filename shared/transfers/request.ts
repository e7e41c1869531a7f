// What a referrer files about one patient, in ISBAR order: as little as the move needs, never an identity.
// The schema is the door's; `checkRequest` adds what needs two fields or the command's own time.
import * as z from 'zod/mini'
import { PHONE_LINE } from '#shared/access/phone-line.ts'
import { ESCORT_CRITERIA } from '#shared/reference/escort-criteria.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { ADMISSION_REASONS, BEDS, GROUNDS, ISOLATIONS, KINDS, PURPOSES, SUPPORTS } from '#shared/terms.ts'
import type { FieldFault } from '#shared/wire/refusal.ts'
import {
  applies,
  type ConditionalField,
  FREE_TEXT_MAX,
  type NumberFieldName,
  numberFields,
  PLACE_MAX,
  READY_FROM_MINUTES,
} from './request-fields.ts'

export const SEXES = ['m', 'f', 'x'] as const
export const VASOACTIVES = ['none', 'stable', 'rising'] as const
export const TRENDS = ['stable', 'improving', 'worsening'] as const
export const AVPU = ['alert', 'voice', 'pain', 'unresponsive'] as const
export const SPECIALS = [
  'proning',
  'crrt',
  'ecmo',
  'arterial-line',
  'cvc',
  'chest-drain',
  'pacemaker',
] as const
export const TREATMENT_LIMITS = ['full', 'no-resuscitation', 'no-ic', 'other'] as const

const number = (name: NumberFieldName) => {
  const { min, max, decimals } = numberFields[name]
  return decimals === 0
    ? z.int().check(z.minimum(min), z.maximum(max))
    : z.number().check(z.minimum(min), z.maximum(max), z.multipleOf(0.1))
}
export const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(FREE_TEXT_MAX))
export const instant = z.iso.datetime({ offset: true })
export const hospitalId = z.string().check(z.refine((id) => hospital(id) !== undefined, { error: 'enum' }))
export const phoneLine = z.strictObject({
  /** A function, never a person: "dienstdoend intensivist". */
  role: z.string().check(z.trim(), z.minLength(2), z.maxLength(60)),
  phone: z.string().check(z.trim(), z.regex(PHONE_LINE)),
})

/** Ward and entrance: "IC 2, ingang ambulancehal". */
export const placeText = z.string().check(z.trim(), z.minLength(2), z.maxLength(PLACE_MAX))

/** Begeleid vervoer: who goes along, and why it may (shared/reference/escort-criteria.json). */
const escortSchema = z.strictObject({
  ticked: z.optional(z.array(z.enum(ESCORT_CRITERIA)).check(z.maxLength(ESCORT_CRITERIA.length))),
  criteria: z.optional(text),
  /** The escort's function and phone line. */
  line: z.optional(phoneLine),
})

export const requestSchema = z.strictObject({
  // Situatie
  bed: z.enum(BEDS),
  kind: z.enum(KINDS),
  ground: z.optional(z.enum(GROUNDS)),
  purpose: z.enum(PURPOSES),
  directedTo: z.optional(hospitalId),
  admissionReason: z.enum(ADMISSION_REASONS),
  readyFrom: instant,
  note: z.optional(text),
  // Patiënt
  age: number('age'),
  sex: z.enum(SEXES),
  weight: z.optional(number('weight')),
  isolation: z.enum(ISOLATIONS),
  frail: z.boolean(),
  geriatricianConsulted: z.boolean(),
  treatmentLimits: z.enum(TREATMENT_LIMITS),
  // Ademhaling en kringloop
  support: z.enum(SUPPORTS),
  flow: z.optional(number('flow')),
  fio2: z.optional(number('fio2')),
  peep: z.optional(number('peep')),
  minuteVolume: z.optional(number('minuteVolume')),
  spo2: number('spo2'),
  breathingRate: number('breathingRate'),
  map: z.optional(number('map')),
  systolic: z.optional(number('systolic')),
  vasoactive: z.enum(VASOACTIVES),
  trend: z.enum(TRENDS),
  avpu: z.optional(z.enum(AVPU)),
  gcs: z.optional(number('gcs')),
  specials: z.array(z.enum(SPECIALS)).check(z.maxLength(SPECIALS.length)),
  // Praktisch
  familyInformed: z.boolean(),
  gpInformed: z.boolean(),
  escort: z.optional(escortSchema),
  canSit: z.boolean(),
  callback: phoneLine,
  /** Where the patient is to be fetched. */
  place: z.optional(placeText),
})
export type TransferRequest = z.infer<typeof requestSchema>

/** The clinical part: kept apart from the row, fetched on opening, purged after the move. */
export type Clinical = Omit<
  TransferRequest,
  'callback' | 'bed' | 'kind' | 'ground' | 'purpose' | 'readyFrom' | 'directedTo' | 'escort' | 'place'
> & {
  /** Its phone line is among the contacts. */
  escort?: Omit<NonNullable<TransferRequest['escort']>, 'line'>
  /** The role that indicated the escort; `intensivist` or nobody (plan 4.5.1.1). */
  escortBy: 'intensivist' | null
}

/** Faults that one field alone cannot show. `at` is the command's own time, so what waited offline is not refused. */
export function checkRequest(request: TransferRequest, at: string): FieldFault[] {
  const faults: FieldFault[] = []
  for (const field of Object.keys(applies) as ConditionalField[]) {
    const wanted = applies[field](request)
    if (wanted && request[field] === undefined) faults.push({ field, fault: 'required' })
    if (!wanted && request[field] !== undefined) faults.push({ field, fault: 'not-applicable' })
  }
  const { escort } = request
  if (escort !== undefined && escort.criteria === undefined && (escort.ticked ?? []).length === 0)
    faults.push({ field: 'escort', fault: 'required' })
  if (request.map === undefined && request.systolic === undefined)
    faults.push({ field: 'map', fault: 'required' })
  if (request.avpu === undefined && request.gcs === undefined)
    faults.push({ field: 'avpu', fault: 'required' })
  if (
    request.directedTo !== undefined &&
    request.purpose !== 'specialist-care' &&
    request.purpose !== 'return'
  )
    faults.push({ field: 'directedTo', fault: 'not-applicable' })
  const minutes = (Date.parse(request.readyFrom) - Date.parse(at)) / 60_000
  if (minutes < READY_FROM_MINUTES.min || minutes > READY_FROM_MINUTES.max)
    faults.push({
      field: 'readyFrom',
      fault: 'range',
      min: READY_FROM_MINUTES.min,
      max: READY_FROM_MINUTES.max,
    })
  return faults
}

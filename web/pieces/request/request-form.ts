import type {
  AVPU,
  SEXES,
  SPECIALS,
  TransferRequest,
  TREATMENT_LIMITS,
  TRENDS,
  VASOACTIVES,
} from '#shared/transfers/request.ts'
import { applies, type ConditionalField, type NumberFieldName } from '#shared/transfers/request-fields.ts'
import type { AdmissionReason, Bed, Ground, Isolation, Kind, Purpose, Support } from '#shared/terms.ts'

export type Urgency = 'planned' | Ground
type Maybe<T> = T | undefined

/** What stands in the form: half filled, and with what was typed in fields that do not apply now. */
export type RequestForm = {
  /** Drawn once, so that a request sent twice is filed once. */
  transfer: string
  reservation: string
  /** The rejected request this is filed again from. */
  refiledFrom?: string
  /** The transfer whose patient goes back. */
  returnOf?: string
  /** ISO; null while nobody has touched it. */
  changedAt: string | null
  bed: Bed
  urgency?: Maybe<Urgency>
  /** Chosen by hand; else it follows from the urgency. */
  purpose?: Maybe<Purpose>
  directedTo?: Maybe<string>
  admissionReason?: Maybe<AdmissionReason>
  /** `now` is the moment of sending. */
  ready: 'now' | string
  note: string
  figures: Partial<Record<NumberFieldName, number>>
  /** Unusual figures that were looked at twice: the figure that was said to be right. */
  sure: Partial<Record<NumberFieldName, number>>
  sex?: Maybe<(typeof SEXES)[number]>
  isolation?: Maybe<Isolation>
  frail?: Maybe<boolean>
  geriatricianConsulted: boolean
  treatmentLimits?: Maybe<(typeof TREATMENT_LIMITS)[number]>
  support?: Maybe<Support>
  pressure?: Maybe<'map' | 'systolic'>
  vasoactive?: Maybe<(typeof VASOACTIVES)[number]>
  trend?: Maybe<(typeof TRENDS)[number]>
  scale: 'avpu' | 'gcs'
  avpu?: Maybe<(typeof AVPU)[number]>
  specials: (typeof SPECIALS)[number][]
  familyInformed?: Maybe<boolean>
  gpInformed: boolean
  escort: boolean
  criteria: string
  /** Which of the escort's criteria are met. */
  ticked: string[]
  escortLine: { role: string; phone: string }
  canSit: boolean
  callback: { role: string; phone: string }
  /** Ward and entrance. */
  place: string
}

type Start = Pick<RequestForm, 'transfer' | 'reservation' | 'bed' | 'callback'> & { place?: string }

export const emptyForm = (start: Start): RequestForm => ({
  place: '',
  ...start,
  changedAt: null,
  ready: 'now',
  note: '',
  figures: {},
  sure: {},
  geriatricianConsulted: false,
  scale: 'avpu',
  specials: [],
  gpInformed: false,
  escort: false,
  criteria: '',
  ticked: [],
  escortLine: { role: '', phone: '' },
  canSit: false,
})

export const kindOf = ({ urgency }: RequestForm): Maybe<Kind> =>
  urgency === undefined ? undefined : urgency === 'planned' ? 'planned' : 'urgent'

const PURPOSE_OF: Record<Urgency, Purpose> = {
  planned: 'spreading',
  'bed-shortage': 'capacity',
  'patient-bound': 'specialist-care',
}

/** What is most often meant stands there already; another answer replaces it. */
export const purposeOf = ({ purpose, urgency }: RequestForm): Maybe<Purpose> =>
  purpose ?? (urgency && PURPOSE_OF[urgency])

/** Vasoactive drugs are an IC's: on a ward the answer stands there. */
export const vasoactiveOf = ({ vasoactive, bed }: RequestForm) =>
  vasoactive ?? (bed === 'ward' ? ('none' as const) : undefined)

export const pressureOf = ({ pressure, bed }: RequestForm): 'map' | 'systolic' =>
  pressure ?? (bed === 'ic' ? 'map' : 'systolic')

export const mayBeDirected = (form: RequestForm): boolean => {
  const purpose = purposeOf(form)
  return purpose === 'specialist-care' || purpose === 'return'
}

/** Whether a figure is asked for now. */
export function asksFigure(form: RequestForm, name: NumberFieldName): boolean {
  if (name === 'map' || name === 'systolic') return pressureOf(form) === name
  if (name === 'gcs') return form.scale === 'gcs'
  if (!(name in applies)) return true
  return applies[name as ConditionalField]({ bed: form.bed, kind: kindOf(form), support: form.support })
}

const escortOf = ({ criteria, ticked, escortLine }: RequestForm) => ({
  ticked,
  ...(criteria.trim() === '' ? {} : { criteria: criteria.trim() }),
  line: { role: escortLine.role.trim(), phone: escortLine.phone.trim() },
})

/** What would be sent: only what applies, only what was answered. Complete when the schema says so. */
export function toRequest(form: RequestForm, at: string): Partial<TransferRequest> {
  const { bed, urgency, figures, escort } = form
  const asked = Object.entries(figures).filter(([name]) => asksFigure(form, name as NumberFieldName))
  const answers = {
    bed,
    kind: kindOf(form),
    ground: urgency === 'planned' ? undefined : urgency,
    purpose: purposeOf(form),
    directedTo: mayBeDirected(form) ? form.directedTo : undefined,
    admissionReason: form.admissionReason,
    readyFrom: form.ready === 'now' ? at : form.ready,
    note: form.note.trim() || undefined,
    sex: form.sex,
    isolation: form.isolation,
    frail: form.frail,
    geriatricianConsulted: form.frail === true && form.geriatricianConsulted,
    treatmentLimits: form.treatmentLimits,
    support: form.support,
    vasoactive: vasoactiveOf(form),
    trend: form.trend,
    avpu: form.scale === 'avpu' ? form.avpu : undefined,
    specials: form.specials,
    familyInformed: form.familyInformed,
    gpInformed: form.gpInformed,
    escort: escort && bed === 'ic' ? escortOf(form) : undefined,
    canSit: form.canSit,
    callback: { role: form.callback.role.trim(), phone: form.callback.phone.trim() },
    place: form.place.trim() || undefined,
    ...Object.fromEntries(asked),
  }
  return Object.fromEntries(
    Object.entries(answers).filter(([, answer]) => answer !== undefined),
  ) as Partial<TransferRequest>
}

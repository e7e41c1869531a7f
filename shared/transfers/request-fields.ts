// The numbers of a request as data: hard bounds (refused), soft bounds ("klopt dit?"), units, and when a field
// applies. The form, the schema and the refusal read this one table (PRODUCT: a request's contents).
import type { Bed, Kind, Support } from '#shared/terms.ts'

type Applies = { bed?: Bed | undefined; kind?: Kind | undefined; support?: Support | undefined }
export type NumberField = {
  min: number
  max: number
  /** Outside these the form asks once; our own choice, clinically plausible for adults. */
  softMin: number
  softMax: number
  /** Decimals allowed. */
  decimals: 0 | 1
  unit: string
}

export const numberFields = {
  age: { min: 16, max: 120, softMin: 18, softMax: 95, decimals: 0, unit: 'jr' },
  weight: { min: 20, max: 350, softMin: 40, softMax: 180, decimals: 0, unit: 'kg' },
  flow: { min: 0.5, max: 70, softMin: 1, softMax: 60, decimals: 1, unit: 'L/min' },
  fio2: { min: 21, max: 100, softMin: 21, softMax: 100, decimals: 0, unit: '%' },
  peep: { min: 0, max: 30, softMin: 4, softMax: 20, decimals: 0, unit: 'cmH₂O' },
  minuteVolume: { min: 2, max: 30, softMin: 4, softMax: 20, decimals: 1, unit: 'L/min' },
  spo2: { min: 50, max: 100, softMin: 85, softMax: 100, decimals: 0, unit: '%' },
  breathingRate: { min: 4, max: 60, softMin: 8, softMax: 40, decimals: 0, unit: '/min' },
  map: { min: 30, max: 180, softMin: 55, softMax: 120, decimals: 0, unit: 'mmHg' },
  systolic: { min: 50, max: 260, softMin: 80, softMax: 200, decimals: 0, unit: 'mmHg' },
  gcs: { min: 3, max: 15, softMin: 3, softMax: 15, decimals: 0, unit: '' },
} as const satisfies Record<string, NumberField>
export type NumberFieldName = keyof typeof numberFields

/** Ward and entrance, on one line of a phone or two. */
export const PLACE_MAX = 80
export const FREE_TEXT_MAX = 280
/** `readyFrom` may lie this far from the command's own time. */
export const READY_FROM_MINUTES = { min: -5, max: 72 * 60 } as const
/** Received this long after it was filed, a request is marked late, never refused. */
export const LATE_AFTER_MINUTES = 5

const ventilated = (support: Support | undefined) => support === 'niv' || support === 'invasive'

/** Whether a conditional field is asked for. Fields not named here always are. */
export const applies = {
  ground: ({ kind }: Applies) => kind === 'urgent',
  weight: ({ bed }: Applies) => bed === 'ic',
  flow: ({ support }: Applies) => support === 'low-flow' || support === 'hfno',
  fio2: ({ support }: Applies) => support === 'hfno' || ventilated(support),
  peep: ({ support }: Applies) => ventilated(support),
  minuteVolume: ({ support }: Applies) => ventilated(support),
} as const satisfies Record<string, (request: Applies) => boolean>
export type ConditionalField = keyof typeof applies

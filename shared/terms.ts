// The field's closed lists (rulebook, Terms): codes that rules, wire and screens share.
// A code is stored and sent; its Dutch, English or German word lives in web/i18n.

export const PHASES = ['1a', '1b', '2a', '2b', '2c', '2d', '3'] as const
export type Phase = (typeof PHASES)[number]

/** Care level: intensive care or ward (kliniek). */
export const BEDS = ['ic', 'ward'] as const
export type Bed = (typeof BEDS)[number]

export const KINDS = ['planned', 'urgent'] as const
export type Kind = (typeof KINDS)[number]

/** Why an urgent request is urgent (plan 4.5.1.5). */
export const GROUNDS = ['bed-shortage', 'patient-bound'] as const
export type Ground = (typeof GROUNDS)[number]

export const PURPOSES = ['spreading', 'capacity', 'specialist-care', 'return'] as const
export type Purpose = (typeof PURPOSES)[number]

export const ADMISSION_REASONS = ['covid', 'with-covid', 'other'] as const
export type AdmissionReason = (typeof ADMISSION_REASONS)[number]

export const ISOLATIONS = ['none', 'contact', 'droplet', 'airborne', 'strict'] as const
export type Isolation = (typeof ISOLATIONS)[number]

export const SUPPORTS = ['none', 'low-flow', 'hfno', 'niv', 'invasive'] as const
export type Support = (typeof SUPPORTS)[number]

export const VEHICLE_KINDS = ['micu', 'ambulance', 'ambulance-plus', 'helicopter', 'bus'] as const
export type VehicleKind = (typeof VEHICLE_KINDS)[number]

/** Bodies that decide phases and exemptions (plan 2.2.4). */
export const BODIES = ['roaz', 'roaz-chairs', 'db-lnaz', 'minister-vws'] as const
export type Body = (typeof BODIES)[number]

export const ROLES = [
  'intensivist',
  'ward-staff',
  'rcps',
  'lcps',
  'bed-desk',
  'transport-desk',
  'crew',
  'secretary',
  'observer',
  'admin',
] as const
export type Role = (typeof ROLES)[number]

// Hospitals abroad that take part; Münster is the only one the plan names (plan 8.2).
// Read by transport (is it near the border?) and by offers abroad.
import data from './partners.json' with { type: 'json' }

export interface Partner {
  readonly id: string
  readonly name: string
  readonly city: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly lat: number
  readonly lon: number
  /** Our own reading of the plan's "short distances in the border region" (4.5.2.3). */
  readonly nearBorder: boolean
  readonly nearBorderReading: string
  /** Which beds it coordinates, and where. */
  readonly coordinates: { readonly bed: string; readonly area: string }
}

export const partners: readonly Partner[] = data.partners

const byId = new Map(partners.map((partner) => [partner.id, partner]))

export const partner = (id: string): Partner | undefined => byId.get(id)

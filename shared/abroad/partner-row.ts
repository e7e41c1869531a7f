// A hospital abroad as an administrator entered it: where it lies, what was agreed, whom to call. A line of the register;
// Münster, which the plan names (8.2), lies in the reference.
import { partners } from '#shared/reference/partners.ts'

export type PartnerRow = {
  id: string
  rev: number
  list: 'partner'
  name: string
  city: string
  /** ISO 3166-1 alpha-2, never NL. */
  country: string
  lat: number
  lon: number
  /** The plan's "short distances in the border region" (4.5.2.3), for R4. */
  nearBorder: boolean
  /** IC beds agreed; abroad takes IC patients only. */
  icBeds: number
  /** A function and its line, never a person. */
  contact: { role: string; phone: string }
  announcedAt: string
  withdrawn?: { at: string; reason: string }
}

export type Destination = Pick<
  PartnerRow,
  'id' | 'name' | 'city' | 'country' | 'lat' | 'lon' | 'nearBorder'
> & {
  /** Null where nothing was agreed yet. */
  icBeds: number | null
  contact: PartnerRow['contact'] | null
}

/** Those taken out too: what went there before keeps its name. */
export const everyPlaceAbroad = (rows: readonly PartnerRow[]): { id: string; name: string }[] => [
  ...partners,
  ...rows,
]

/** Those that take part: the plan's own first, then the others by name. */
export const destinationsAbroad = (rows: readonly PartnerRow[]): Destination[] => [
  ...partners.map(({ id, name, city, country, lat, lon, nearBorder }) => ({
    ...{ id, name, city, country, lat, lon, nearBorder },
    icBeds: null,
    contact: null,
  })),
  ...rows.filter(({ withdrawn }) => withdrawn === undefined).sort((a, b) => (a.name < b.name ? -1 : 1)),
]

// By which codes a file or a letter may name an organisation: our own id, a hospital's URA, a region's or RAV's
// code. Used by people-file.ts and the admin's organisations.
import { hospitals } from '#shared/reference/hospitals.ts'
import { regions } from '#shared/reference/regions.ts'
import { safetyRegions } from '#shared/reference/safety-regions.ts'
import { LCPS_ORG } from './parties.ts'
import { everyPlace } from './role-places.ts'

/** Code, in small letters → our organisation. `uras`: what the operator configured, which goes before ours. */
export function orgCodes(uras: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const known = new Set(everyPlace().map(({ org }) => org))
  return new Map(
    [
      ...hospitals.map(({ id, fictional }) => [fictional.ura, id] as const),
      ...regions.map(({ id, code }) => [code, id] as const),
      ...safetyRegions.map(({ code, rav }) => [code, rav.id] as const),
      ['LCPS', LCPS_ORG] as const,
      ...Object.entries(uras),
      ...[...known].map((org) => [org, org] as const),
    ]
      .filter(([, org]) => known.has(org))
      .map(([code, org]) => [code.toLowerCase(), org]),
  )
}

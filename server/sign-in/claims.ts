// From what a provider says of a person to roles at organisations, by the provider's own mapping. Pure; used when
// somebody comes back from a provider. What maps to nothing gives nothing.
import type { Membership } from '#shared/access/parties.ts'
import { rolePlace } from '#shared/access/role-places.ts'
import type { Role } from '#shared/terms.ts'

export type ClaimMapping = {
  /** The claim that holds the URA, dots for what lies deeper; or one URA for all of this provider. */
  organisation: { claim: string } | { ura: string }
  /** URA → our organisation. */
  organisations: Readonly<Record<string, string>>
  /** Whether a URA that is not among them is looked for among those that an administrator entered. */
  enteredUras?: boolean | undefined
  role: { claim: string; values: Readonly<Record<string, Role>> }
}

/** URA → our organisation, by the configuration of all these providers together. */
export const configuredUras = (
  providers: readonly Pick<ClaimMapping, 'organisations'>[],
): Record<string, string> =>
  Object.fromEntries(providers.flatMap(({ organisations }) => Object.entries(organisations)))

/** An admin is made here, by hand: no provider can. `entered`: URA → organisation, as an administrator entered it. */
export function membershipsFrom(
  mapping: ClaimMapping,
  claims: Readonly<Record<string, unknown>>,
  entered: Readonly<Record<string, string>> = {},
): Membership[] {
  const { organisation, role } = mapping
  const uras = 'ura' in organisation ? [organisation.ura] : valuesAt(claims, organisation.claim)
  const orgs = uras.flatMap((ura) => {
    const configured = own(mapping.organisations, ura)
    return configured.length === 0 && mapping.enteredUras === true ? own(entered, ura) : configured
  })
  const roles = valuesAt(claims, role.claim).flatMap((value) => own(role.values, value))
  return orgs
    .flatMap((org) => roles.map((held): Membership => ({ role: held, org })))
    .filter((held) => held.role !== 'admin' && rolePlace(held) !== undefined)
}

const own = <T>(table: Readonly<Record<string, T>>, key: string): T[] => {
  const found = Object.hasOwn(table, key) ? table[key] : undefined
  return found === undefined ? [] : [found]
}

/** Each text at a path; a list on the way stands for each of its parts. */
function valuesAt(claims: unknown, path: string): string[] {
  const found = path.split('.').reduce<unknown[]>(
    (at, key) =>
      at.flatMap((one) => {
        if (typeof one !== 'object' || one === null || !Object.hasOwn(one, key)) return []
        const inner: unknown = Reflect.get(one, key)
        return Array.isArray(inner) ? inner : [inner]
      }),
    [claims],
  )
  return [...new Set(found.filter((one) => typeof one === 'string'))]
}

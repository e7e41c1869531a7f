// Whom an administrator may let in, change and send away. An admin of brancard: everybody; an admin of a hospital: whoever
// works there only. Called by the admin's routes, and by screens for their buttons.
import { rolePlace, ADMIN_ORG } from './role-places.ts'
import type { Membership, Person } from './parties.ts'

/** Null: every organisation. Empty: none. */
export function administers({ memberships }: Pick<Person, 'memberships'>): readonly string[] | null {
  const orgs = memberships.filter(({ role }) => role === 'admin').map(({ org }) => org)
  return orgs.includes(ADMIN_ORG) ? null : orgs
}

/** Somebody who also works elsewhere is not theirs to change; nor is who works nowhere. */
export function mayAdminister(
  admin: Pick<Person, 'memberships'>,
  { memberships }: Pick<Person, 'memberships'>,
): boolean {
  const orgs = administers(admin)
  return orgs === null || (memberships.length > 0 && memberships.every(({ org }) => orgs.includes(org)))
}

/** Whether an admin may give someone exactly these roles: each exists, lies in the admin's reach, and stands once. */
export function mayGive(admin: Pick<Person, 'memberships'>, given: readonly Membership[]): boolean {
  const names = given.map(({ role, org }) => `${role}@${org}`)
  return (
    given.length > 0 &&
    new Set(names).size === names.length &&
    given.every((one) => rolePlace(one) !== undefined) &&
    mayAdminister(admin, { memberships: [...given] })
  )
}

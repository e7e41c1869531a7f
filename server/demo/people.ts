// The people of the demo: functions at the real organisations, never names, derived from the reference data.
// Used by the session routes and by the simulated morning.
import type { Membership, Person } from '#shared/access/parties.ts'
import { demoPlaces, type RolePlace } from '#shared/access/role-places.ts'
import type { Role } from '#shared/terms.ts'
import type { DemoPerson } from '#shared/wire/reads.ts'
import { functionLabel } from '#server/sign-in/function-label.ts'

export type Known = Person & { label: string }
export type People = {
  find(id: string): Known | undefined
  list(): DemoPerson[]
}

/** `intensivist@umc-utrecht`: readable, and the same at every start. */
export const demoPersonId = (role: Role, org: string): string => `${role}@${org}`

/** `bed-desk-deputy@umc-utrecht`: in the same function, alerted when the first one does not answer. */
export const demoDeputyId = (role: Role, org: string): string => `${role}-deputy@${org}`
const WITH_DEPUTY: readonly Role[] = ['bed-desk', 'rcps', 'lcps', 'transport-desk']

const personAt = ({ role, org, place, region }: RolePlace): DemoPerson => ({
  person: demoPersonId(role, org),
  label: functionLabel(role, place),
  membership: { role, org },
  place,
  region,
})

const deputyAt = (at: RolePlace): DemoPerson => ({
  ...personAt(at),
  person: demoDeputyId(at.role, at.org),
  label: `Plaatsvervangend ${functionLabel(at.role, at.place).replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())}`,
  membership: { role: at.role, org: at.org, deputy: true },
})

/** The next shift of a vehicle. */
const reliefAt = (at: RolePlace): DemoPerson => ({
  ...personAt(at),
  person: `crew-relief@${at.org}`,
  label: `Aflossing, ${functionLabel(at.role, at.place)}`,
})

export function demoPeople(): People {
  const list = demoPlaces().flatMap((at) => {
    if (at.role === 'crew') return [personAt(at), reliefAt(at)]
    return WITH_DEPUTY.includes(at.role) ? [personAt(at), deputyAt(at)] : [personAt(at)]
  })
  const byId = new Map(
    list.map(({ person: id, label, membership }) => [
      id,
      { id, label, memberships: [membership] satisfies Membership[] },
    ]),
  )
  return { find: (id) => byId.get(id), list: () => list }
}

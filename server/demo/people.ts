// The people of the demo: functions at the real organisations, never names, derived from the reference data.
// Used by the session routes and by the simulated morning.
import { LCPS_ORG, type Membership, type Person } from '#shared/access/parties.ts'
import { carriers, fleet } from '#shared/reference/fleet.ts'
import { hospitals } from '#shared/reference/hospitals.ts'
import { micuCentres } from '#shared/reference/micu-centres.ts'
import { regions } from '#shared/reference/regions.ts'
import { safetyRegions } from '#shared/reference/safety-regions.ts'
import type { Role } from '#shared/terms.ts'
import type { DemoPerson } from '#shared/wire/reads.ts'

export type Known = Person & { label: string }
export type People = {
  find(id: string): Known | undefined
  list(): DemoPerson[]
}

type Place = { org: string; place: string; region: string | null }

const FUNCTIONS: Record<Role, string> = {
  intensivist: 'Intensivist',
  'ward-staff': 'Afdelingsarts',
  'bed-desk': 'Bedcoördinator',
  rcps: 'RCPS-coördinator',
  lcps: 'LCPS-coördinator',
  'transport-desk': 'Vervoerscoördinator',
  crew: 'Bemanning',
  secretary: 'Secretaris',
  observer: 'Waarnemer',
  admin: 'Beheerder',
}

/** `intensivist@umc-utrecht`: readable, and the same at every start. */
export const demoPersonId = (role: Role, org: string): string => `${role}@${org}`

const person = (role: Role, { org, place, region }: Place): DemoPerson => ({
  person: demoPersonId(role, org),
  label: `${FUNCTIONS[role]}, ${place}`,
  membership: { role, org },
  place,
  region,
})

export function demoPeople(): People {
  const list = everyone()
  const byId = new Map(
    list.map(({ person: id, label, membership }) => [
      id,
      { id, label, memberships: [membership] satisfies Membership[] },
    ]),
  )
  return { find: (id) => byId.get(id), list: () => list }
}

function everyone(): DemoPerson[] {
  return [
    ...hospitals.flatMap(({ id, name, region, hasIc }) => {
      const at = { org: id, place: name, region }
      const ward = [person('ward-staff', at), person('bed-desk', at)]
      return hasIc ? [person('intensivist', at), ...ward] : ward
    }),
    ...regions.flatMap(({ id, code }) => {
      const at = { org: id, place: code, region: id }
      return [person('rcps', at), person('secretary', { ...at, place: `ROAZ ${code}` })]
    }),
    person('lcps', { org: LCPS_ORG, place: 'Nederland', region: null }),
    person('secretary', { org: 'roaz-chairs', place: 'ROAZ-voorzitters', region: null }),
    person('secretary', { org: 'db-lnaz', place: 'dagelijks bestuur LNAZ', region: null }),
    person('secretary', { org: 'minister-vws', place: 'minister van VWS', region: null }),
    ...transportOrgs().map((at) => person('transport-desk', at)),
    ...fleet.map(({ id, name, org }) => person('crew', { org: id, place: name, region: regionOfOrg(org) })),
    person('observer', { org: 'igj', place: 'IGJ', region: null }),
    person('admin', { org: 'brancard', place: 'brancard', region: null }),
  ]
}

const transportOrgs = (): Place[] => [
  ...micuCentres.map(({ id, name }) => ({ org: id, place: name, region: regionOfOrg(id) })),
  ...safetyRegions.map(({ rav }) => ({ org: rav.id, place: rav.name, region: regionOfOrg(rav.id) })),
  ...carriers.map(({ id, name }) => ({ org: id, place: name, region: null })),
]

/** A MICU centre lies in its hospital's region, a RAV in the ROAZ region that holds its safety region. */
function regionOfOrg(org: string): string | null {
  const centre = micuCentres.find(({ id }) => id === org)
  if (centre !== undefined) return hospitals.find(({ id }) => id === centre.hospital)?.region ?? null
  const code = safetyRegions.find(({ rav }) => rav.id === org)?.code
  if (code === undefined) return null
  const holds = regions.find(({ safetyRegions: { whole, part } }) =>
    [...whole, ...part.map((one) => one.code)].includes(code),
  )
  return holds?.id ?? null
}

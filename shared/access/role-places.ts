// Every role at every organisation that can hold it: the closed list that memberships are checked against and chosen
// from. Used by the demo's people, by server/sign-in and by the admin's screens.
import type { Role } from '#shared/terms.ts'
import { carriers, fleet } from '#shared/reference/fleet.ts'
import { hospitals } from '#shared/reference/hospitals.ts'
import { micuCentres } from '#shared/reference/micu-centres.ts'
import { vehicleCallSign } from '#shared/reference/names.ts'
import { regions } from '#shared/reference/regions.ts'
import { safetyRegions } from '#shared/reference/safety-regions.ts'
import { houseOfAdded, markOfAdded } from '#shared/transport/added-vehicle.ts'
import { teamVehicleId } from '#shared/transport/fleet-now.ts'
import { ADMIN_ORG, LCPS_ORG, type Membership } from './parties.ts'

export { ADMIN_ORG }

/** `place` is what people call it, `region` the ROAZ region it lies in. */
export type RolePlace = { role: Role; org: string; place: string; region: string | null }
type Place = Omit<RolePlace, 'role'>

const at = (role: Role, place: Place): RolePlace => ({ role, ...place })

const list: readonly RolePlace[] = [
  ...hospitals.flatMap(({ id, name, region, hasIc }) => {
    const here = { org: id, place: name, region }
    const ward = [at('ward-staff', here), at('bed-desk', here)]
    return hasIc ? [at('intensivist', here), ...ward] : ward
  }),
  ...regions.flatMap(({ id, code }) => {
    const here = { org: id, place: code, region: id }
    return [at('rcps', here), at('secretary', { ...here, place: `ROAZ ${code}` })]
  }),
  at('lcps', { org: LCPS_ORG, place: 'Nederland', region: null }),
  at('secretary', { org: 'roaz-chairs', place: 'ROAZ-voorzitters', region: null }),
  at('secretary', { org: 'db-lnaz', place: 'dagelijks bestuur LNAZ', region: null }),
  at('secretary', { org: 'minister-vws', place: 'minister van VWS', region: null }),
  ...transportOrgs().map((place) => at('transport-desk', place)),
  ...fleet.map(({ id, name, org }) => at('crew', { org: id, place: name, region: regionOfOrg(org) })),
  ...micuCentres.map(({ id }) => at('crew', teamPlace(id))),
  at('observer', { org: 'igj', place: 'IGJ', region: null }),
  at('admin', { org: ADMIN_ORG, place: 'brancard', region: null }),
]
const hospitalAdmins = hospitals.map(({ id, name, region }) => at('admin', { org: id, place: name, region }))
const known = new Map([...list, ...hospitalAdmins].map((one) => [`${one.role}@${one.org}`, one]))

/** One of each, for the demo: hospitals administer themselves in earnest only. */
export const demoPlaces = (): readonly RolePlace[] => list

export const everyPlace = (): RolePlace[] => [...known.values()]

export const rolePlace = ({ role, org }: Membership): RolePlace | undefined =>
  known.get(`${role}@${org}`) ?? (role === 'crew' ? addedPlace(org) : undefined)

/** Who drives a vehicle that a house added: there once the house is, like a team's. */
function addedPlace(org: string): RolePlace | undefined {
  const house = houseOfAdded(org)
  const desk = house === undefined ? undefined : known.get(`transport-desk@${house}`)
  return desk && { role: 'crew', org, place: `${desk.place} +${markOfAdded(org)}`, region: desk.region }
}

/** Who drives with an extra team: there at all times, whether the team is or not. */
function teamPlace(centre: string): Place {
  const org = teamVehicleId(centre)
  return { org, place: vehicleCallSign(org) ?? org, region: regionOfOrg(centre) }
}

function transportOrgs(): Place[] {
  return [
    ...micuCentres.map(({ id, name }) => ({ org: id, place: name, region: regionOfOrg(id) })),
    ...safetyRegions.map(({ rav }) => ({ org: rav.id, place: rav.name, region: regionOfOrg(rav.id) })),
    ...carriers.map(({ id, name }) => ({ org: id, place: name, region: null })),
  ]
}

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

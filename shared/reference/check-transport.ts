// Do MICU centres, partners abroad and the fleet fit the hospitals and the rules (R4)?
// Called by checkReference.
import { duplicates, isInNetherlands, type Problem, unknownIds } from './problem.ts'
import type { ReferenceData } from './reference-data.ts'

/** The plan has seven vehicles and at most fourteen (4.5.2.1). */
const MICU_VEHICLES = { regular: 7, max: 14 }

function checkMicuCentres({ micuCentres, hospitals, regions, fleet }: ReferenceData): readonly Problem[] {
  const bases = micuCentres.map((centre) => centre.hospital)
  const flagged = hospitals.filter((hospital) => hospital.micuCentre).map((hospital) => hospital.id)
  const unlike = [
    ...flagged.filter((id) => !bases.includes(id)),
    ...bases.filter((id) => !flagged.includes(id)),
  ]
  const vehicles = fleet.filter((vehicle) => vehicle.kind === 'micu')
  const miscounted = micuCentres.filter(
    ({ id, vehicles: { regular } }) => vehicles.filter((vehicle) => vehicle.org === id).length !== regular,
  )
  const most = micuCentres.reduce((sum, centre) => sum + centre.vehicles.max, 0)
  const sevenOfFourteen = vehicles.length === MICU_VEHICLES.regular && most === MICU_VEHICLES.max
  return [
    ...duplicates(
      'micu-centres',
      micuCentres.map((centre) => centre.id),
    ),
    ...unknownIds(
      'micu-centres hospital',
      bases,
      hospitals.map((hospital) => hospital.id),
    ),
    ...unknownIds(
      'micu-centres regions',
      micuCentres.flatMap((centre) => centre.regions),
      regions.map((region) => region.id),
    ),
    ...unlike.map((id): Problem => ({ code: 'micu-centre-flag', where: `hospitals: ${id}` })),
    ...miscounted.map((centre): Problem => ({ code: 'micu-vehicles', where: `fleet: ${centre.id}` })),
    ...(sevenOfFourteen
      ? []
      : [{ code: 'micu-vehicles', where: `fleet: ${vehicles.length} of at most ${most}` } as const]),
  ]
}

function checkVehicle(vehicle: ReferenceData['fleet'][number]): readonly Problem[] {
  const where = `fleet: ${vehicle.id}`
  const problems: Problem[] = []
  if (!isInNetherlands(vehicle)) problems.push({ code: 'outside-netherlands', where })
  if (vehicle.abilities.hfno !== (vehicle.kind === 'ambulance-plus')) {
    problems.push({ code: 'hfno-in-wrong-vehicle', where })
  }
  // LL1–LL4 are for the mobile medical teams, the Waddenheli for the islands (plan 4.5.2.2).
  if (vehicle.kind === 'helicopter' && vehicle.id !== 'll5')
    problems.push({ code: 'helicopter-not-ll5', where })
  return problems
}

function checkFleet({ fleet, micuCentres, safetyRegions, carriers }: ReferenceData): readonly Problem[] {
  const organisations = [
    ...micuCentres.map((centre) => centre.id),
    ...safetyRegions.map((region) => region.rav.id),
    ...carriers.map((carrier) => carrier.id),
  ]
  return [
    ...duplicates(
      'fleet',
      fleet.map((vehicle) => vehicle.id),
    ),
    ...duplicates(
      'fleet name',
      fleet.map((vehicle) => vehicle.name),
    ),
    ...duplicates('organisations', organisations),
    ...unknownIds(
      'fleet org',
      fleet.map((vehicle) => vehicle.org),
      organisations,
    ),
    ...carriers
      .filter((carrier) => !isInNetherlands(carrier))
      .map((carrier): Problem => ({ code: 'outside-netherlands', where: `carriers: ${carrier.id}` })),
    ...fleet.flatMap(checkVehicle),
  ]
}

export function checkTransport(data: ReferenceData): readonly Problem[] {
  const atHome = data.partners.filter((partner) => partner.country === 'NL')
  return [
    ...checkMicuCentres(data),
    ...checkFleet(data),
    ...duplicates(
      'partners',
      data.partners.map((partner) => partner.id),
    ),
    ...atHome.map((partner): Problem => ({ code: 'partner-at-home', where: `partners: ${partner.id}` })),
  ]
}

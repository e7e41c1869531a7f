// The fleet of a moment: the reference, what desks changed of it, and the extra MICU teams in force.
// Called by ride.plan, the views of the transport desk and the screens, so that all count the same vehicles.
import { fleet, type Vehicle, vehicle as referenceVehicle } from '#shared/reference/fleet.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { micuCentre } from '#shared/reference/micu-centres.ts'
import { safetyRegions } from '#shared/reference/safety-regions.ts'
import { isInForce, type Outage, type Team, type VehicleRow } from './vehicle-row.ts'

export type FleetVehicle = Vehicle & {
  out: Outage | null
  /** The decision that an extra team drives by. */
  team: Team | null
}

/** The lines of the register; those of other lists are passed over. */
export type FleetLines = readonly ({ list: 'vehicle' | 'team' } | { list: string })[]

/** Every vehicle known at an instant, those out of service too, in the reference's order and new ones after it. */
export function fleetNow(lines: FleetLines, at: string): FleetVehicle[] {
  const changed = new Map<string, VehicleRow>()
  for (const line of lines) if (isVehicle(line)) changed.set(line.vehicle, line)
  const known = fleet.map((one) => withChange(one, changed.get(one.id)))
  // An extra team's own line says how its vehicle is, not that it drives.
  const isNew = (row: VehicleRow) => referenceVehicle(row.vehicle) === undefined && row.kind !== 'micu'
  const added = [...changed.values()].filter(isNew).map((row) => withChange(undefined, row))
  const extra = lines.filter(isTeam).filter((team) => isInForce(team, at))
  return [...known, ...added, ...extra.flatMap((team) => teamVehicle(team, known, changed))]
}

/** Those that may drive at an instant. */
export const fleetInService = (lines: FleetLines, at: string): FleetVehicle[] =>
  fleetNow(lines, at).filter((one) => !isOut(one, at))

export const isOut = ({ out }: Pick<FleetVehicle, 'out'>, at: string): boolean =>
  out !== null && out.from <= at && (out.until === null || at < out.until)

/** The vehicle of a centre's extra team. */
export const teamVehicleId = (centre: string): string => `${centre}-2`

const isVehicle = (line: FleetLines[number]): line is VehicleRow => line.list === 'vehicle'
const isTeam = (line: FleetLines[number]): line is Team =>
  line.list === 'team' && (line as Team).over !== true

function withChange(known: Vehicle | undefined, row: VehicleRow | undefined): FleetVehicle {
  if (row === undefined) return { ...(known as Vehicle), out: null, team: null }
  const { vehicle: id, kind, name, org, hours, oxygen, abilities, out } = row
  const { lat, lon } = known !== undefined && known.org === org ? known : placeOf(org)
  const fictional = known?.fictional ?? true
  return { id, kind, name, org, lat, lon, hours, oxygen, abilities, fictional, out, team: null }
}

/** It drives what its centre's own vehicle drives. */
function teamVehicle(
  team: Team,
  known: readonly FleetVehicle[],
  changed: ReadonlyMap<string, VehicleRow>,
): FleetVehicle[] {
  const own = known.find(({ org, kind }) => org === team.centre && kind === 'micu')
  if (own === undefined) return []
  const id = teamVehicleId(team.centre)
  const row = changed.get(id)
  const name = own.name.replace(/1$/, '2')
  return [{ ...own, id, name, hours: row?.hours ?? own.hours, out: row?.out ?? null, team }]
}

/** Where an organisation's vehicles stand: the MICU centre's hospital, the RAV's first vehicle. */
export function placeOf(org: string): { lat: number; lon: number } {
  const base = hospital(micuCentre(org)?.hospital ?? '') ?? fleet.find((one) => one.org === org)
  return { lat: base?.lat ?? 52.1, lon: base?.lon ?? 5.2 }
}

/** Whether vehicles of this kind can belong to this organisation. */
export function mayOwn(org: string, kind: string): boolean {
  if (kind === 'micu') return micuCentre(org) !== undefined
  return micuCentre(org) === undefined && (isRav(org) || fleet.some((one) => one.org === org))
}
const isRav = (org: string): boolean => safetyRegions.some(({ rav }) => rav.id === org)

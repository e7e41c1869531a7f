// A desk changes what a vehicle is, or takes it out of service and back; a crew only its own vehicle's service.
import { may } from '#shared/access/may.ts'
import type { Membership } from '#shared/access/parties.ts'
import { micuCentre } from '#shared/reference/micu-centres.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { makeDraft } from '#shared/wire/draft.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { ADDED_KINDS, addedVehicleId } from './added-vehicle.ts'
import { type FleetVehicle, fleetNow, mayOwn } from './fleet-now.ts'
import type { Outage, VehicleFacts, VehicleRow } from './vehicle-row.ts'

type FleetCommand = 'vehicle.set' | 'vehicle.out' | 'vehicle.back'

/** The desk of the house, who administers brancard, or (out and back) the vehicle's own crew. */
function actsFor(
  { person }: Context,
  command: FleetCommand,
  org: string,
  vehicle: string,
): Membership | null {
  for (const own of [org, vehicle]) {
    const stands = may(person, command, { kind: 'register', org: own })
    if (stands.sees && stands.as !== null) return stands.as
  }
  return null
}

/**
 * Changes a vehicle, or adds one. Refuses: another house's vehicle, a kind that the house cannot have or that is not added,
 * HFNO in what is no ambulance+, a name that another has.
 */
export function decideSetVehicle(world: World, payload: Payload<'vehicle.set'>, context: Context): Decision {
  const { entry, vehicle, ...facts } = payload
  const known = fleetNow(world.register, context.now).find(({ id }) => id === vehicle)
  const as = actsFor(context, 'vehicle.set', known?.org ?? facts.org, vehicle)
  if (as === null || (as.role !== 'admin' && as.org !== facts.org)) return refuse('role.refused')
  const field = (known === undefined ? faultOfNew(facts, vehicle, entry) : null) ?? faultOf(facts, vehicle)
  if (field !== null) return refuse('command.invalid', { fields: [{ field, fault: 'enum' }] })
  const row = rowOf(world, vehicle)
  const isOther = row !== undefined && row.id !== entry && vehicle === addedVehicleId(facts.org, entry)
  const taken = fleetNow(world.register, context.now).some(
    ({ id, name }) => id !== vehicle && name === facts.name,
  )
  if (taken || isOther) return refuse('already-exists')
  return change(world, { entry, vehicle, facts, out: known?.out ?? null }, context, 'vehicle.set', as)
}

function faultOfNew({ org, kind }: VehicleFacts, vehicle: string, entry: string): string | null {
  if (!ADDED_KINDS.some((one) => one === kind)) return 'kind'
  return vehicle === addedVehicleId(org, entry) ? null : 'vehicle'
}

function faultOf({ org, kind, abilities, hours }: VehicleFacts, vehicle: string): string | null {
  if (!mayOwn(org, kind)) return 'org'
  // HFNO uses more oxygen than any other vehicle carries (R4).
  if (abilities.hfno !== (kind === 'ambulance-plus')) return 'abilities.hfno'
  // LL1–LL4 fly medical teams, the Waddenheli is for the islands (plan 4.5.2.2).
  if (kind === 'helicopter' && vehicle !== 'll5') return 'kind'
  if (kind === 'micu' && micuCentre(vehicle.replace(/-\d$/, '')) === undefined) return 'vehicle'
  if (hours !== null && hours.from >= hours.until) return 'hours.until'
  return null
}

export function decideOut(world: World, payload: Payload<'vehicle.out'>, context: Context): Decision {
  const { entry, vehicle, reason, until } = payload
  if (until !== null && until <= context.now) return refuse('time.past', { facts: { from: until } })
  return service(world, { entry, vehicle, out: { from: context.at, until, reason } }, context, 'vehicle.out')
}

export function decideBack(world: World, payload: Payload<'vehicle.back'>, context: Context): Decision {
  return service(world, { ...payload, out: null }, context, 'vehicle.back')
}

type Service = { entry: string; vehicle: string; out: Outage | null }

function service(
  world: World,
  { entry, vehicle, out }: Service,
  context: Context,
  command: FleetCommand,
): Decision {
  const known = knownOrTeam(world, vehicle, context.now)
  if (known === undefined) return refuse('not-found')
  const as = actsFor(context, command, known.org, vehicle)
  if (as === null) return refuse('role.refused')
  if (out === null && known.out === null) return refuse('step.refused', { facts: { state: 'in-service' } })
  const { kind, name, org, hours, oxygen, abilities } = known
  const facts = { kind, name, org, hours, oxygen, abilities }
  return change(world, { entry, vehicle, facts, out }, context, command, as)
}

const knownOrTeam = (world: World, vehicle: string, now: string): FleetVehicle | undefined =>
  fleetNow(world.register, now).find(({ id }) => id === vehicle)

type Changed = Service & { facts: VehicleFacts }

const rowOf = (world: World, vehicle: string): VehicleRow | undefined =>
  world.register.find((line): line is VehicleRow => line.list === 'vehicle' && line.vehicle === vehicle)

/** The vehicle's own line, or its first one. */
function change(
  world: World,
  { entry, vehicle, facts, out }: Changed,
  { at }: Context,
  command: FleetCommand,
  as: Membership,
): Decision {
  const draft = makeDraft(world, at)
  const row = rowOf(world, vehicle)
  const data = { ...facts, out, at }
  if (row !== undefined) draft.listed(EVENTS[command], row, data)
  else draft.first(EVENTS[command], 'register', { id: entry, rev: 0, list: 'vehicle', vehicle, ...data })
  return { changes: draft.changes, as }
}

const EVENTS = {
  'vehicle.set': 'vehicle.set',
  'vehicle.out': 'vehicle.taken-out',
  'vehicle.back': 'vehicle.put-back',
} as const

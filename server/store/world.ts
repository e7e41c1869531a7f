// Loads the facts a decision asks for, under row locks: the transfer first, then beds in order of id.
// Called by the hinge inside its transaction, and by nothing else.
import { isSystem, type Membership, type Person } from '#shared/access/parties.ts'
import { sees } from '#shared/access/standing.ts'
import { bedsId } from '#shared/beds/beds.ts'
import { isLive } from '#shared/beds/reservation.ts'
import { isActive } from '#shared/rides/ride.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { BEDS, type Bed } from '#shared/terms.ts'
import type { Alert } from '#shared/alerts/alert.ts'
import type { Command } from '#shared/wire/command.ts'
import type { Load, World } from '#shared/wire/decision.ts'
import type { ListName } from '#shared/wire/register.ts'
import { loadAlert, openAlertOf } from './alerts.ts'
import { allBeds, lockBeds } from './beds.ts'
import { lockHead } from './events.ts'
import { allPhases } from './phases.ts'
import { registerOf } from './register.ts'
import { heldAt, loadReservation, reservationsOf } from './reservations.ts'
import { activeRides, loadRide, nextTurn, ridesOf } from './rides.ts'
import type { Tx } from './store.ts'
import { loadPrivate, lockTransfer, openTransferBy } from './transfers.ts'

/** `turn`: which ride of its vehicle a new ride, or one handed on to it, would be. */
export type Loaded = { world: World; turn: number }

const nothing = (): World => ({
  transfer: null,
  clinical: null,
  contacts: null,
  reservation: null,
  reservations: [],
  ride: null,
  beds: [],
  activeRides: [],
  phases: [],
  register: [],
  alert: null,
})

export async function loadWorld(
  tx: Tx,
  command: Command,
  person: Person,
  loads: readonly Load[],
): Promise<Loaded> {
  const wants = (load: Load) => loads.includes(load)
  const world = isAboutTransfer(command) ? await loadSubject(tx, command, person) : nothing()
  const { transfer } = world
  // To a stranger it does not exist, and what follows is not even asked.
  if (transfer === null && isAboutTransfer(command) && command.name !== 'transfer.submit')
    return { world: nothing(), turn: 0 }
  if (transfer !== null && wants('private')) Object.assign(world, await loadPrivate(tx.db, transfer.id))
  if (wants('all-beds')) world.beds = await allBeds(tx.db)
  if (wants('own-beds')) {
    const locked = await lockBeds(tx, ownBeds(command, person.memberships, world))
    const rest = world.beds.filter((row) => !locked.some(({ id }) => id === row.id))
    world.beds = [...locked, ...rest]
  }
  const vehicle = wantedVehicle(command)
  const turn = vehicle === undefined ? 0 : await nextTurn(tx.db, vehicle)
  if (wants('active-rides')) world.activeRides = await activeRides(tx.db)
  // What is decided by a whole list is decided one after another.
  if (!isAboutTransfer(command) && nounOf(command) !== 'beds') await lockHead(tx)
  if (wants('phases')) world.phases = await allPhases(tx.db)
  // The limits of what comes next are settings.
  const lists = isAboutTransfer(command) ? [...listsIn(loads), 'setting' as const] : listsIn(loads)
  world.register = await registerOf(tx.db, lists)
  if (wants('held-abroad') && 'hospital' in command.payload)
    world.heldAbroad = await heldAbroad(tx, command.payload.hospital)
  return { world, turn }
}

const wantedVehicle = ({ name, payload }: Command): string | undefined =>
  name === 'ride.plan' || name === 'ride.hand-on' || name === 'ride.move' ? payload.vehicle : undefined

async function heldAbroad({ db }: Tx, place: string): Promise<number> {
  return hospital(place) !== undefined ? 0 : ((await heldAt(db, [place])).get(place) ?? 0)
}

/** Nouns of a transfer and what hangs on it. */
const OF_TRANSFER = ['transfer', 'reservation', 'ride', 'alert', 'emergency']
const nounOf = ({ name }: Command): string => name.slice(0, name.indexOf('.'))
const isAboutTransfer = (command: Command): boolean =>
  OF_TRANSFER.includes(nounOf(command)) || 'transfer' in command.payload
const listsIn = (loads: readonly Load[]): ListName[] =>
  loads.flatMap((load) => (load.startsWith('register:') ? [load.slice('register:'.length) as ListName] : []))
/** No row has it. */
const NOWHERE = ''

/**
 * The transfer with what is its own. Asks the same of the database whether it exists, exists for others only, or is
 * this person's: the time it takes tells nothing (P7).
 */
async function loadSubject(tx: Tx, command: Command, person: Person): Promise<World> {
  const id = (await transferIdOf(tx, command)) ?? NOWHERE
  const transfer = await lockTransfer(tx, id)
  // Read after the lock: rows of a transfer change under its lock only.
  const own = await ownRows(tx, command, id)
  const world: World = { ...nothing(), transfer, ...own, alert: await alertOf(tx, command, id) }
  return isOpenTo(person, command, world) ? world : nothing()
}

/** Who asks for emergency access gives the code; a new request has an id of its own. */
function isOpenTo(person: Person, { name }: Command, world: World): boolean {
  const { transfer, reservation, ride, alert } = world
  if (transfer === null) return false
  if (isSystem(person) || name === 'emergency.open' || name === 'transfer.submit') return true
  return (
    sees(person, { kind: 'transfer', transfer }) ||
    (reservation !== null && sees(person, { kind: 'reservation', reservation, transfer })) ||
    (ride !== null && sees(person, { kind: 'ride', ride, transfer })) ||
    (alert !== null && sees(person, { kind: 'alert', alert, transfer }))
  )
}

/** The command's transfer; a reservation or a ride never moves to another one, so this read needs no lock. */
async function transferIdOf({ db }: Tx, { name, payload }: Command): Promise<string | null> {
  if ('transfer' in payload) return payload.transfer
  if (name === 'emergency.open') return openTransferBy(db, payload.code)
  if (name.startsWith('reservation.') && 'reservation' in payload)
    return (await loadReservation(db, payload.reservation))?.transfer ?? null
  if ('ride' in payload) return (await loadRide(db, payload.ride))?.transfer ?? null
  if ('alert' in payload) return (await loadAlert(db, payload.alert))?.transfer ?? null
  return null
}

/** The command's own alert, or the transfer's open one. */
const alertOf = ({ db }: Tx, { name, payload }: Command, transfer: string): Promise<Alert | null> =>
  'alert' in payload && name !== 'alert.raise' ? loadAlert(db, payload.alert) : openAlertOf(db, transfer)

/** The command's own reservation and ride, or the transfer's live ones. */
async function ownRows({ db }: Tx, { name, payload }: Command, transfer: string) {
  const reservations = await reservationsOf(db, transfer)
  const rides = await ridesOf(db, transfer)
  const named = name.startsWith('reservation.') && 'reservation' in payload ? payload.reservation : null
  const ride = name !== 'ride.plan' && 'ride' in payload ? payload.ride : null
  return {
    reservations,
    reservation: reservations.find((row) => (named === null ? isLive(row) : row.id === named)) ?? null,
    ride: rides.find((row) => (ride === null ? isActive(row) : row.id === ride)) ?? null,
  }
}

/** The bed rows this decision may move: origin, destination and the hospital the command names, sorted. */
function ownBeds({ payload }: Command, memberships: readonly Membership[], world: World): string[] {
  const { transfer, reservation } = world
  const hospitals = new Set<string>()
  const add = (hospital: string | null | undefined) => hospital != null && hospitals.add(hospital)
  add(transfer?.from)
  add(transfer?.to)
  add(reservation?.hospital)
  if ('hospital' in payload) add(payload.hospital)
  if ('request' in payload) {
    add(payload.request.directedTo)
    for (const { org } of memberships) add(org)
  }
  const levels: readonly Bed[] = transfer !== null ? [transfer.bed] : 'bed' in payload ? [payload.bed] : BEDS
  return [...hospitals].flatMap((hospital) => levels.map((bed) => bedsId(hospital, bed))).sort()
}

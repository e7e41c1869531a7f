import type { Person } from '#shared/access/parties.ts'
import { isActive, type Ride } from '#shared/rides/ride.ts'
import { isLive } from '#shared/beds/reservation.ts'
import { actTime, filedAt } from '#shared/wire/act-time.ts'
import type { Command, CommandName } from '#shared/wire/command.ts'
import type { Decision, DecisionRow, Load, World } from '#shared/wire/decision.ts'
import type { Change } from '#shared/wire/event.ts'
import type { Refusal, RefusalCode } from '#shared/wire/refusal.ts'
import { hasArrived, type Mirror, withChanges } from './mirror.ts'

export type Decisions = { [N in CommandName]: DecisionRow<N> }
/** `unknown`: this phone does not hold the facts to say; the server will. */
export type Preview = { changes: Change[] } | { refused: Refusal } | { unknown: true }

/** What a phone holds in full. Everything else it may hold a part of. */
const WHOLE: readonly Load[] = ['transfer', 'reservations', 'ride', 'phases']
const isWhole = (load: Load): boolean => WHOLE.includes(load) || load.startsWith('register:')
/** Refusals that rest on facts the phone may not have. */
const RESTS_ON_MORE: readonly RefusalCode[] = [
  'not-found',
  'already-exists',
  'hospital.excluded',
  'reason.required',
  'bed.none-left',
  'bed.only-boss-left',
  'confirm.accepted-by-required',
  'confirm.need-unticked',
  'vehicle.taken',
  'vehicle.not-allowed',
  'help.own-free',
]

export type PreviewContext = { person: Person; now: string }

/** The server's own rule, run here on what is cached. */
export function preview(
  command: Command,
  mirror: Mirror,
  { person, now }: PreviewContext,
  decisions: Decisions,
): Preview {
  const row = decisions[command.name]
  const decided = decide(row, command, mirror, person, now)
  if (decided === null) return { unknown: true }
  if (!('refused' in decided)) return { changes: decided.changes }
  const whole = row.loads.every(isWhole)
  const doubtful = decided.refused.code === 'not-found' || !whole
  return doubtful && RESTS_ON_MORE.includes(decided.refused.code) ? { unknown: true } : decided
}

/** Null where a rule stumbles over a fact that is not here. */
function decide(
  row: Pick<Decisions[CommandName], 'decide'>,
  command: Command,
  mirror: Mirror,
  person: Person,
  now: string,
): Decision | null {
  const run = row.decide as (world: World, payload: Command['payload'], context: object) => Decision
  const context = { person, now, ...actTime(command, now), code: '' }
  try {
    return run(worldOf(mirror, command.payload), command.payload, context)
  } catch (stumble) {
    console.info('no preview', command.name, stumble)
    return null
  }
}

type Ids = { transfer?: string; reservation?: string; ride?: string; alert?: string }

/** The facts of a command as far as this phone has them; nothing clinical is among them. */
export function worldOf(mirror: Mirror, payload: Ids | object): World {
  const ids: Ids = payload
  const ownRide = ids.ride === undefined ? undefined : mirror.rides.get(ids.ride)
  const ownReservation = ids.reservation === undefined ? undefined : mirror.reservations.get(ids.reservation)
  const ownAlert = ids.alert === undefined ? undefined : mirror.alerts.get(ids.alert)
  const id = ids.transfer ?? ownReservation?.transfer ?? ownRide?.transfer ?? ownAlert?.transfer
  const transfer = id === undefined ? undefined : mirror.transfers.get(id)
  const reservations = [...mirror.reservations.values()].filter((row) => row.transfer === id)
  const rides = [...mirror.rides.values()]
  const isOf = (ride: Ride) => ride.transfer === id && isActive(ride)
  return {
    transfer: transfer ?? null,
    clinical: null,
    contacts: null,
    reservation: ownReservation ?? reservations.find(isLive) ?? null,
    reservations,
    ride: ownRide ?? rides.find(isOf) ?? null,
    beds: [...mirror.beds.values()],
    activeRides: rides.filter(isActive),
    phases: [...mirror.phases.values()],
    register: [...mirror.register.values()],
    alert: ownAlert ?? null,
  }
}

/** One own act to show over the rows. `received`: the server has it, its news may have come or not. */
export type OwnAct = { command: Command; received: boolean; expect: Readonly<Record<string, number>> }

/**
 * The mirror as it will be when what waits is accepted, in the order of filing. What a rule refuses changes
 * nothing, nor what the rows already show.
 */
export function overlay(
  mirror: Mirror,
  acts: readonly OwnAct[],
  person: Person,
  decisions: Decisions,
): Mirror {
  return acts.reduce((shown, { command, received, expect }) => {
    if (received && hasArrived(mirror, expect)) return shown
    const seen = preview(command, shown, { person, now: filedAt(command) }, decisions)
    return 'changes' in seen ? withChanges(shown, seen.changes) : shown
  }, mirror)
}

// Writes what a decision changed: the rows, who may see them, and the events as its last statements.
// Called by the hinge inside its transaction.
import {
  alertAudience,
  bedsAudience,
  type Key,
  reservationAudience,
  rideAudience,
  transferAudience,
} from '#shared/access/audience.ts'
import type { Alert } from '#shared/alerts/alert.ts'
import type { Beds } from '#shared/beds/beds.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Decided, World } from '#shared/wire/decision.ts'
import {
  applyEvent,
  type By,
  type Change,
  type Event,
  isOfTransfer,
  type Subject,
} from '#shared/wire/event.ts'
import { registerAudience, type RegisterRow } from '#shared/wire/register.ts'
import { saveAlert } from './store/alerts.ts'
import { type Shift, saveShift } from './store/audience.ts'
import { saveBeds } from './store/beds.ts'
import { appendEvents, type NewEvent } from './store/events.ts'
import { saveObservations } from './store/observations.ts'
import { savePhase } from './store/phases.ts'
import { saveRegister } from './store/register.ts'
import { reservationsOf, saveReservation } from './store/reservations.ts'
import { insertRide, ridesOf, saveRide } from './store/rides.ts'
import type { Tx } from './store/store.ts'
import { savePrivate, saveTransfer } from './store/transfers.ts'
import type { Loaded } from './store/world.ts'

/** `corrected`: `at` is not what the phone wrote. */
type Stamp = { at: string; corrected: boolean; entered: string; person: string; command: string }
type Row = { id: string; rev: number }
/** One row of this decision: as it was (null: not there yet) and as it becomes. */
type Touched = { subject: Subject; before: Row | null; after: Row }

const key = (subject: Subject, id: string) => `${subject} ${id}`

export async function saveDecided(
  tx: Tx,
  { world, turn }: Loaded,
  decided: Decided,
  stamp: Stamp,
): Promise<void> {
  const touched = new Map<string, Touched>()
  for (const [subject, row] of rowsOf(world))
    touched.set(key(subject, row.id), { subject, before: row, after: row })
  const events = decided.changes.map((change) => apply(touched, change, decided, stamp))

  const changed = [...touched.values()].filter(({ before, after }) => before !== after)
  for (const row of changed)
    await save[row.subject](tx, row.after, row.before?.rev ?? 0, { turn, entered: stamp.entered })
  const transfer = [...touched.values()].find(({ subject }) => subject === 'transfer')
  if (transfer !== undefined) await savePrivateParts(tx, transfer.after.id, decided)

  if (decided.observation !== undefined) await saveObservations(tx.db, [decided.observation])

  const shifts = await shiftsOf(tx, changed, transfer)
  for (const shift of shifts) await saveShift(tx, shift)
  await appendEvents(tx, news(events, changed, transfer, shifts, stamp))
}

const rowsOf = (world: World): [Subject, Row][] => [
  ...(world.transfer === null ? [] : [['transfer', world.transfer] satisfies [Subject, Row]]),
  ...world.reservations.map((row): [Subject, Row] => ['reservation', row]),
  ...(world.reservation === null ? [] : [['reservation', world.reservation] satisfies [Subject, Row]]),
  ...(world.ride === null ? [] : [['ride', world.ride] satisfies [Subject, Row]]),
  ...(world.alert === null ? [] : [['alert', world.alert] satisfies [Subject, Row]]),
  ...world.beds.map((row): [Subject, Row] => ['beds', row]),
  ...world.register.map((row): [Subject, Row] => ['register', row]),
]

function apply(touched: Map<string, Touched>, change: Change, { as }: Decided, stamp: Stamp): Event {
  const at = key(change.subject, change.id)
  const known = touched.get(at)
  const rev = (known?.after.rev ?? 0) + 1
  const after: Row = applyEvent<Row>(known?.after, { data: change.data, rev })
  touched.set(at, { subject: change.subject, before: known?.before ?? null, after })
  const { at: happened, entered, corrected } = stamp
  const times = { at: happened, entered, ...(corrected ? { corrected } : {}) }
  return { ...change, rev, transfer: null, ...times, by: byOf(change, as) }
}

/** Bed counts are seen in every region: they do not tell whose act moved them. */
const byOf = ({ name, id }: Change, as: Decided['as']): By =>
  name === 'beds.counted' ? { role: 'system', org: id.slice(0, id.indexOf(':')) } : as

type Place = { turn: number; entered: string }
const save: Record<Subject, (tx: Tx, row: Row, before: number, place: Place) => Promise<void>> = {
  transfer: (tx, row, before) => saveTransfer(tx, row as Transfer, before),
  reservation: (tx, row, before) => saveReservation(tx, row as Reservation, before),
  ride: (tx, row, before, { turn }) =>
    before === 0 ? insertRide(tx, row as Ride, turn) : saveRide(tx, row as Ride, before, turn),
  beds: (tx, row, before) => saveBeds(tx, row as Beds, before),
  phase: (tx, row) => savePhase(tx, row as PhaseEntry),
  alert: (tx, row, before) => saveAlert(tx, row as Alert, before),
  register: (tx, row, before, { entered }) => saveRegister(tx, row as RegisterRow, before, entered),
}

async function savePrivateParts(tx: Tx, transfer: string, { clinical, contacts }: Decided): Promise<void> {
  if (clinical === undefined && contacts === undefined) return
  await savePrivate(tx, transfer, {
    ...(clinical === undefined ? {} : { clinical }),
    ...(contacts === undefined ? {} : { contacts }),
  })
}

const audience = (subject: Subject, row: Row | null, transfer: Row | null): Key[] => {
  if (row === null) return []
  if (subject === 'phase') return ['all']
  if (subject === 'beds') return bedsAudience(row as Beds)
  if (subject === 'alert') return alertAudience(row as Alert)
  if (subject === 'register') return registerAudience(row as RegisterRow)
  const parties = transfer as Transfer
  if (subject === 'transfer') return transferAudience(row as Transfer)
  if (subject === 'reservation') return reservationAudience(row as Reservation, parties)
  return rideAudience(parties, row as Ride)
}

const differs = ({ before, after }: Shift): boolean =>
  before.length !== after.length || before.some((one) => !after.includes(one))

/** Whose sight changed. Where the transfer's own parties changed, every row that hangs on it is looked at. */
async function shiftsOf(
  tx: Tx,
  changed: readonly Touched[],
  transfer: Touched | undefined,
): Promise<Shift[]> {
  const shift = ({ subject, before, after }: Touched): Shift => ({
    subject,
    id: after.id,
    before: [...new Set(audience(subject, before, transfer?.before ?? null))],
    after: [...new Set(audience(subject, after, transfer?.after ?? null))],
  })
  const own = changed.map(shift).filter(differs)
  if (transfer?.before == null || !own.some(({ subject }) => subject === 'transfer')) return own
  const seen = new Set(changed.map(({ subject, after }) => key(subject, after.id)))
  const hanging = [
    ...(await reservationsOf(tx.db, transfer.after.id)).map((row) => ({
      subject: 'reservation' as const,
      row,
    })),
    ...(await ridesOf(tx.db, transfer.after.id)).map((row) => ({ subject: 'ride' as const, row })),
  ]
    .filter(({ subject, row }) => !seen.has(key(subject, row.id)))
    .map(({ subject, row }) => shift({ subject, before: row, after: row }))
  return [...own, ...hanging.filter(differs)]
}

/** A shift of sight travels with the first event of its row, or else with the first of its transfer. */
function news(
  events: readonly Event[],
  changed: readonly Touched[],
  transfer: Touched | undefined,
  shifts: readonly Shift[],
  { person, command }: Stamp,
): NewEvent[] {
  const left = new Map(
    shifts.filter(({ before }) => before.length > 0).map((shift) => [key(shift.subject, shift.id), shift]),
  )
  const seers = new Map(
    changed.map(({ subject, after }) => [
      key(subject, after.id),
      [...new Set(audience(subject, after, transfer?.after ?? null))],
    ]),
  )
  const own = new Set(seers.keys())
  return events.map((event) => {
    const at = key(event.subject, event.id)
    const carried = [...left].filter(([of]) => of === at || (event.subject === 'transfer' && !own.has(of)))
    for (const [of] of carried) left.delete(of)
    return {
      event: { ...event, transfer: isOfTransfer(event.subject) ? (transfer?.after.id ?? null) : null },
      person,
      command,
      audience: seers.get(at) ?? [],
      shifts: carried.map(([, shift]) => shift),
    }
  })
}

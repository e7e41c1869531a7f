// Each act of the morning as the command its person would send, built from the rows of that moment.
// Used by morning.ts, which performs them.
import { specialNeeds } from '#shared/transfers/request-facts.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Payload } from '#shared/wire/command.ts'
import { dayOf } from '#shared/calendar-day.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { wishOf } from '#shared/wishes/wish.ts'
import { registerOf } from '#server/store/register.ts'
import { activeRides } from '#server/store/rides.ts'
import type { Db } from '#server/store/store.ts'
import { loadPrivate, loadTransfer } from '#server/store/transfers.ts'
import { matchView } from '#server/views/match-view.ts'
import { transportView } from '#server/views/transport-view.ts'
import { command, type Sent } from './command.ts'
import { demoPersonId } from './people.ts'
import { requestOf } from './patients.ts'
import type { Act, Scene } from './scenes.ts'
import type { Seeded } from './seeded.ts'

export type Ids = { transfer: string; reservation: string; ride: string }
/** Where a scene is: its ids, the time of the act, the rows as they are. */
export type Moment = { db: Db; scene: Scene; ids: Ids; at: string; random: Seeded }

/** Null: this scene has no such act. */
type Make = (moment: Moment) => Promise<Sent | null>

export async function transferOf({ db, ids }: Moment): Promise<Transfer> {
  const transfer = await loadTransfer(db, ids.transfer)
  if (transfer === null) throw new Error(`the morning lost its transfer ${ids.transfer}`)
  return transfer
}

const referrerOf = ({ from, bed }: Scene): string =>
  demoPersonId(bed === 'ic' ? 'intensivist' : 'ward-staff', from)

const coordinatorOf = ({ level, fromRegion }: Transfer): string =>
  level === 'national' ? demoPersonId('lcps', 'nl') : demoPersonId('rcps', fromRegion)

const later = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()

async function acceptance({ db, ids, scene, random }: Moment) {
  const { clinical } = await loadPrivate(db, ids.transfer)
  return {
    reservation: ids.reservation,
    place: scene.bed === 'ic' ? 'IC volwassenen, ingang spoed' : 'Afdeling B4, ingang spoed',
    needs: clinical === null ? [] : specialNeeds(clinical),
    ...(scene.bed === 'ic'
      ? { acceptedBy: { role: 'dienstdoend intensivist', phone: `088 5550 ${random.between(200, 299)}` } }
      : {}),
  }
}

/** A step of the ride, as its crew takes it; leaving asks for the code. */
const step =
  (to: Payload<'ride.advance'>['to']): Make =>
  async (moment) => {
    const { vehicle: drives, code } = await transferOf(moment)
    const check = to === 'departed' ? { check: code.slice(-3) } : {}
    return command(demoPersonId('crew', drives ?? ''), 'ride.advance', {
      ride: moment.ids.ride,
      to,
      ...check,
    })
  }

/** The rule's first, or at times one further down, so that not everybody goes to one place. */
function chooseFrom(candidates: readonly { hospital: string }[], { scene, random }: Moment) {
  const first = candidates[0]
  if (first === undefined) return null
  const other = random.pick(candidates.slice(0, scene.bed === 'ic' ? 10 : 14))
  if (other === first || random.fraction() < 0.25) return { hospital: first.hospital }
  return { hospital: other.hospital, reason: 'Het eerste ziekenhuis kreeg net al een patiënt.' }
}

/** Where a patient of the day's wanted movements is named for: the pair that asks for most. */
async function wantedFor({ db, scene, at }: Moment, transfer: Transfer): Promise<string | undefined> {
  if (scene.named === undefined) return undefined
  const wish = wishOf(await registerOf(db, ['wish']), dayOf(at), transfer.bed)
  const own = (wish?.pairs ?? []).filter(({ from }) => from === transfer.fromRegion)
  return own.sort((a, b) => b.wanted - a.wanted)[0]?.to
}

/** The wanted region goes before the rule's first. */
function inRegion(
  all: readonly { hospital: string }[],
  wanted: readonly { hospital: string }[],
  moment: Moment,
) {
  const chosen = chooseFrom(wanted, moment)
  if (chosen === null || chosen.hospital === all[0]?.hospital) return chosen
  return { hospital: chosen.hospital, reason: 'De PECC vraagt om deze regio.' }
}

async function plan(moment: Moment): Promise<Sent | null> {
  const { db, ids, scene, at } = moment
  const transfer = await transferOf(moment)
  const view = await transportView(db, transfer, [], at)
  const busy = new Set((await activeRides(db)).map((ride) => ride.vehicle))
  const [best] = view?.allowed ?? []
  const kind = best === 'ambulance-escorted' ? 'ambulance' : best
  const free = view?.vehicles.filter((one) => one.kind === kind && !busy.has(one.id)) ?? []
  const chosen = free.find(({ org }) => org === transfer.desks[0]) ?? free[0]
  if (chosen === undefined) return null
  return command(demoPersonId('transport-desk', transfer.desks[0] ?? ''), 'ride.plan', {
    ride: ids.ride,
    transfer: ids.transfer,
    vehicle: chosen.id,
    escorted: best === 'ambulance-escorted',
    departAt: later(at, scene.last === 'plan' ? 75 : 25),
    windowReason: 'Afgesproken met beide ziekenhuizen.',
  })
}

export const acts: Record<Act, Make> = {
  submit: async ({ scene, ids, at, random }) =>
    command(referrerOf(scene), 'transfer.submit', {
      transfer: ids.transfer,
      ...(scene.directedTo === undefined ? {} : { reservation: ids.reservation }),
      request: requestOf(scene, at, random),
    }),
  claim: async (moment) => {
    if (moment.scene.directedTo !== undefined) return null
    const transfer = await transferOf(moment)
    return command(coordinatorOf(transfer), 'transfer.claim', { transfer: transfer.id })
  },
  verify: async (moment) => {
    const { id, state, fromRegion } = await transferOf(moment)
    return state === 'verifying'
      ? command(demoPersonId('rcps', fromRegion), 'transfer.verify', { transfer: id })
      : null
  },
  'hand-over': async (moment) => {
    const transfer = await transferOf(moment)
    if (moment.scene.directedTo !== undefined) return null
    const wanted = await wantedFor(moment, transfer)
    if (wanted !== undefined)
      return command(demoPersonId('rcps', transfer.fromRegion), 'transfer.name', {
        transfer: transfer.id,
        to: wanted,
      })
    const view = await matchView(moment.db, transfer, moment.at)
    if (view?.level === 'region' && moment.scene.national === undefined) return null
    return command(demoPersonId('rcps', transfer.fromRegion), 'transfer.hand-over', {
      transfer: transfer.id,
      ...(view?.level === 'region' ? { note: 'De regio zit boven haar aandeel.' } : {}),
    })
  },
  offer: async (moment) => {
    if (moment.scene.directedTo !== undefined) return null
    const transfer = await transferOf(moment)
    const view = await matchView(moment.db, transfer, moment.at)
    const all = view?.candidates ?? []
    const inWanted = all.filter((one) => hospital(one.hospital)?.region === transfer.wish?.to)
    const chosen = inWanted.length > 0 ? inRegion(all, inWanted, moment) : chooseFrom(all, moment)
    if (chosen === null) return null
    return command(coordinatorOf(transfer), 'transfer.offer', {
      transfer: transfer.id,
      reservation: moment.ids.reservation,
      ...chosen,
    })
  },
  acknowledge: async (moment) =>
    command(demoPersonId('bed-desk', (await transferOf(moment)).to ?? ''), 'reservation.acknowledge', {
      reservation: moment.ids.reservation,
    }),
  confirm: async (moment) =>
    command(
      demoPersonId('bed-desk', (await transferOf(moment)).to ?? ''),
      'reservation.confirm',
      await acceptance(moment),
    ),
  plan,
  accept: async (moment) =>
    command(demoPersonId('crew', (await transferOf(moment)).vehicle ?? ''), 'ride.accept', {
      ride: moment.ids.ride,
    }),
  'en-route': step('en-route'),
  'at-origin': step('at-origin'),
  departed: step('departed'),
  'at-destination': step('at-destination'),
  'handed-over': step('handed-over'),
  available: step('available'),
  close: async (moment) =>
    command(demoPersonId('bed-desk', (await transferOf(moment)).to ?? ''), 'transfer.close', {
      transfer: moment.ids.transfer,
    }),
}

/** What may happen to a scene instead of its next act. */
export const ENDINGS = ['counter', 'decline', 'hold', 'withdraw', 'reject'] as const
export type Ending = (typeof ENDINGS)[number]

export const endings: Record<Ending, Make> = {
  counter: async (moment) =>
    command(demoPersonId('bed-desk', (await transferOf(moment)).to ?? ''), 'reservation.counter', {
      ...(await acceptance(moment)),
      from: later(moment.at, 180),
    }),
  decline: async (moment) =>
    command(demoPersonId('bed-desk', (await transferOf(moment)).to ?? ''), 'reservation.decline', {
      reservation: moment.ids.reservation,
      reason: 'no-staff',
    }),
  hold: async ({ scene, ids }) => command(referrerOf(scene), 'transfer.hold', { transfer: ids.transfer }),
  withdraw: async ({ scene, ids }) =>
    command(referrerOf(scene), 'transfer.withdraw', { transfer: ids.transfer, reason: 'no-longer-needed' }),
  reject: async (moment) =>
    command(demoPersonId('rcps', (await transferOf(moment)).fromRegion), 'transfer.reject', {
      transfer: moment.ids.transfer,
      reason: 'bed-found',
    }),
}

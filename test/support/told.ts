// Stories up to where a browser test begins, told by people without a screen: each goes one stage further than the
// one before. Used by test/flows and scripts/shots.ts.
import { randomUUID } from 'node:crypto'
import { vehicle as vehicleOf } from '#shared/reference/fleet.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { MatchView, TransferDetail, TransportView } from '#shared/wire/reads.ts'
import type { TransferRequest } from '#shared/transfers/request.ts'
import { aRequest, aWardRequest, plus } from './builders.ts'
import type { Caller } from './commands.ts'

/** What a story is told on: people who can be called, and its clock. */
export type Teller = { call: (person: string) => Promise<Caller>; now: () => string }

export type Told = {
  transfer: string
  reservation: string
  ride: string
  code: string
  from: string
  /** Who filed it. */
  referrer: string
  rcps: string
  to: string
  vehicle: string
}

export async function filed(
  teller: Teller,
  request: Partial<TransferRequest> = {},
  from = 'umc-utrecht',
): Promise<Told> {
  const make = request.bed === 'ward' ? aWardRequest : aRequest
  const whole = make({ readyFrom: teller.now(), ...request })
  const referrer = `${whole.bed === 'ic' ? 'intensivist' : 'ward-staff'}@${from}`
  const [transfer, reservation, ride] = [randomUUID(), randomUUID(), randomUUID()]
  const { code = '' } = await (await teller.call(referrer)).act('transfer.submit', {
    transfer,
    request: whole,
  })
  const rcps = `rcps@${hospital(from)?.region}`
  return { transfer, reservation, ride, code, from, referrer, rcps, to: '', vehicle: '' }
}

/** To the hospital that is named, or the rule's first; by the LCPS where the region has none. */
export async function offered(teller: Teller, told: Told, to?: string): Promise<Told> {
  const { transfer, reservation } = told
  const rcps = await teller.call(told.rcps)
  const { transfer: row } = (await rcps.get<TransferDetail>(`/api/transfers/${transfer}`)) as TransferDetail
  if (row.state === 'verifying') await rcps.act('transfer.verify', { transfer })
  const look = async (by: Caller) =>
    (await by.get<MatchView>(`/api/transfers/${transfer}/match`)) as MatchView
  const seen = await look(rcps)
  const national = seen.level === 'national' || (to !== undefined && !among(seen, to))
  if (national) {
    const note = seen.level === 'national' ? {} : { note: 'De regio zit boven haar aandeel.' }
    await rcps.act('transfer.hand-over', { transfer, ...note })
  }
  const by = national ? await teller.call('lcps@nl') : rcps
  const hospitalId = to ?? (await look(by)).candidates[0]?.hospital ?? ''
  await by.act('transfer.offer', { transfer, reservation, hospital: hospitalId, reason: 'Zo afgesproken.' })
  return { ...told, to: hospitalId }
}

const among = ({ candidates }: MatchView, id: string): boolean =>
  candidates.some((candidate) => candidate.hospital === id)

/** The bed is reserved. */
export async function confirmed(teller: Teller, told: Told, needs: string[] = []): Promise<Told> {
  const desk = await teller.call(`bed-desk@${told.to}`)
  const { reservation } = told
  await desk.act('reservation.acknowledge', { reservation })
  const acceptedBy = { role: 'dienstdoend intensivist', phone: '088 5550 200' }
  const place = 'IC volwassenen, ingang spoed'
  await desk.act('reservation.confirm', { reservation, needs, acceptedBy, place })
  return told
}

type Plan = Partial<Payload<'ride.plan'>>

/** The first fitting vehicle that is free, half an hour from now, unless said otherwise. */
export async function planned(teller: Teller, told: Told, over: Plan = {}): Promise<Told> {
  const { transfer, ride } = told
  const coordinator = await teller.call(told.referrer)
  const view = (await coordinator.get<TransportView>(`/api/transfers/${transfer}/transport`)) as TransportView
  const kind = view.allowed[0] === 'ambulance-escorted' ? 'ambulance' : view.allowed[0]
  const free = view.vehicles.find((one) => one.kind === kind && one.busy === null)
  const vehicle = over.vehicle ?? free?.id ?? ''
  const { transfer: row } = (await coordinator.get<TransferDetail>(
    `/api/transfers/${transfer}`,
  )) as TransferDetail
  const desk = await teller.call(`transport-desk@${row.desks[0]}`)
  await desk.act('ride.plan', {
    ride,
    transfer,
    vehicle,
    escorted: view.allowed[0] === 'ambulance-escorted',
    departAt: plus(30, teller.now()),
    windowReason: 'Afgesproken met beide ziekenhuizen.',
    ...over,
  })
  return { ...told, vehicle }
}

/** A ride as most stories begin with one: filed, offered, confirmed, planned. */
export const withRide = async (teller: Teller): Promise<Told> =>
  planned(teller, await confirmed(teller, await offered(teller, await filed(teller))))

type Step = Payload<'ride.advance'>['to']
const LINE: readonly Step[] = [
  'accepted',
  'en-route',
  'at-origin',
  'departed',
  'at-destination',
  'handed-over',
]

/** Its crew takes the steps up to and including this one. */
export async function driven(teller: Teller, told: Told, last: Step): Promise<Told> {
  const crew = await teller.call(`crew@${told.vehicle}`)
  const { ride } = told
  for (const to of LINE.slice(0, LINE.indexOf(last) + 1)) {
    const check = to === 'departed' ? { check: told.code.slice(-3) } : {}
    if (to === 'accepted') await crew.act('ride.accept', { ride })
    else await crew.act('ride.advance', { ride, to, ...check })
  }
  return told
}

/** The call sign on the screens. */
export const callSign = (vehicle: string): string => vehicleOf(vehicle)?.name ?? vehicle
/** The short name on the screens. */
export const shortName = (id: string): string => hospital(id)?.short ?? id

// Every command on one transfer, and by hand whose it is: the oracle of the confinement of acts.
import { TABLE_1_KEYS } from '#shared/fair-share/keys.ts'
import { hospitalsWith } from '#shared/fair-share/region-share.ts'
import type { CommandName, Payload, SystemCommand } from '#shared/wire/command.ts'
import { anId, aRequest, places, plus } from '#test/support/builders.ts'
import type { CastName } from '#test/support/cast.ts'
import { ofTheFleet } from './fleet-commands.ts'
import { knows, type PointName, type Told } from './points.ts'

const acceptedBy = { role: 'intensivist van dienst', phone: '088-7654321' }
const figures = { operational: 12, occupied: 6, crisis: 2, boss: 1, addable24h: 0, intakeStop: null }

/** A payload of every command a person may send; a command that is missing does not compile. */
export const payloadFor: { [N in Sendable]: (of: Told) => Payload<N> } = {
  'transfer.submit': () => ({ transfer: anId(4000), request: aRequest() }),
  'transfer.claim': ({ transfer }) => ({ transfer }),
  'transfer.unclaim': ({ transfer }) => ({ transfer }),
  'transfer.verify': ({ transfer }) => ({ transfer }),
  'transfer.reject': ({ transfer }) => ({ transfer, reason: 'not-urgent' }),
  'transfer.hand-over': ({ transfer }) => ({ transfer, note: 'vol' }),
  'transfer.hand-back': ({ transfer }) => ({ transfer, note: 'ruimte' }),
  'transfer.offer': ({ transfer }) => ({
    transfer,
    reservation: anId(4001),
    hospital: places.sibling,
    reason: 'daar',
  }),
  'transfer.direct': ({ transfer }) => ({ transfer, reservation: anId(4001), hospital: places.sibling }),
  'transfer.indicate': ({ transfer }) => ({ transfer, answer: 'given' }),
  'transfer.name': ({ transfer }) => ({ transfer, to: places.toRegion }),
  'transfer.unname': ({ transfer }) => ({ transfer }),
  'transfer.hold': ({ transfer }) => ({ transfer }),
  'transfer.resume': ({ transfer }) => ({ transfer }),
  'transfer.withdraw': ({ transfer }) => ({ transfer, reason: 'no-longer-needed' }),
  'transfer.solve-elsewhere': ({ transfer }) => ({ transfer }),
  'transfer.decease': ({ transfer }) => ({ transfer }),
  'transfer.close': ({ transfer }) => ({ transfer }),
  'reservation.acknowledge': ({ reservation }) => ({ reservation }),
  'reservation.confirm': ({ reservation }) => ({ reservation, acceptedBy, needs: [] }),
  'reservation.counter': ({ reservation }) => ({ reservation, acceptedBy, needs: [], from: plus(90) }),
  'reservation.accept-counter': ({ reservation }) => ({ reservation }),
  'reservation.decline': ({ reservation }) => ({ reservation, reason: 'no-staff' }),
  'reservation.retract': ({ reservation }) => ({ reservation }),
  'reservation.move': ({ reservation }) => ({
    reservation,
    to: anId(4001),
    hospital: places.sibling,
    reason: 'daar',
  }),
  'ride.plan': ({ transfer }) => ({
    ride: anId(4002),
    transfer,
    vehicle: places.vehicle,
    escorted: false,
    departAt: plus(60_000),
    windowReason: 'zo',
  }),
  'ride.move': ({ ride }) => ({
    ride,
    vehicle: places.vehicle,
    escorted: false,
    departAt: plus(60_060),
    windowReason: 'zo',
  }),
  'ride.accept': ({ ride }) => ({ ride }),
  'ride.advance': ({ ride }) => ({ ride, to: 'en-route' }),
  'ride.arrive': ({ ride }) => ({ ride }),
  'ride.undo': ({ ride }) => ({ ride, step: 'accepted' }),
  'ride.correct': ({ ride }) => ({ ride, step: 'accepted', at: plus(-1) }),
  'ride.note': ({ ride }) => ({ ride, note: 'traffic' }),
  'ride.number': ({ ride }) => ({ ride, gms: '2611-7' }),
  'ride.abort': ({ ride }) => ({ ride, reason: 'replanned' }),
  'ride.divert': ({ ride }) => ({
    ride,
    reservation: anId(4001),
    hospital: places.sibling,
    reason: 'weg dicht',
  }),
  'ride.decline': ({ ride }) => ({ ride, why: 'other-ride' }),
  'ride.refuse-escort': ({ ride }) => ({ ride, why: 'patient-unstable' }),
  'ride.hand-on': ({ ride }) => ({ ride, why: 'end-of-shift' }),
  'ride.take-over': ({ ride }) => ({ ride }),
  'ride.eta': ({ ride }) => ({ ride, at: plus(60) }),
  'ride.incident': ({ ride }) => ({ ride, incident: 'oxygen-low' }),
  'alert.acknowledge': ({ alert }) => ({ alert }),
  'emergency.open': ({ code }) => ({ code, reason: 'staat bij de patiënt' }),
  'beds.report': () => ({ hospital: places.to, bed: 'ic', ...figures }),
  'beds.observe': () => ({
    hospital: places.to,
    bed: 'ic',
    source: 'file',
    feed: null,
    observedAt: plus(-1),
    ...figures,
  }),
  'beds.correct': () => ({ hospital: places.to, bed: 'ic', ...figures, reason: 'by-phone', until: plus(60) }),
  'beds.lift': () => ({ hospital: places.to, bed: 'ic' }),
  ...ofTheFleet,
  'phase.announce': () => ({
    phase: anId(4003),
    scope: 'national',
    to: '2b',
    decidedBy: 'db-lnaz',
    advice: [],
    reason: 'drukte',
    inForceFrom: plus(60),
  }),
  'wish.publish': () => ({
    wish: anId(4005),
    day: '2026-11-21',
    bed: 'ic',
    base: 0,
    pairs: [{ from: places.region, to: places.toRegion, wanted: 2, proposed: 2 }],
  }),
  'setting.decide': () => ({
    setting: anId(4004),
    name: 'limit.verify.urgent',
    value: 20,
    decidedBy: 'Landelijk beraad',
    reason: 'afgesproken',
    inForceFrom: plus(60),
  }),
  'exemption.grant': () => ({
    exemption: anId(4004),
    group: 'azo',
    from: plus(60),
    until: null,
    reason: 'brand',
  }),
  'abroad.open': () => ({ abroad: anId(4007), reason: 'vol' }),
  'abroad.close': () => ({ abroad: anId(4007), reason: 'rustig' }),
  'partner.enter': () => ({
    partner: anId(4008),
    name: 'Klinikum Aachen',
    city: 'Aachen',
    country: 'DE',
    lat: 50.776,
    lon: 6.043,
    nearBorder: true,
    icBeds: 6,
    contact: acceptedBy,
  }),
  'partner.withdraw': () => ({ partner: anId(4008), reason: 'vol' }),
  'exemption.end': () => ({ exemption: anId(4004), reason: 'voorbij' }),
  'key-set.record': () => ({
    keySet: anId(4005),
    bed: 'ic',
    keys: TABLE_1_KEYS,
    from: plus(60),
    decidedBy: 'db-lnaz',
    reason: 'herijkt',
  }),
  'region-key.set': () => ({
    regionKey: anId(4006),
    region: places.region,
    bed: 'ic',
    parts: Object.fromEntries(hospitalsWith(places.region, 'ic').map((id) => [id, 10])),
    from: plus(60),
    reason: 'afspraak',
  }),
}
type Sendable = Exclude<CommandName, SystemCommand>
export const sendable = Object.keys(payloadFor) as Sendable[]

const referrers: CastName[] = ['intensivist', 'wardStaff']
const searching: CastName[] = ['rcps', 'lcps']
const both = [...referrers, ...searching]
const driving: CastName[] = ['crew', 'desk']
const helpers: CastName[] = ['otherReferrer', 'otherRcps', 'otherDesk', 'otherCrew', 'foreignLcps']

/** Whose a command can be at all; everyone else is refused at every point. */
export const THEIRS: Record<Sendable, readonly CastName[]> = {
  'transfer.submit': [...referrers, 'receivingWard', 'otherReferrer'],
  'transfer.claim': searching,
  'transfer.unclaim': searching,
  'transfer.verify': ['rcps'],
  'transfer.reject': ['rcps'],
  'transfer.hand-over': ['rcps'],
  'transfer.hand-back': searching,
  'transfer.offer': searching,
  'transfer.direct': referrers,
  'transfer.indicate': ['desk'],
  'transfer.name': searching,
  'transfer.unname': searching,
  'transfer.hold': both,
  'transfer.resume': both,
  'transfer.withdraw': both,
  'transfer.solve-elsewhere': both,
  'transfer.decease': [...both, 'receiver', 'crew'],
  'transfer.close': [...both, 'receiver'],
  'reservation.acknowledge': ['receiver'],
  'reservation.confirm': ['receiver'],
  'reservation.counter': ['receiver'],
  'reservation.accept-counter': both,
  'reservation.decline': ['receiver'],
  'reservation.retract': both,
  'reservation.move': ['receivingRcps'],
  'ride.plan': ['desk'],
  'ride.move': ['desk'],
  'ride.accept': ['crew'],
  'ride.advance': ['crew'],
  'ride.arrive': ['receiver'],
  'ride.undo': ['crew'],
  'ride.correct': ['crew'],
  'ride.note': driving,
  'ride.number': ['desk'],
  'ride.abort': driving,
  'ride.divert': driving,
  'ride.decline': ['crew'],
  'ride.refuse-escort': [...referrers, 'crew'],
  'ride.hand-on': driving,
  'ride.take-over': ['crew'],
  'ride.eta': driving,
  'ride.incident': ['crew'],
  'alert.acknowledge': [...searching, 'receiver', 'desk'],
  'emergency.open': [...both, ...driving, 'receivingWard', 'receivingRcps', ...helpers],
  'beds.report': ['receiver'],
  'beds.observe': ['receiver', 'receivingRcps', 'lcps'],
  'beds.correct': ['receivingRcps', 'lcps'],
  'beds.lift': ['receivingRcps', 'lcps'],
  'vehicle.set': ['desk', 'admin'],
  'vehicle.out': ['desk', 'crew', 'admin'],
  'vehicle.back': ['desk', 'crew', 'admin'],
  'team.start': ['desk', 'secretary'],
  'team.end': ['secretary'],
  'help.ask': ['desk'],
  'help.answer': ['desk', 'secretary'],
  'help.next': ['desk'],
  'help.end': ['desk'],
  'phase.announce': ['secretary'],
  'wish.publish': ['lcps'],
  'setting.decide': ['admin'],
  'exemption.grant': ['chairs'],
  'exemption.end': ['chairs'],
  'abroad.open': ['lcps'],
  'abroad.close': ['lcps'],
  'partner.enter': ['admin'],
  'partner.withdraw': ['admin'],
  'key-set.record': ['secretary'],
  'region-key.set': ['roaz'],
}

const ALERTED: Partial<Record<PointName, readonly CastName[]>> = {
  verifying: ['rcps'],
  matching: ['rcps'],
  'handed-over': ['lcps'],
  offered: ['receiver', 'receivingWard'],
  declined: ['lcps'],
  reserved: ['desk'],
  'in-transit': ['receiver', 'receivingWard'],
}
const RIDDEN: readonly PointName[] = ['planned', 'in-transit', 'arrived', 'closed', 'deceased']
const WAS_OFFERED: readonly PointName[] = [
  ...RIDDEN,
  'offered',
  'declined',
  'reserved',
  'on-hold',
  'withdrawn',
  'solved-elsewhere',
]

/** Nouns that hang on no transfer and that everybody signed in may see. */
const OF_NOBODY = [
  'abroad',
  'partner',
  'phase',
  'exemption',
  'key-set',
  'region-key',
  'setting',
  'vehicle',
  'team',
  'help',
  'wish',
]

/** Whether what the command is about is there for this one. */
export function isThere(name: CastName, command: Sendable, at: PointName): boolean {
  if (command !== 'help.ask' && OF_NOBODY.includes(command.slice(0, command.indexOf('.')))) return true
  if (command === 'transfer.submit' || command === 'emergency.open') return true
  if (command.startsWith('beds.'))
    return ['receiver', 'receivingWard', 'rcps', 'lcps', 'receivingRcps', 'otherRcps'].includes(name)
  if (command === 'alert.acknowledge') return ALERTED[at]?.includes(name) ?? false
  if (command.startsWith('reservation.')) {
    if (!WAS_OFFERED.includes(at) || name === 'desk' || name === 'crew') return false
    if (name === 'receivingRcps' && (at === 'solved-elsewhere' || at === 'deceased')) return false
    return name === 'receiver' || name === 'receivingWard' || knows(name, at)
  }
  return command.startsWith('ride.') && command !== 'ride.plan'
    ? RIDDEN.includes(at) && knows(name, at)
    : knows(name, at)
}

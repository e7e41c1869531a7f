// Rows, requests and people with plausible defaults at a fixed clock: tests state only what matters to them.
// Everything is invented; hospitals, regions and vehicles are those of shared/reference.
import type { Person } from '#shared/access/parties.ts'
import { type Beds, bedsId } from '#shared/beds/beds.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import { vehicle } from '#shared/reference/fleet.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Bed, Phase, Role } from '#shared/terms.ts'
import type { Contacts } from '#shared/transfers/contacts.ts'
import type { Clinical, TransferRequest } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Wish } from '#shared/wishes/wish.ts'
import type { Context, World } from '#shared/wire/decision.ts'

/** A Saturday, 11:00 in Amsterdam: an hour before noon. */
export const T0 = '2026-11-21T10:00:00.000Z'

/** The instant so many minutes after (or before) another, UTC. */
export const plus = (minutes: number, from: string = T0): string =>
  new Date(Date.parse(from) + minutes * 60_000).toISOString()

/** A uuid that reads as a number: `anId(3)`. */
export const anId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const ids = { transfer: anId(1), reservation: anId(2), ride: anId(3), other: anId(9) }

export const aPerson = (role: Role, org: string, id = `${role}@${org}`): Person => ({
  id,
  memberships: [{ role, org }],
})

/** The places of most tests: NAZMN asks, AZO receives; NAZW has nothing to do with it. */
export const places = {
  from: 'umc-utrecht',
  region: 'nazmn',
  near: 'antonius-nieuwegein',
  to: 'radboudumc',
  toRegion: 'azo',
  sibling: 'rijnstate-arnhem',
  elsewhere: 'lumc-leiden',
  elsewhereRegion: 'nazw',
  desk: 'micu-umc-utrecht',
  vehicle: 'micu-umc-utrecht-1',
} as const

export const people = {
  intensivist: aPerson('intensivist', places.from),
  wardStaff: aPerson('ward-staff', places.from),
  rcps: aPerson('rcps', places.region),
  lcps: aPerson('lcps', 'nl'),
  receiver: aPerson('bed-desk', places.to),
  receivingRcps: aPerson('rcps', places.toRegion),
  desk: aPerson('transport-desk', places.desk),
  crew: aPerson('crew', places.vehicle),
} as const

export const aRequest = (over: Partial<TransferRequest> = {}): TransferRequest => ({
  bed: 'ic',
  kind: 'planned',
  purpose: 'spreading',
  admissionReason: 'covid',
  readyFrom: T0,
  age: 61,
  sex: 'f',
  weight: 82,
  isolation: 'none',
  frail: false,
  geriatricianConsulted: false,
  treatmentLimits: 'full',
  support: 'invasive',
  fio2: 45,
  peep: 10,
  minuteVolume: 8.5,
  spo2: 94,
  breathingRate: 20,
  map: 70,
  vasoactive: 'stable',
  trend: 'stable',
  avpu: 'unresponsive',
  specials: [],
  familyInformed: true,
  gpInformed: false,
  canSit: false,
  callback: { role: 'dienstdoend intensivist', phone: '088-1234567' },
  ...over,
})

/** A request as filed for a ward patient without support. */
export const aWardRequest = (over: Partial<TransferRequest> = {}): TransferRequest => {
  const { weight: _w, fio2: _f, peep: _p, minuteVolume: _m, ...rest } = aRequest()
  return { ...rest, bed: 'ward', support: 'none', avpu: 'alert', vasoactive: 'none', ...over }
}

export const aClinical = (over: Partial<Clinical> = {}): Clinical => {
  const { callback: _c, bed: _b, kind: _k, purpose: _p, readyFrom: _r, escort: _e, ...clinical } = aRequest()
  return { ...clinical, escortBy: null, ...over }
}

export const someContacts = (over: Partial<Contacts> = {}): Contacts => ({
  callback: { role: 'dienstdoend intensivist', phone: '088-1234567' },
  acceptedBy: null,
  ...over,
})

/** A planned IC request that waits for a coordinator of its region. */
export const aTransfer = (over: Partial<Transfer> = {}): Transfer => ({
  id: ids.transfer,
  rev: 1,
  code: 'K7Q3TB',
  from: places.from,
  fromRegion: places.region,
  bed: 'ic',
  kind: 'planned',
  ground: null,
  purpose: 'spreading',
  state: 'matching',
  heldFrom: null,
  since: T0,
  submittedAt: T0,
  waitingSince: T0,
  late: false,
  readyFrom: T0,
  filedBy: { role: 'intensivist', org: places.from },
  level: 'region',
  directedTo: null,
  claim: null,
  reservation: null,
  to: null,
  toRegion: null,
  acknowledgedAt: null,
  counterFrom: null,
  window: null,
  ride: null,
  vehicle: null,
  endReason: null,
  refiledFrom: null,
  desks: [],
  ...over,
})

export const aReservation = (over: Partial<Reservation> = {}): Reservation => ({
  id: ids.reservation,
  rev: 1,
  transfer: ids.transfer,
  hospital: places.to,
  region: hospital(over.hospital ?? places.to)?.region ?? '',
  bed: 'ic',
  state: 'offered',
  since: T0,
  offeredAt: T0,
  directed: false,
  acknowledgedAt: null,
  confirmedAt: null,
  usesBoss: false,
  counterFrom: null,
  acceptedBy: null,
  needs: [],
  declineReason: null,
  releaseReason: null,
  diverted: false,
  ...over,
})

export const aRide = (over: Partial<Ride> = {}): Ride => {
  const wagon = vehicle(over.vehicle ?? places.vehicle)
  return {
    id: ids.ride,
    rev: 1,
    transfer: ids.transfer,
    vehicle: places.vehicle,
    vehicleKind: wagon?.kind ?? 'micu',
    org: wagon?.org ?? places.desk,
    escorted: false,
    from: places.from,
    to: places.to,
    state: 'planned',
    since: T0,
    departAt: plus(60),
    outsideWindow: false,
    gms: null,
    crew: null,
    times: {},
    notes: [],
    checked: null,
    abortReason: null,
    ...over,
  }
}

/** Ten staffed beds, six occupied, one kept for safety: three free. Reported just now. */
export const someBeds = (where: string, bed: Bed = 'ic', over: Partial<Beds> = {}): Beds => ({
  id: bedsId(where, bed),
  rev: 1,
  hospital: where,
  region: hospital(where)?.region ?? '',
  bed,
  operational: 10,
  occupied: 6,
  crisis: 4,
  reserved: 0,
  boss: 1,
  addable24h: 2,
  intakeStop: null,
  observedAt: plus(-30),
  reportedAt: plus(-30),
  source: 'desk',
  moves: [],
  ...over,
})

/** The register that makes this phase hold now: the nation's from 2a up, else the region's. */
export const inPhase = (phase: Phase, region: string = places.region): PhaseEntry[] => {
  const scope = phase === '1a' || phase === '1b' ? `region:${region}` : 'national'
  const inForceFrom = plus(-600)
  return [
    {
      id: anId(900),
      rev: 1,
      scope,
      from: '1a',
      phase,
      decidedBy: 'db-lnaz',
      advice: [],
      reason: 'figuren',
      announcedAt: inForceFrom,
      inForceFrom,
    },
  ]
}

/** Two patients wanted from NAZMN to AZO, one from AZO to NAZW. */
export const aWish = (over: Partial<Wish> = {}): Wish => ({
  id: anId(700),
  rev: 1,
  list: 'wish',
  day: '2026-11-21',
  bed: 'ic',
  version: 1,
  pairs: [
    { from: places.toRegion, to: places.elsewhereRegion, wanted: 1, proposed: 1 },
    { from: places.region, to: places.toRegion, wanted: 2, proposed: 3 },
  ],
  note: null,
  publishedAt: plus(-60),
  ...over,
})

export const aWorld = (over: Partial<World> = {}): World => ({
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
  ...over,
})

export const aContext = (person: Person, over: Partial<Context> = {}): Context => ({
  person,
  now: over.at ?? T0,
  at: T0,
  code: 'K7Q3TB',
  ...over,
})

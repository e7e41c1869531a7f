// What a person is to one transfer, as one table: who may know of it (audience.ts), act in it (standing.ts, the steps
// tables) and read its private parts (may-see.ts) all follow from these rows. docs/access.md is made from them.
import type { Role } from '#shared/terms.ts'
import { lcpsStandsIn, type Transfer } from '#shared/transfers/transfer.ts'

/** A role at an organisation: hospital, region, `nl`, MICU centre, RAV, carrier, vehicle or deciding body. */
export type Membership = {
  role: Role
  org: string
  /** Takes the place of who does not answer: may do the same, and is alerted second. */
  deputy?: true
}
export type Person = { id: string; memberships: Membership[] }

/** The server's timers. Nobody signs in as it: it is known by being this very value. */
export const SYSTEM: Person = { id: 'system', memberships: [] }
export const isSystem = (person: Person): boolean => person === SYSTEM

/** What one can be in a step. */
export const PARTIES = [
  'referrer',
  'origin-rcps',
  'coordinator', // who searches now: the origin's RCPS, or the LCPS after handing over
  'receiver',
  'receiving-rcps',
  'transport-desk',
  'crew',
  'system',
] as const
export type Party = (typeof PARTIES)[number]

/** What one can be as far as the private parts go. */
export const READERS = [
  'origin',
  'coordinator',
  'receiver',
  'receiving-rcps',
  'transport-desk',
  'crew',
  'emergency', // opened by a person with a reason, for an hour (docs/decisions/030)
] as const
export type Reader = (typeof READERS)[number]

export const LCPS_ORG = 'nl'
/** Who administers all of brancard; at a hospital, an admin of its own people only. */
export const ADMIN_ORG = 'brancard'

export type Facts = Pick<
  Transfer,
  | 'from'
  | 'fromRegion'
  | 'level'
  | 'to'
  | 'toRegion'
  | 'abroad'
  | 'desks'
  | 'vehicle'
  | 'state'
  | 'escalation'
>

const one = (org: string | null): readonly string[] => (org === null ? [] : [org])

/** Where an organisation can stand in a transfer's row. */
export const places = {
  origin: ({ from }) => one(from),
  'origin-region': ({ fromRegion }) => one(fromRegion),
  'searching-region': ({ fromRegion, level }) => (level === 'region' ? one(fromRegion) : []),
  'nation-standing-in': (transfer) => (lcpsStandsIn(transfer) ? [LCPS_ORG] : []),
  'searching-nation': (transfer) =>
    transfer.level === 'national' || lcpsStandsIn(transfer) ? [LCPS_ORG] : [],
  destination: ({ to }) => one(to),
  'destination-abroad': ({ abroad }) => (abroad == null ? [] : [LCPS_ORG]),
  'destination-region': ({ toRegion }) => one(toRegion),
  'transport-desks': ({ desks }) => desks,
  vehicle: ({ vehicle }) => one(vehicle),
} as const satisfies Record<string, (transfer: Facts) => readonly string[]>
export type Place = keyof typeof places

/** One row: a role whose organisation stands there is this reader, and acts as these parties. */
export type Tie = { roles: readonly Role[]; at: Place; reads: Reader; acts: readonly Party[] }

export const TIES: readonly Tie[] = [
  { roles: ['intensivist', 'ward-staff'], at: 'origin', reads: 'origin', acts: ['referrer'] },
  { roles: ['bed-desk'], at: 'origin', reads: 'origin', acts: [] },
  { roles: ['rcps'], at: 'origin-region', reads: 'coordinator', acts: ['origin-rcps'] },
  { roles: ['rcps'], at: 'searching-region', reads: 'coordinator', acts: ['coordinator'] },
  { roles: ['lcps'], at: 'nation-standing-in', reads: 'coordinator', acts: ['origin-rcps'] },
  { roles: ['lcps'], at: 'searching-nation', reads: 'coordinator', acts: ['coordinator'] },
  { roles: ['bed-desk'], at: 'destination', reads: 'receiver', acts: ['receiver'] },
  { roles: ['intensivist', 'ward-staff'], at: 'destination', reads: 'receiver', acts: [] },
  // A hospital abroad says its answer by phone.
  { roles: ['lcps'], at: 'destination-abroad', reads: 'coordinator', acts: ['receiver'] },
  { roles: ['rcps'], at: 'destination-region', reads: 'receiving-rcps', acts: ['receiving-rcps'] },
  { roles: ['transport-desk'], at: 'transport-desks', reads: 'transport-desk', acts: ['transport-desk'] },
  { roles: ['crew'], at: 'vehicle', reads: 'crew', acts: ['crew'] },
]

/** The rows that hold for one membership. A stranger has none. */
export const tiesOf = ({ role, org }: Membership, transfer: Facts): Tie[] =>
  TIES.filter(({ roles, at }) => roles.includes(role) && places[at](transfer).includes(org))

/** Which parties one membership is. */
export const partiesOf = (membership: Membership, transfer: Facts): Party[] =>
  tiesOf(membership, transfer).flatMap(({ acts }) => acts)

// Who may know that a thing exists, as keys: a row or event is seen by whoever holds one of its keys (P7).
// The server stores the keys beside rows and events; the stream and every read filter by them.
import type { Alert, Alerted } from '#shared/alerts/alert.ts'
import type { Beds } from '#shared/beds/beds.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import { isLive } from '#shared/beds/reservation.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { LCPS_ORG, type Membership, type Person, type Place, places, TIES } from './parties.ts'

/** `hospital:umc-utrecht`, `rcps:nazmn`, `lcps`, `desk:rav-vr09`, `vehicle:amb-vr09-1`, `all` … */
export type Key = string

const keyOf = ({ role, org }: Membership): Key[] => {
  switch (role) {
    case 'intensivist':
    case 'ward-staff':
    case 'bed-desk':
      return [`hospital:${org}`]
    case 'rcps':
      return [`rcps:${org}`, 'rcps']
    case 'lcps':
      return org === LCPS_ORG ? ['lcps'] : []
    case 'transport-desk':
      return [`desk:${org}`]
    case 'crew':
      return [`vehicle:${org}`]
    case 'secretary':
      return [`body:${org}`]
    default:
      return []
  }
}

type Viewer = Pick<Person, 'memberships'> & { id?: string }

/** What one person alone may see: by emergency access. */
const personKey = (id: string): Key => `person:${id}`

/** Everybody signed in holds `all` (phases); the rest follows from the memberships. */
export const keysOf = ({ id, memberships }: Viewer): Key[] => [
  ...new Set(['all', ...memberships.flatMap(keyOf), ...(id === undefined ? [] : [personKey(id)])]),
]

type Held = { at: Place; keyAt: (org: string) => Key }

/** Who any of the ties holds for: each place once per kind of house. */
const held: readonly Held[] = [
  ...new Map(
    TIES.map(({ roles: [role], at }): [string, Held] => {
      const keyAt = (org: string): Key => (role === undefined ? org : (keyOf({ role, org })[0] ?? org))
      return [`${keyAt('')} ${at}`, { at, keyAt }]
    }),
  ).values(),
]

/**
 * The origin, its RCPS, the LCPS once handed over or standing in; from `offered` on the receiving side and the
 * transport desks. Whoever opened it in an emergency, for that hour.
 */
export function transferAudience(transfer: Transfer): Key[] {
  const keys: Key[] = []
  const add = (key: Key) => {
    if (!keys.includes(key)) keys.push(key)
  }
  for (const { at, keyAt } of held) for (const org of places[at](transfer)) add(keyAt(org))
  for (const { person } of transfer.emergencies ?? []) add(personKey(person))
  return keys
}

/** A hospital keeps seeing its own answer; the coordinators and the origin see every answer. */
export function reservationAudience(reservation: Reservation, transfer: Transfer): Key[] {
  const keys = [
    `hospital:${reservation.hospital}`,
    `hospital:${transfer.from}`,
    `rcps:${transfer.fromRegion}`,
  ]
  if (places['searching-nation'](transfer).length > 0) keys.push('lcps')
  if (isLive(reservation) && reservation.region !== transfer.fromRegion)
    keys.push(`rcps:${reservation.region}`)
  return keys
}

/** Who drove a part of it keeps seeing the ride, not the transfer: steps of theirs may be on their way. */
export const rideAudience = (
  transfer: Transfer,
  { vehicle, org, legs = [] }: Pick<Ride, 'vehicle' | 'org' | 'legs'>,
): Key[] => {
  const drove = [{ vehicle, org }, ...legs]
  const own = drove.flatMap((leg) => [`vehicle:${leg.vehicle}`, `desk:${leg.org}`])
  return [...new Set([...transferAudience(transfer), ...own])]
}

export const bedsAudience = (beds: Beds): Key[] => [`hospital:${beds.hospital}`, 'rcps', 'lcps']

/** The house whose turn it is, and the coordinator it was escalated to. */
export const alertAudience = ({ who, org, above }: Alert): Key[] => [
  houseOf(who, org),
  ...(above === null ? [] : [houseOf(above.who, above.org)]),
]

function houseOf(who: Alerted, org: string): Key {
  if (who === 'lcps') return 'lcps'
  if (who === 'receiver') return `hospital:${org}`
  return who === 'rcps' ? `rcps:${org}` : `desk:${org}`
}

export const sharesKey = (keys: readonly Key[], audience: readonly Key[]): boolean =>
  audience.some((key) => keys.includes(key))

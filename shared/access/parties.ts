// What a person is to one transfer: the steps tables speak in parties, guards and buttons ask here.
import { lcpsStandsIn, type Transfer } from '#shared/transfers/transfer.ts'
import type { Role } from '#shared/terms.ts'

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

export const LCPS_ORG = 'nl'

type Facts = Pick<
  Transfer,
  'from' | 'fromRegion' | 'level' | 'to' | 'toRegion' | 'desks' | 'vehicle' | 'state' | 'escalation'
>

/** Once handed over; and for an RCPS that did not answer, what that RCPS is. */
function lcpsParties(transfer: Facts): Party[] {
  const parties: Party[] = lcpsStandsIn(transfer) ? ['origin-rcps'] : []
  return transfer.level === 'national' || parties.length > 0 ? [...parties, 'coordinator'] : []
}

/** Which parties one membership is. A stranger is none. */
export function partiesOf({ role, org }: Membership, transfer: Facts): Party[] {
  switch (role) {
    case 'intensivist':
    case 'ward-staff':
      return org === transfer.from ? ['referrer'] : []
    case 'bed-desk':
      return org === transfer.to ? ['receiver'] : []
    case 'rcps': {
      const parties: Party[] = []
      if (org === transfer.fromRegion) {
        parties.push('origin-rcps')
        if (transfer.level === 'region') parties.push('coordinator')
      }
      if (org === transfer.toRegion) parties.push('receiving-rcps')
      return parties
    }
    case 'lcps':
      return org === LCPS_ORG ? lcpsParties(transfer) : []
    case 'transport-desk':
      return transfer.desks.includes(org) ? ['transport-desk'] : []
    case 'crew':
      return org === transfer.vehicle ? ['crew'] : []
    default:
      return []
  }
}

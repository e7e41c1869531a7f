// Whom an alert is for: who may acknowledge it, and whose phone or desk rings. Used by the decisions, by the server's
// push and by the screens' sound and badge.
import { type Membership, type Person, LCPS_ORG } from '#shared/access/parties.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { type Alert, type AlertLevel, type Coordinator, ROLE_OF } from './alert.ts'

type Addressed = Pick<Alert, 'who' | 'org' | 'above'>

const isAddressee = ({ who, org }: Addressed, { role, org: own }: Membership): boolean =>
  role === ROLE_OF[who] && own === org

const isAbove = ({ above }: Addressed, { role, org }: Membership): boolean =>
  above !== null && role === above.who && org === above.org

/** The membership in which this person is alerted: the party's own (deputies too), or the coordinator's it went to. */
export const alertedAs = (alert: Addressed, { memberships }: Pick<Person, 'memberships'>) =>
  memberships.find((held) => isAddressee(alert, held) || isAbove(alert, held))

/** Whether it asks this person for an answer now. A deputy is left alone until it goes on to the deputies. */
export const ringsFor = (alert: Alert, memberships: readonly Membership[]): boolean =>
  alert.state === 'raised' &&
  memberships.some(
    (held) =>
      (isAddressee(alert, held) && (held.deputy !== true || alert.level >= 1)) || isAbove(alert, held),
  )

type Facts = Pick<Transfer, 'level' | 'fromRegion' | 'toRegion'>

/**
 * The coordinator an alert goes to after the deputy: an offer's to the RCPS of the hospital that does not answer, a
 * ride's to who searched, that of an RCPS to the LCPS. Null: there is nobody above the LCPS.
 */
export function coordinatorAbove({ who }: Pick<Alert, 'who'>, transfer: Facts): Coordinator | null {
  if (who === 'lcps') return null
  if (who === 'rcps') return { who: 'lcps', org: LCPS_ORG }
  if (who === 'receiver') return { who: 'rcps', org: transfer.toRegion ?? transfer.fromRegion }
  return transfer.level === 'national'
    ? { who: 'lcps', org: LCPS_ORG }
    : { who: 'rcps', org: transfer.fromRegion }
}

/** The last level an alert can reach. */
export const lastLevel = (alert: Pick<Alert, 'who'>): AlertLevel => (alert.who === 'lcps' ? 1 : 2)

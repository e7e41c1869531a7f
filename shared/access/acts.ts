// Every command and every route with who may do it: the one table that may.ts, docs/access.md and the confinement test
// read. From which state a step goes is in the steps tables; a command or route that is not here fails a test.
import { alertSteps } from '#shared/alerts/alert-steps.ts'
import { reservationSteps } from '#shared/beds/reservation-steps.ts'
import { rideSteps } from '#shared/rides/ride-steps.ts'
import { ROLES, type Role } from '#shared/terms.ts'
import { transferSteps } from '#shared/transfers/transfer-steps.ts'
import type { CommandName } from '#shared/wire/command.ts'
import { EMERGENCY_ROLES } from './emergency.ts'
import type { Party } from './parties.ts'

export type Rule =
  /**
   * Parties of the transfer that the thing belongs to; `seers`: whoever may know of it. `shows`: what is reckoned from
   * the clinical fields is for who may read those.
   */
  | { on: 'transfer' | 'reservation' | 'ride'; by: readonly Party[] | 'seers'; shows?: 'clinical' }
  /** Whom the alert is for at its level. */
  | { on: 'alert'; by: 'alerted' }
  /** A role at the very organisation the thing is of. */
  | { on: 'beds' | 'phase'; roles: readonly Role[] }
  /** The same, of a line of the register; one that is nobody's own is for the role wherever it is held. */
  | { on: 'register'; roles: readonly Role[]; stepUp?: true }
  /** A role, wherever it is held. `stepUp`: with a passkey shown, or a sign-in, of the last five minutes. */
  | { on: 'none'; roles: readonly Role[]; stepUp?: true }
  /** Whom they administer (may-administer.ts). */
  | { on: 'person'; roles: readonly Role[] }
  /** What is one's own: sessions, passkeys. */
  | { on: 'self' }
  /** The server's timers. */
  | { on: 'system' }
  /** Without a session. */
  | { on: 'open' }

const REFERRERS = ['intensivist', 'ward-staff'] as const
const COORDINATORS = ['rcps', 'lcps'] as const
/** Who sees figures of everybody together, and of nobody apart. */
const COUNTERS = ['observer', 'secretary', 'admin', ...COORDINATORS] as const
/** Who follows the load over the nation; figures of fewer than five patients are the coordinators' only. */
const SHARERS = ['observer', 'secretary', ...COORDINATORS] as const

const transfer = (name: keyof typeof transferSteps): Rule => ({ on: 'transfer', by: transferSteps[name].by })
const reservation = (name: keyof typeof reservationSteps): Rule => ({
  on: 'reservation',
  by: reservationSteps[name].by,
})
const ride = (name: keyof typeof rideSteps): Rule => ({ on: 'ride', by: rideSteps[name].by })
const alert = (name: keyof typeof alertSteps): Rule =>
  (alertSteps[name].by as readonly string[]).includes('system')
    ? { on: 'system' }
    : { on: 'alert', by: 'alerted' }

export const COMMAND_RULES: Record<CommandName, Rule> = {
  'transfer.submit': { on: 'none', roles: REFERRERS },
  'transfer.claim': transfer('transfer.claim'),
  'transfer.unclaim': transfer('transfer.unclaim'),
  'transfer.verify': transfer('transfer.verify'),
  'transfer.reject': transfer('transfer.reject'),
  'transfer.hand-over': transfer('transfer.hand-over'),
  'transfer.hand-back': transfer('transfer.hand-back'),
  'transfer.offer': transfer('transfer.offer'),
  'transfer.direct': transfer('transfer.direct'),
  'transfer.indicate': transfer('transfer.indicate'),
  'transfer.name': transfer('transfer.name'),
  'transfer.unname': transfer('transfer.unname'),
  'transfer.hold': transfer('transfer.hold'),
  'transfer.resume': transfer('transfer.resume'),
  'transfer.withdraw': transfer('transfer.withdraw'),
  'transfer.solve-elsewhere': transfer('transfer.solve-elsewhere'),
  'transfer.decease': transfer('transfer.decease'),
  'transfer.close': transfer('transfer.close'),
  'reservation.acknowledge': reservation('reservation.acknowledge'),
  'reservation.confirm': reservation('reservation.confirm'),
  'reservation.counter': reservation('reservation.counter'),
  'reservation.accept-counter': reservation('reservation.accept-counter'),
  'reservation.decline': reservation('reservation.decline'),
  'reservation.retract': reservation('reservation.retract'),
  'reservation.move': reservation('reservation.move'),
  'reservation.expire': { on: 'system' },
  // There is no ride yet: the desk is one of the transfer's.
  'ride.plan': { on: 'transfer', by: rideSteps['ride.plan'].by },
  'ride.move': ride('ride.move'),
  'ride.accept': ride('ride.accept'),
  'ride.advance': ride('ride.advance'),
  'ride.arrive': ride('ride.arrive'),
  'ride.undo': ride('ride.undo'),
  'ride.correct': ride('ride.correct'),
  'ride.note': ride('ride.note'),
  'ride.number': ride('ride.number'),
  'ride.abort': ride('ride.abort'),
  'ride.divert': ride('ride.divert'),
  'ride.decline': ride('ride.decline'),
  'ride.refuse-escort': ride('ride.refuse-escort'),
  'ride.hand-on': ride('ride.hand-on'),
  'ride.take-over': ride('ride.take-over'),
  'ride.eta': ride('ride.eta'),
  'ride.incident': ride('ride.incident'),
  'alert.acknowledge': alert('alert.acknowledge'),
  'alert.escalate': alert('alert.escalate'),
  'alert.raise': alert('alert.raise'),
  'alert.remind': alert('alert.remind'),
  'alert.retime': alert('alert.retime'),
  // The transfer is found by its code, which tells nothing unless it is right.
  'emergency.open': { on: 'none', roles: EMERGENCY_ROLES, stepUp: true },
  'emergency.end': { on: 'system' },
  'beds.report': { on: 'beds', roles: ['bed-desk'] },
  // Of a file; a feed's come by its own door.
  'beds.observe': { on: 'beds', roles: ['bed-desk', ...COORDINATORS] },
  'beds.correct': { on: 'beds', roles: COORDINATORS },
  'beds.lift': { on: 'beds', roles: COORDINATORS },
  'beds.lapse': { on: 'system' },
  'beds.remind': { on: 'system' },
  'vehicle.set': { on: 'register', roles: ['transport-desk', 'admin'] },
  'vehicle.out': { on: 'register', roles: ['transport-desk', 'crew', 'admin'] },
  'vehicle.back': { on: 'register', roles: ['transport-desk', 'crew', 'admin'] },
  'team.start': { on: 'register', roles: ['transport-desk', 'secretary'] },
  'team.end': { on: 'register', roles: ['transport-desk', 'secretary'] },
  'help.ask': { on: 'transfer', by: ['transport-desk'] },
  // Of these, who was asked; to go on or take it back, who asked.
  'help.answer': { on: 'register', roles: ['transport-desk', 'secretary'] },
  'help.next': { on: 'register', roles: ['transport-desk'] },
  'help.end': { on: 'register', roles: ['transport-desk'] },
  'help.settle': { on: 'system' },
  'phase.announce': { on: 'phase', roles: ['secretary'] },
  // Of these, who administers all of brancard.
  'wish.publish': { on: 'register', roles: ['lcps'] },
  'setting.decide': { on: 'register', roles: ['admin'], stepUp: true },
  'exemption.grant': { on: 'register', roles: ['secretary'] },
  'exemption.end': { on: 'register', roles: ['secretary'] },
  'key-set.record': { on: 'register', roles: ['secretary', 'lcps'] },
  'region-key.set': { on: 'register', roles: ['secretary'] },
  'abroad.open': { on: 'register', roles: ['lcps'] },
  'abroad.close': { on: 'register', roles: ['lcps'] },
  'partner.enter': { on: 'register', roles: ['admin'] },
  'partner.withdraw': { on: 'register', roles: ['admin'] },
}

const everyone: Rule = { on: 'none', roles: ROLES }
const open: Rule = { on: 'open' }
const self: Rule = { on: 'self' }
const admins: Rule = { on: 'person', roles: ['admin'] }

/** Method and path as in the OpenAPI document. Rows inside an answer follow the audience of each. */
export const ROUTE_RULES = {
  'get /api/health': open,
  'get /api/openapi.json': open,
  'get /api/session': self,
  'delete /api/session': self,
  'get /api/session/demo': open,
  'post /api/session/demo': open,
  'post /api/commands': everyone,
  'get /api/events': everyone,
  'get /api/snapshot': everyone,
  'get /api/session/ways': open,
  'post /api/session/passkey/options': open,
  'post /api/session/passkey': open,
  'post /api/session/invite/options': open,
  'post /api/session/invite': open,
  'get /api/session/provider/{id}': open,
  'get /api/session/provider/{id}/return': open,
  'post /api/session/seen': self,
  'post /api/session/lock': self,
  'post /api/session/fresh/options': self,
  'post /api/session/fresh': self,
  'get /api/account/sessions': self,
  'delete /api/account/sessions/{id}': self,
  'get /api/account/passkeys': self,
  'post /api/account/passkeys/options': self,
  'post /api/account/passkeys': self,
  'delete /api/account/passkeys/{id}': self,
  'get /api/admin/people': admins,
  'post /api/admin/people': admins,
  'get /api/admin/people/{id}': admins,
  'post /api/admin/people/{id}/roles': admins,
  'post /api/admin/people/{id}/invite': admins,
  'post /api/admin/people/{id}/disable': admins,
  'post /api/admin/people/{id}/enable': admins,
  'delete /api/admin/people/{id}/sessions': admins,
  // Of these, of the organisation.
  'get /api/admin/organisations': { on: 'none', roles: ['admin'] },
  'post /api/admin/organisations/{id}/phone': { on: 'none', roles: ['admin'] },
  // Of these, who administers all of brancard.
  'post /api/admin/organisations/{id}/ura': { on: 'none', roles: ['admin'] },
  'post /api/admin/import': { on: 'none', roles: ['admin'] },
  'get /api/admin/holds': { on: 'none', roles: ['admin'] },
  'post /api/admin/holds': { on: 'none', roles: ['admin'] },
  'delete /api/admin/holds/{id}': { on: 'none', roles: ['admin'] },
  'get /api/admin/providers': { on: 'none', roles: ['admin'] },
  'get /api/admin/feeds': { on: 'none', roles: ['admin'] },
  'post /api/admin/feeds': { on: 'none', roles: ['admin'] },
  'delete /api/admin/feeds/{id}': { on: 'none', roles: ['admin'] },
  // Who holds a feed's token, for the hospitals that it was made for.
  'post /api/feeds/capacity': open,
  // Of these, for the hospitals that are theirs.
  'post /api/beds/file': { on: 'none', roles: ['bed-desk', ...COORDINATORS] },
  // Of hospitals whose figures they see.
  'get /api/beds/{id}/history': { on: 'none', roles: [...REFERRERS, 'bed-desk', ...COORDINATORS] },
  'get /api/push': self,
  'post /api/push': self,
  'delete /api/push': self,
  'get /api/hfno': { on: 'none', roles: [...REFERRERS, 'bed-desk', ...COORDINATORS, 'transport-desk'] },
  'get /api/day-board': { on: 'none', roles: ['transport-desk', ...COORDINATORS] },
  'get /api/day-board/suggestion': { on: 'none', roles: ['transport-desk'] },
  'get /api/counts': { on: 'none', roles: COUNTERS },
  'get /api/plans': { on: 'none', roles: ['lcps'] },
  'post /api/plans': { on: 'none', roles: ['lcps'] },
  'get /api/plans/{id}': { on: 'none', roles: ['lcps'] },
  'delete /api/plans/{id}': { on: 'none', roles: ['lcps'] },
  'get /api/plans/{id}/rows': { on: 'none', roles: ['lcps'] },
  'get /api/reports/day': { on: 'none', roles: COUNTERS },
  'get /api/reports/rides': { on: 'none', roles: COUNTERS },
  'get /api/forecast': { on: 'none', roles: COUNTERS },
  'get /api/shares': { on: 'none', roles: SHARERS },
  'get /api/shares/history': { on: 'none', roles: SHARERS },
  'get /api/shares/{id}': { on: 'none', roles: SHARERS },
  'get /api/signals': { on: 'none', roles: SHARERS },
  // Of hospitals that are theirs.
  'get /api/letters': { on: 'none', roles: [...REFERRERS, 'bed-desk'] },
  'get /api/transfers/{id}': { on: 'transfer', by: 'seers' },
  'get /api/transfers/{id}/record': {
    on: 'transfer',
    by: ['referrer', 'origin-rcps', 'coordinator', 'receiver', 'receiving-rcps', 'transport-desk', 'crew'],
  },
  'get /api/transfers/{id}/letter': { on: 'transfer', by: ['referrer', 'receiver'], shows: 'clinical' },
  'get /api/transfers/{id}/match': {
    on: 'transfer',
    by: ['coordinator', 'origin-rcps', 'referrer'],
    shows: 'clinical',
  },
  'get /api/transfers/{id}/ride': { on: 'transfer', by: ['transport-desk'], shows: 'clinical' },
  // Both ends and the desk look; whoever drives tells (guardPosition), and takes back what it told.
  'get /api/transfers/{id}/position': {
    on: 'transfer',
    by: ['referrer', 'receiver', 'transport-desk'],
  },
  'post /api/transfers/{id}/position': { on: 'transfer', by: ['crew'] },
  'delete /api/transfers/{id}/position': { on: 'transfer', by: ['crew'] },
  'get /api/transfers/{id}/transport': {
    on: 'transfer',
    by: ['transport-desk', 'coordinator', 'origin-rcps', 'referrer'],
    shows: 'clinical',
  },
} as const satisfies Record<string, Rule>
export type RouteName = keyof typeof ROUTE_RULES

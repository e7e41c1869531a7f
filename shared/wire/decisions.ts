// Every command's decision and the facts it needs: the one table from name to rule. The hinge (server/perform.ts)
// and the phone's preview (web/state/act.ts) both read it.
import {
  decideCloseAbroad,
  decideEnterPartner,
  decideOpenAbroad,
  decideWithdrawPartner,
} from '#shared/abroad/decide-abroad.ts'
import { decideEndEmergency, decideOpenEmergency } from '#shared/access/emergency.ts'
import {
  decideAcknowledgeAlert,
  decideEscalate,
  decideRaise,
  decideRetime,
} from '#shared/alerts/decide-alert.ts'
import { decideRemindArrival } from '#shared/alerts/follow-arrival.ts'
import { decideCorrection, decideLapse, decideLift } from '#shared/beds/correct-beds.ts'
import { decideBedReport, decideObserve } from '#shared/beds/decide-beds.ts'
import {
  decideAcceptCounter,
  decideAcknowledge,
  decideConfirm,
  decideCounter,
  decideDecline,
  decideRetract,
} from '#shared/beds/decide-reservation.ts'
import { decideExpire } from '#shared/beds/expire-offer.ts'
import { decideMove } from '#shared/beds/move-offer.ts'
import { decideRemind } from '#shared/beds/remind.ts'
import { decideDirect, decideOffer } from '#shared/matching/decide-offer.ts'
import { decideEndExemption, decideGrantExemption } from '#shared/fair-share/decide-exemption.ts'
import { decideKeySet, decideRegionKey } from '#shared/fair-share/decide-keys.ts'
import { decideAnnounce } from '#shared/phases/decide-phase.ts'
import { decideCorrect } from '#shared/rides/correct-step.ts'
import {
  decideAccept,
  decideAdvance,
  decideArrive,
  decideNote,
  decideNumber,
  decideUndo,
} from '#shared/rides/decide-ride.ts'
import { decideEta, decideIncident } from '#shared/rides/tell-ride.ts'
import { decideHandOn, decideTakeOver } from '#shared/rides/hand-on.ts'
import {
  decideAbort,
  decideDecline as decideDeclineRide,
  decideDivert,
  decideRefuseEscort,
} from '#shared/rides/end-ride.ts'
import { decideMoveRide } from '#shared/rides/move-ride.ts'
import { decidePlanRide } from '#shared/rides/plan-ride.ts'
import { decideSetting } from '#shared/settings/decide-setting.ts'
import { decideSubmit } from '#shared/transfers/decide-submit.ts'
import {
  decideClaim,
  decideClose,
  decideDecease,
  decideHandBack,
  decideHandOver,
  decideHold,
  decideReject,
  decideResume,
  decideSolveElsewhere,
  decideUnclaim,
  decideVerify,
  decideWithdraw,
} from '#shared/transfers/decide-transfer.ts'
import { decideBack, decideOut, decideSetVehicle } from '#shared/transport/decide-fleet.ts'
import { decideEndTeam, decideStartTeam } from '#shared/transport/decide-team.ts'
import {
  decideAnswerHelp,
  decideAskHelp,
  decideEndHelp,
  decideNextHelp,
  decideSettleHelp,
} from '#shared/transport/decide-help.ts'
import { decideIndicate } from '#shared/transport/decide-indication.ts'
import { decideName, decidePublish, decideUnname } from '#shared/wishes/decide-wish.ts'
import type { CommandName } from './command.ts'
import type { DecisionRow, Load } from './decision.ts'

const offering: Load[] = [
  'transfer',
  'private',
  'reservations',
  'all-beds',
  'phases',
  'register:exemption',
  'register:key-set',
]
const answering: Load[] = ['transfer', 'private', 'reservations', 'own-beds']
const driving: Load[] = ['transfer', 'private', 'reservations', 'ride', 'own-beds']
const ending: Load[] = ['transfer', 'private', 'reservations', 'ride', 'own-beds']
const helping: Load[] = [
  'active-rides',
  'register:help',
  'register:vehicle',
  'register:team',
  'register:setting',
]
const turning: Load[] = ['phases', 'all-beds', 'register:abroad']

export const decisions: { [N in CommandName]: DecisionRow<N> } = {
  'transfer.submit': { loads: offering, decide: decideSubmit },
  'transfer.claim': { loads: ['transfer'], decide: decideClaim },
  'transfer.unclaim': { loads: ['transfer'], decide: decideUnclaim },
  'transfer.verify': { loads: ['transfer'], decide: decideVerify },
  'transfer.reject': { loads: ['transfer'], decide: decideReject },
  'transfer.hand-over': { loads: offering, decide: decideHandOver },
  'transfer.hand-back': { loads: ['transfer'], decide: decideHandBack },
  'transfer.offer': {
    loads: [...offering, 'register:abroad', 'register:partner', 'held-abroad'],
    decide: decideOffer,
  },
  'transfer.direct': { loads: offering, decide: decideDirect },
  'transfer.indicate': { loads: ['transfer'], decide: decideIndicate },
  'transfer.name': { loads: ['transfer', 'phases', 'register:wish'], decide: decideName },
  'transfer.unname': { loads: ['transfer'], decide: decideUnname },
  'transfer.hold': { loads: ['transfer'], decide: decideHold },
  'transfer.resume': { loads: ['transfer'], decide: decideResume },
  'transfer.withdraw': { loads: ending, decide: decideWithdraw },
  'transfer.solve-elsewhere': { loads: ending, decide: decideSolveElsewhere },
  'transfer.decease': { loads: ending, decide: decideDecease },
  'transfer.close': { loads: ['transfer', 'ride'], decide: decideClose },
  'reservation.acknowledge': { loads: answering, decide: decideAcknowledge },
  'reservation.confirm': { loads: answering, decide: decideConfirm },
  'reservation.counter': { loads: answering, decide: decideCounter },
  'reservation.accept-counter': { loads: answering, decide: decideAcceptCounter },
  'reservation.decline': { loads: answering, decide: decideDecline },
  'reservation.retract': { loads: answering, decide: decideRetract },
  'reservation.move': { loads: offering, decide: decideMove },
  'reservation.expire': { loads: answering, decide: decideExpire },
  'ride.plan': {
    loads: [
      ...(['transfer', 'private', 'ride', 'active-rides', 'phases'] as const),
      ...(['register:vehicle', 'register:team', 'register:help'] as const),
    ],
    decide: decidePlanRide,
  },
  'ride.move': {
    loads: ['transfer', 'private', 'ride', 'active-rides', 'phases', 'register:vehicle', 'register:team'],
    decide: decideMoveRide,
  },
  'ride.accept': { loads: driving, decide: decideAccept },
  'ride.advance': { loads: driving, decide: decideAdvance },
  'ride.arrive': { loads: driving, decide: decideArrive },
  'ride.undo': { loads: driving, decide: decideUndo },
  'ride.correct': { loads: ['transfer', 'ride'], decide: decideCorrect },
  'ride.note': { loads: ['transfer', 'ride'], decide: decideNote },
  'ride.number': { loads: ['transfer', 'ride'], decide: decideNumber },
  'ride.abort': { loads: ['transfer', 'ride'], decide: decideAbort },
  'ride.divert': { loads: driving, decide: decideDivert },
  'ride.decline': { loads: ['transfer', 'ride'], decide: decideDeclineRide },
  'ride.refuse-escort': { loads: ['transfer', 'ride'], decide: decideRefuseEscort },
  'ride.hand-on': {
    loads: ['transfer', 'private', 'ride', 'active-rides', 'phases', 'register:vehicle', 'register:team'],
    decide: decideHandOn,
  },
  'ride.take-over': { loads: ['transfer', 'ride'], decide: decideTakeOver },
  'ride.eta': { loads: ['transfer', 'ride'], decide: decideEta },
  'ride.incident': { loads: ['transfer', 'ride'], decide: decideIncident },
  'alert.acknowledge': { loads: ['transfer'], decide: decideAcknowledgeAlert },
  'alert.escalate': { loads: ['transfer'], decide: decideEscalate },
  'alert.remind': { loads: ['transfer', 'ride'], decide: decideRemindArrival },
  'alert.retime': { loads: ['transfer'], decide: decideRetime },
  'alert.raise': { loads: ['transfer'], decide: decideRaise },
  'emergency.open': { loads: ['transfer'], decide: decideOpenEmergency },
  'emergency.end': { loads: ['transfer'], decide: decideEndEmergency },
  'beds.report': { loads: ['own-beds'], decide: decideBedReport },
  'wish.publish': { loads: ['register:wish'], decide: decidePublish },
  'setting.decide': { loads: ['register:setting'], decide: decideSetting },
  'beds.observe': { loads: ['own-beds'], decide: decideObserve },
  'beds.correct': { loads: ['own-beds'], decide: decideCorrection },
  'beds.lift': { loads: ['own-beds'], decide: decideLift },
  'beds.lapse': { loads: ['own-beds'], decide: decideLapse },
  'beds.remind': { loads: ['own-beds', 'register:setting'], decide: decideRemind },
  'vehicle.set': { loads: ['register:vehicle', 'register:team'], decide: decideSetVehicle },
  'vehicle.out': { loads: ['register:vehicle', 'register:team'], decide: decideOut },
  'vehicle.back': { loads: ['register:vehicle', 'register:team'], decide: decideBack },
  'team.start': { loads: ['register:vehicle', 'register:team'], decide: decideStartTeam },
  'team.end': { loads: ['register:team'], decide: decideEndTeam },
  'help.ask': { loads: ['transfer', ...helping], decide: decideAskHelp },
  'help.answer': { loads: helping, decide: decideAnswerHelp },
  'help.next': { loads: helping, decide: decideNextHelp },
  'help.end': { loads: ['register:help'], decide: decideEndHelp },
  'help.settle': { loads: ['transfer', ...helping], decide: decideSettleHelp },
  'phase.announce': { loads: ['phases'], decide: decideAnnounce },
  'exemption.grant': { loads: ['register:exemption'], decide: decideGrantExemption },
  'exemption.end': { loads: ['register:exemption'], decide: decideEndExemption },
  'key-set.record': { loads: ['register:key-set'], decide: decideKeySet },
  'region-key.set': { loads: ['register:region-key'], decide: decideRegionKey },
  'abroad.open': { loads: turning, decide: decideOpenAbroad },
  'abroad.close': { loads: turning, decide: decideCloseAbroad },
  'partner.enter': { loads: ['register:partner'], decide: decideEnterPartner },
  'partner.withdraw': { loads: ['register:partner'], decide: decideWithdrawPartner },
}

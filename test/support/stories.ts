// Stories up to where a test begins. Transfer 1, reservation 2, ride 3; a planned IC transfer from the places' origin
// to their destination, unless said otherwise.
import { SYSTEM } from '#shared/access/parties.ts'
import { isOpenAlert } from '#shared/alerts/alert.ts'
import type { TransferRequest } from '#shared/transfers/request.ts'
import { plus, anId, aPerson, aRequest, people, places } from './builders.ts'
import { sharesDecided } from './share-stories.ts'
import { Story } from './story.ts'

export const line = { role: 'intensivist van dienst', phone: '088-7654321' }

/** Filed and waiting for its RCPS. */
export function filed(request: Partial<TransferRequest> = {}, story = new Story()): Story {
  story.do(people.intensivist, 'transfer.submit', { transfer: anId(1), request: aRequest(request) })
  return story
}

/** Handed over and offered to the destination by the LCPS. */
export function offered(request: Partial<TransferRequest> = {}, story?: Story): Story {
  const told = filed(request, story)
  const transfer = anId(1)
  told.do(people.rcps, 'transfer.hand-over', { transfer, note: 'regio vol' })
  told.do(people.lcps, 'transfer.offer', {
    transfer,
    reservation: anId(2),
    hospital: places.to,
    reason: 'afgesproken',
  })
  return told
}

/** Confirmed: the bed is reserved. */
export function reserved(request: Partial<TransferRequest> = {}, story?: Story): Story {
  const told = offered(request, story)
  told.do(people.receiver, 'reservation.confirm', { reservation: anId(2), acceptedBy: line, needs: [] })
  return told
}

/** The origin's own MICU is to fetch the patient within the hour. */
export function planned(request: Partial<TransferRequest> = {}, story?: Story): Story {
  const told = reserved(request, story)
  told.do(people.desk, 'ride.plan', {
    ride: anId(3),
    transfer: anId(1),
    vehicle: places.vehicle,
    escorted: false,
    departAt: plus(60),
  })
  return told
}

/** On the road. */
export function departed(request: Partial<TransferRequest> = {}, story?: Story): Story {
  const told = planned(request, story)
  const ride = anId(3)
  told.do(people.crew, 'ride.accept', { ride })
  for (const to of ['en-route', 'at-origin'] as const) told.do(people.crew, 'ride.advance', { ride, to })
  const check = told.transfer(anId(1)).code.slice(3)
  told.do(people.crew, 'ride.advance', { ride, to: 'departed', check })
  return told
}

/** A desk changed its vehicle, took it out and back, and had an extra team for a day. */
export function fleetChanged(): Story {
  const story = new Story()
  const { vehicle } = places
  const abilities = { hfno: false, isolation: true, bariatric: true }
  const facts = { kind: 'micu', name: 'MICU Utrecht 1', org: places.desk, hours: null, oxygen: [] } as const
  story.do(people.desk, 'vehicle.set', { entry: anId(50), vehicle, ...facts, oxygen: [], abilities })
  story.do(people.desk, 'vehicle.out', { entry: anId(51), vehicle, reason: 'defect', until: null })
  story.do(people.crew, 'vehicle.back', { entry: anId(52), vehicle })
  const days = { from: plus(10), until: plus(1440), icBeds: 0, reason: 'druk' }
  story.do(people.desk, 'team.start', { team: anId(53), centre: places.desk, ...days })
  story.do(people.desk, 'team.end', { team: anId(53) })
  return story
}

/** The origin's own MICU has no crew, so its centre asked the neighbours: help 70. */
export function helpAsked(): Story {
  const story = reserved()
  const { vehicle } = places
  story.do(people.desk, 'vehicle.out', { entry: anId(51), vehicle, reason: 'no-crew', until: null })
  story.do(people.desk, 'help.ask', { help: anId(70), transfer: anId(1), departAt: plus(60) })
  return story
}

/** A planned ride that got another time. */
function moved(): Story {
  const story = planned()
  const { vehicle } = places
  story.do(people.desk, 'ride.move', { ride: anId(3), vehicle, escorted: false, departAt: plus(90) })
  return story
}

function helpSought(): Story {
  const story = helpAsked()
  const help = anId(70)
  const centre = aPerson('transport-desk', 'micu-amsterdam-umc-amc')
  story.do(centre, 'help.answer', { help, answer: 'no', reason: 'no-crew' })
  story.do(people.desk, 'help.next', { help })
  story.do(people.desk, 'help.end', { help })
  return story
}

/** A limit that an administrator set while an offer was open. */
export function retimed(): Story {
  const story = offered()
  story.do(aPerson('admin', 'brancard'), 'setting.decide', {
    setting: anId(6),
    name: 'limit.acknowledge.planned',
    value: 7,
    decidedBy: 'Landelijk beraad',
    reason: 'afgesproken',
    inForceFrom: story.now,
  })
  const alert = [...story.alerts.values()].find(isOpenAlert)
  story.do(SYSTEM, 'alert.retime', { alert: alert?.id ?? '' })
  return story
}

/** What happens beside the patients, by name. */
export const namesBeside = () =>
  [fleetChanged(), moved(), helpSought(), retimed(), sharesDecided()].flatMap(({ events }) => events)

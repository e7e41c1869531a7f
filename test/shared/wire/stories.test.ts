import { describe, expect, it } from 'vitest'
import { SYSTEM } from '#shared/access/parties.ts'
import { EVENT_NAMES, type EventName } from '#shared/wire/event.ts'
import { plus, anId, aPerson, aRequest, people, places } from '#test/support/builders.ts'
import { departed, filed, line, namesBeside, offered, planned, reserved } from '#test/support/stories.ts'
import { Story } from '#test/support/story.ts'
import { sideStories } from '#test/support/side-stories.ts'

const transfer = anId(1)
const ride = anId(3)
const plan = { ride, transfer, vehicle: places.vehicle, escorted: false, departAt: plus(60) }
/** Old enough to go: the retention job's own, not a decision's (test/server/retention). */
const OF_NO_DECISION: readonly EventName[] = ['transfer.purged']
const told = new Set<EventName>(namesBeside())
/** Keeps the names of what happened, for the last test of all. */
const end = (story: Story) => {
  for (const name of story.events) told.add(name)
  return story
}

describe('whole stories', () => {
  it('from filing to closing, through hand-over, another time and a new plan', () => {
    const story = filed()
    story.do(people.rcps, 'transfer.claim', { transfer })
    story.do(people.rcps, 'transfer.unclaim', { transfer })
    story.do(people.rcps, 'transfer.hand-over', { transfer, note: 'vol' })
    const offer = { transfer, reservation: anId(2), hospital: places.to, reason: 'afgesproken' }
    story.do(people.lcps, 'transfer.offer', offer)
    story.do(people.receiver, 'reservation.acknowledge', { reservation: anId(2) })
    story.do(people.receivingRcps, 'reservation.move', {
      reservation: anId(2),
      to: anId(12),
      hospital: places.sibling,
      reason: 'daar is ruimte',
    })
    const sibling = aPerson('bed-desk', places.sibling)
    expect(
      story.refusal(people.receiver, 'reservation.confirm', { reservation: anId(2), needs: [] }),
    ).toEqual({
      code: 'step.refused',
      facts: { state: 'released' },
    })
    story.do(sibling, 'reservation.counter', {
      reservation: anId(12),
      acceptedBy: line,
      needs: [],
      from: plus(90),
    })
    story.do(people.lcps, 'reservation.accept-counter', { reservation: anId(12) })
    expect(story.privates.get(transfer)?.contacts?.acceptedBy).toEqual(line)
    const plan = { transfer, vehicle: places.vehicle, escorted: false, departAt: plus(90) }
    story.do(people.desk, 'transfer.indicate', { transfer, answer: 'given' })
    story.do(people.desk, 'ride.plan', { ...plan, ride })
    story.do(people.desk, 'ride.number', { ride, gms: '2611-0042' })
    story.do(people.crew, 'ride.abort', { ride, reason: 'crew-unavailable' })
    story.do(people.desk, 'ride.plan', { ...plan, ride: anId(13) })
    story.do(people.crew, 'ride.accept', { ride: anId(13) })
    story.do(people.crew, 'ride.undo', { ride: anId(13), step: 'accepted' })
    story.do(people.crew, 'ride.accept', { ride: anId(13) })
    story.do(people.crew, 'ride.note', { ride: anId(13), note: 'traffic' })
    const check = story.transfer(transfer).code.slice(3)
    for (const to of ['en-route', 'at-origin', 'departed', 'at-destination', 'handed-over'] as const)
      story.do(people.crew, 'ride.advance', { ride: anId(13), to, check })
    story.do(sibling, 'transfer.close', { transfer })
    story.do(people.crew, 'ride.advance', { ride: anId(13), to: 'available' })
    expect(story.transfer(transfer)).toMatchObject({ state: 'closed', to: places.sibling })
    expect(story.bedsAt(places.from)).toMatchObject({ occupied: 5, crisis: 3 })
    expect(story.bedsAt(places.sibling)).toMatchObject({ occupied: 7, crisis: 5, reserved: 0 })
    expect(story.bedsAt(places.to)).toMatchObject({ occupied: 6, reserved: 0 })
    end(story)
  })

  it('a shortage is verified, or refused and filed again as planned', () => {
    const shortage = { kind: 'urgent', ground: 'bed-shortage', purpose: 'capacity' } as const
    const verified = filed(shortage, new Story({ phase: '1a' }))
    verified.do(people.rcps, 'transfer.verify', { transfer })
    expect(verified.transfer(transfer).state).toBe('matching')
    end(verified)
    const story = filed(shortage)
    story.do(people.rcps, 'transfer.reject', { transfer, reason: 'bed-found', note: 'bed 12 vrij' })
    expect(story.transfer(transfer)).toMatchObject({ state: 'rejected', endReason: 'bed-found' })
    const again = { transfer: anId(11), refiledFrom: transfer, request: aRequest() }
    story.do(people.intensivist, 'transfer.submit', again)
    expect(story.transfer(anId(11)).state).toBe('matching')
    end(story)
  })

  it('a declined offer keeps its waiting time and never returns to that hospital', () => {
    const story = offered()
    story.now = plus(20)
    story.do(people.receiver, 'reservation.decline', { reservation: anId(2), reason: 'no-staff' })
    expect(story.transfer(transfer)).toMatchObject({
      state: 'matching',
      submittedAt: plus(0),
      level: 'national',
    })
    const again = { transfer, reservation: anId(12), hospital: places.to, reason: 'toch' }
    expect(story.refusal(people.lcps, 'transfer.offer', again)).toEqual({
      code: 'hospital.excluded',
      reasons: ['declined-earlier'],
    })
    end(story)
  })

  it('an offer taken back may be made again', () => {
    const story = offered()
    story.do(people.lcps, 'reservation.retract', { reservation: anId(2), note: 'verkeerd ziekenhuis' })
    const again = { transfer, reservation: anId(12), hospital: places.to, reason: 'toch daar' }
    story.do(people.lcps, 'transfer.offer', again)
    end(story)
  })

  it('on hold everything waits, and comes back to where it was', () => {
    const story = reserved()
    story.do(people.intensivist, 'transfer.hold', { transfer, note: 'instabiel' })
    expect(story.refusal(people.desk, 'ride.plan', plan)).toEqual({ code: 'on-hold' })
    expect(story.refusal(people.intensivist, 'transfer.hold', { transfer })).toEqual({ code: 'on-hold' })
    story.do(people.intensivist, 'transfer.resume', { transfer })
    expect(story.transfer(transfer)).toMatchObject({ state: 'reserved', heldFrom: null })
    story.do(people.desk, 'ride.plan', plan)
    end(story)
  })

  it('a patient on the road is never put on hold, nor one with a ride planned', () => {
    expect(planned().refusal(people.intensivist, 'transfer.hold', { transfer }).code).toBe('step.refused')
    expect(departed().refusal(people.intensivist, 'transfer.hold', { transfer }).code).toBe('step.refused')
  })

  it('the LCPS hands back, and the region searches on with its own clock', () => {
    const story = filed()
    story.do(people.rcps, 'transfer.hand-over', { transfer, note: 'regio vol' }, plus(5))
    story.do(people.lcps, 'transfer.hand-back', { transfer, note: 'fase 1b' }, plus(9))
    expect(story.transfer(transfer)).toMatchObject({ level: 'region', claim: null, waitingSince: plus(9) })
    expect(story.refusal(people.lcps, 'transfer.claim', { transfer })).toEqual({ code: 'not-found' })
    end(story)
  })

  it('a declined offer keeps its waiting time', () => {
    const story = offered()
    const waiting = story.transfer(transfer).waitingSince
    story.do(people.receiver, 'reservation.decline', { reservation: anId(2), reason: 'no-staff' }, plus(20))
    expect(story.transfer(transfer)).toMatchObject({ state: 'matching', waitingSince: waiting })
    end(story)
  })

  it('the receiver may record the arrival that the crew has not', () => {
    const story = departed()
    story.do(people.receiver, 'ride.arrive', { ride })
    expect(story.transfer(transfer).state).toBe('arrived')
    expect(story.reservation(anId(2)).state).toBe('occupied')
    end(story)
  })

  it('who dies at the origin frees the bed there; only who is with the patient says so', () => {
    const story = planned()
    const before = story.bedsAt(places.from).occupied
    expect(story.refusal(people.crew, 'transfer.decease', { transfer })).toEqual({ code: 'role.refused' })
    expect(story.refusal(people.receiver, 'transfer.decease', { transfer })).toEqual({ code: 'role.refused' })
    story.do(people.intensivist, 'transfer.decease', { transfer })
    expect(story.bedsAt(places.from).occupied).toBe(before - 1)
    expect(story.bedsAt(places.to).reserved).toBe(0)
    expect(story.ride(ride).state).toBe('aborted')
    end(story)
  })

  it('what ends while offered frees the hospital of its question, and ends its part in it', () => {
    const story = offered()
    story.do(people.intensivist, 'transfer.solve-elsewhere', { transfer })
    expect(story.reservation(anId(2))).toMatchObject({ state: 'released', releaseReason: 'solved-elsewhere' })
    expect(story.transfer(transfer)).toMatchObject({ state: 'solved-elsewhere', to: null, desks: [] })
    expect(story.refusal(people.receiver, 'transfer.close', { transfer })).toEqual({ code: 'not-found' })
    end(story)
    const confirmed = reserved()
    expect(confirmed.bedsAt(places.to).reserved).toBe(1)
    confirmed.do(people.intensivist, 'transfer.withdraw', { transfer, reason: 'filed-in-error' })
    expect(confirmed.bedsAt(places.to).reserved).toBe(0)
    expect(confirmed.transfer(transfer)).toMatchObject({ to: places.to, endReason: 'filed-in-error' })
    end(confirmed)
  })

  it('undone, diverted, died: each leaves its trace', () => {
    const undone = departed()
    undone.do(people.crew, 'ride.undo', { ride, step: 'departed' })
    undone.do(people.crew, 'ride.advance', { ride, to: 'departed', override: 'proef' })
    undone.do(people.crew, 'ride.correct', { ride, step: 'departed', at: plus(1) }, plus(2))
    undone.do(people.crew, 'ride.advance', { ride, to: 'at-destination' })
    undone.do(people.crew, 'ride.undo', { ride, step: 'at-destination' })
    end(undone)
    const diverted = departed()
    const other = { reservation: anId(9), hospital: places.sibling, reason: 'brug dicht' }
    diverted.do(people.crew, 'ride.divert', { ride, ...other })
    end(diverted)
    const died = departed()
    died.do(people.crew, 'transfer.decease', { transfer })
    expect(died.ride(ride).state).toBe('aborted')
    end(died)
  })

  it('declined, escort refused, handed on, expected, troubled: each is told', () => {
    const declined = planned()
    declined.do(people.crew, 'ride.decline', { ride, why: 'other-ride' })
    end(declined)
    const escorted = reserved({ escort: { criteria: 'stabiel' } })
    const plan = { ride, transfer, vehicle: 'amb-vr09-1', escorted: true, departAt: plus(60) }
    escorted.do(people.desk, 'ride.plan', plan)
    escorted.do(people.intensivist, 'ride.refuse-escort', { ride, why: 'no-escort' })
    end(escorted)
    const handed = departed()
    handed.do(people.crew, 'ride.eta', { ride, at: plus(200) })
    handed.do(people.crew, 'ride.incident', { ride, incident: 'vehicle-breakdown' })
    const onto = { vehicle: 'micu-radboudumc-1', why: 'vehicle-fault' } as const
    handed.do(people.crew, 'ride.hand-on', { ride, ...onto })
    handed.do(aPerson('crew', onto.vehicle), 'ride.take-over', { ride })
    end(handed)
  })

  it('beside the patients: figures and phases', () => {
    const story = new Story({ phase: '1a' })
    story.do(people.receiver, 'beds.report', {
      hospital: places.to,
      bed: 'ic',
      operational: 9,
      occupied: 9,
      crisis: 5,
      boss: 1,
      addable24h: 0,
      intakeStop: null,
    })
    story.do(aPerson('secretary', 'roaz-chairs'), 'phase.announce', {
      phase: anId(5),
      scope: 'national',
      to: '2a',
      decidedBy: 'roaz-chairs',
      advice: [],
      reason: 'overal vol',
      inForceFrom: plus(60),
    })
    expect(story.phases.at(-1)).toMatchObject({ phase: '2a', from: '1a', announcedAt: plus(0) })
    end(story)
  })

  it('figures are asked for when old, contradicted by a feed, corrected for a while', () => {
    const story = new Story({ phase: '1a' })
    const at = { hospital: places.to, bed: 'ic' } as const
    const bedsNow = () => story.bedsAt(places.to)
    const feed = { ...at, source: 'lpz', feed: 'lpz' } as const
    story.now = plus(211)
    story.do(SYSTEM, 'beds.remind', { ...at, level: 'stale' })
    story.do(SYSTEM, 'beds.observe', { ...feed, observedAt: plus(211), operational: 10, occupied: 5 })
    expect(bedsNow()).toMatchObject({ occupied: 5, crisis: 4, source: 'lpz', reminded: null })
    const figures = { operational: 10, occupied: 5, crisis: 4, boss: 1, addable24h: 2, intakeStop: null }
    story.now = plus(212)
    story.do(people.receiver, 'beds.report', { ...at, ...figures })
    story.do(SYSTEM, 'beds.observe', { ...feed, observedAt: plus(213), operational: 10, occupied: 9 })
    expect(bedsNow()).toMatchObject({ occupied: 5, beside: { occupied: 9 } })
    const until = plus(272)
    story.do(people.lcps, 'beds.correct', { ...at, ...figures, occupied: 8, reason: 'by-phone', until })
    expect(bedsNow()).toMatchObject({ occupied: 8, source: 'correction', beneath: { occupied: 5 } })
    story.now = until
    story.do(SYSTEM, 'beds.lapse', at)
    expect(bedsNow()).toMatchObject({ occupied: 5, source: 'desk', correction: null, beneath: null })
    end(story)
  })

  it('an offer that nobody takes up is escalated, and expires; taken up, it does not', () => {
    const story = offered()
    const alert = () => story.openAlertOf(transfer)
    const escalate = (level: number) => {
      story.now = alert()?.dueAt ?? story.now
      story.do(SYSTEM, 'alert.escalate', { alert: alert()?.id ?? '', level })
    }
    escalate(0)
    story.do(people.receiver, 'alert.acknowledge', { alert: alert()?.id ?? '' })
    escalate(1)
    story.now = alert()?.dueAt ?? story.now
    story.do(SYSTEM, 'reservation.expire', { reservation: anId(2) })
    expect(story.transfer(transfer)).toMatchObject({ state: 'matching', to: null, escalation: null })
    end(story)
  })

  sideStories(filed, end)

  it('every event name is somebody’s', () => {
    expect(EVENT_NAMES.filter((name) => !told.has(name))).toEqual([...OF_NO_DECISION])
  })
})

import { describe, expect, it } from 'vitest'
import type { Person } from '#shared/access/parties.ts'
import { transferFacts } from '#shared/reports/transfer-facts.ts'
import { staysOf, type Told } from '#shared/reports/transfer-stays.ts'
import type { CommandName, Payload } from '#shared/wire/command.ts'
import type { Decision } from '#shared/wire/decision.ts'
import { anId, people, places, plus, T0 } from '#test/support/builders.ts'
import { departed, offered } from '#test/support/stories.ts'
import { Story } from '#test/support/story.ts'

/** Keeps what happened, as the server's log does. */
class Logged extends Story {
  readonly log: Told[] = []
  override act<N extends CommandName>(person: Person, name: N, payload: Payload<N>, at = this.now): Decision {
    const decision = super.act(person, name, payload, at)
    if ('changes' in decision)
      this.log.push(...decision.changes.map((change) => ({ ...change, at: decision.at ?? at })))
    return decision
  }
}

const ride = anId(3)
const minutes = (story: Logged, step: string) =>
  transferFacts(story.log)
    .filter(({ measure }) => measure === `step.${step}`)
    .map((fact) => fact.minutes)

const arrived = (): Logged => {
  const story = new Logged()
  departed({}, story)
  story.now = plus(40)
  story.do(people.crew, 'ride.advance', { ride, to: 'at-destination' })
  return story
}

describe('the facts of a transfer', () => {
  it('say when it was filed, arrived where, and how long it took', () => {
    const story = arrived()
    const facts = transferFacts(story.log)
    expect(facts[0]).toEqual({
      day: '2026-11-21',
      from: places.region,
      to: '',
      bed: 'ic',
      track: 'planned',
      measure: 'filed',
      minutes: 0,
      count: 1,
    })
    expect(facts.filter(({ measure }) => measure === 'moved')).toMatchObject([{ to: places.toRegion }])
    expect(minutes(story, 'in-transit')).toEqual([40])
    expect(minutes(story, 'to-arrival')).toEqual([40])
  })

  it('forget a step that was taken back, and follow a corrected time', () => {
    const story = arrived()
    story.now = plus(41)
    story.do(people.crew, 'ride.correct', { ride, step: 'at-destination', at: plus(35) })
    expect(minutes(story, 'in-transit')).toEqual([35])
    story.now = plus(40 + 5 / 60)
    story.do(people.crew, 'ride.undo', { ride, step: 'at-destination' })
    expect(minutes(story, 'in-transit')).toEqual([])
    expect(transferFacts(story.log).map(({ measure }) => measure)).not.toContain('moved')
    story.now = plus(90)
    story.do(people.crew, 'ride.advance', { ride, to: 'at-destination' })
    expect(minutes(story, 'in-transit')).toEqual([90])
  })

  it('count each turn for itself, and who said no with the region of the hospital', () => {
    const story = new Logged()
    offered({}, story)
    story.now = plus(10)
    story.do(people.receiver, 'reservation.decline', { reservation: anId(2), reason: 'no-staff' })
    story.now = plus(25)
    story.do(people.lcps, 'transfer.offer', {
      transfer: anId(1),
      reservation: anId(4),
      hospital: places.sibling,
      reason: 'dan daar',
    })
    expect(minutes(story, 'matching')).toEqual([0, 15])
    expect(minutes(story, 'offered')).toEqual([10])
    expect(transferFacts(story.log).filter(({ measure }) => measure.startsWith('refused'))).toMatchObject([
      { measure: 'refused.declined.no-staff', to: places.toRegion },
    ])
  })

  it('are none where the filing has gone', () => {
    expect(transferFacts(arrived().log.slice(1))).toEqual([])
  })
})

describe('where it stood', () => {
  it('counts nothing negative for an act that came late', () => {
    const moved = (at: string, state?: string): Told => ({
      name: 'transfer.routed',
      subject: 'transfer',
      id: anId(1),
      at,
      data: state === undefined ? {} : { state },
    })
    const stays = staysOf([
      moved(T0, 'matching'),
      moved(plus(5)),
      { ...moved(plus(6), 'accepted'), subject: 'ride' },
      moved(plus(30), 'offered'),
      moved(plus(40), 'matching'),
      moved(plus(35), 'offered'),
      moved(plus(60), 'closed'),
    ])
    const long = stays.map(({ state, from, until }) => [
      state,
      until === null ? null : (until - from) / 60_000,
    ])
    expect(long).toEqual([
      ['matching', 30],
      ['offered', 10],
      ['matching', 0],
      ['offered', 20],
      ['closed', null],
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { SYSTEM } from '#shared/access/parties.ts'
import { ringsFor } from '#shared/alerts/alerted.ts'
import { dueAct } from '#shared/alerts/due.ts'
import { driveMinutes } from '#shared/rides/ride-span.ts'
import { anId, aRide, aPerson, people, places, plus } from '#test/support/builders.ts'
import { departed, planned } from '#test/support/stories.ts'
import type { Story } from '#test/support/story.ts'

const transfer = anId(1)
const ride = anId(3)
const drive = driveMinutes(aRide())
const alertOf = (story: Story) => {
  const alert = story.openAlertOf(transfer)
  if (alert === undefined) throw new Error('nobody was told')
  return alert
}
const receiver = people.receiver.memberships
const seen = (story: Story) => story.do(people.receiver, 'alert.acknowledge', { alert: alertOf(story).id })
const remind = (story: Story) => {
  const { id, dueAt } = alertOf(story)
  story.now = dueAt ?? story.now
  return story.do(SYSTEM, 'alert.remind', { alert: id, due: dueAt ?? '' })
}

describe('the receiving hospital hears that a patient comes', () => {
  it('at departure, and not before', () => {
    expect(planned().openAlertOf(transfer)).toBeUndefined()
    const alert = alertOf(departed())
    expect(alert).toMatchObject({
      act: 'prepare',
      who: 'receiver',
      org: places.to,
      state: 'raised',
      told: { why: 'departed', expected: plus(drive) },
      dueAt: plus(drive - 15),
    })
    expect(ringsFor(alert, receiver)).toBe(true)
    expect(ringsFor(alert, people.intensivist.memberships)).toBe(false)
  })

  it('once more, fifteen minutes before; seen or not, it goes on to nobody', () => {
    const story = departed()
    seen(story)
    expect(alertOf(story)).toMatchObject({ state: 'acknowledged', dueAt: plus(drive - 15) })
    expect(dueAct(alertOf(story))).toBe('remind')
    remind(story)
    expect(alertOf(story)).toMatchObject({ state: 'raised', level: 0, dueAt: null, told: { why: 'near' } })
    story.now = plus(600)
    const { id } = alertOf(story)
    expect(story.refusal(SYSTEM, 'alert.escalate', { alert: id, level: 0 }).code).toBe('step.refused')
    expect(story.transfer(transfer).escalation ?? null).toBe(null)
  })

  it('an answer to what it said first, under way while it rings anew, does not silence that', () => {
    const story = departed()
    const { id, raisedAt } = alertOf(story)
    remind(story)
    expect(story.refusal(people.receiver, 'alert.acknowledge', { alert: id, seen: raisedAt })).toEqual({
      code: 'step.refused',
      facts: { state: 'alert-rung-anew' },
    })
    expect(ringsFor(alertOf(story), receiver)).toBe(true)
    story.do(people.receiver, 'alert.acknowledge', { alert: id, seen: alertOf(story).raisedAt })
    expect(ringsFor(alertOf(story), receiver)).toBe(false)
  })

  it('the timers give each reminder once, not early, and nobody else does', () => {
    const story = departed()
    const { id, dueAt } = alertOf(story)
    const due = dueAt ?? ''
    expect(story.refusal(SYSTEM, 'alert.remind', { alert: id, due }).facts).toEqual({
      state: 'alert-not-due',
    })
    expect(story.refusal(people.receiver, 'alert.remind', { alert: id, due }).code).toBe('not-found')
    remind(story)
    expect(story.refusal(SYSTEM, 'alert.remind', { alert: id, due }).code).toBe('step.refused')
  })

  it('when it will be ten minutes off from what was said; less is no news', () => {
    const story = departed()
    seen(story)
    story.do(people.crew, 'ride.eta', { ride, at: plus(drive + 9) }, plus(1))
    expect(alertOf(story).state).toBe('acknowledged')
    story.do(people.crew, 'ride.eta', { ride, at: plus(drive + 20) }, plus(2))
    expect(alertOf(story)).toMatchObject({
      state: 'raised',
      told: { why: 'moved', expected: plus(drive + 20) },
      dueAt: plus(drive + 5),
    })
  })

  it('said to be there within the fifteen minutes: told now, and not once more', () => {
    const story = departed()
    seen(story)
    story.do(people.crew, 'ride.eta', { ride, at: plus(14) }, plus(1))
    expect(alertOf(story)).toMatchObject({ state: 'raised', told: { why: 'moved' }, dueAt: null })
  })

  it.each([
    ['arrives', (story: Story) => story.do(people.crew, 'ride.advance', { ride, to: 'at-destination' })],
    ['dies', (story: Story) => story.do(people.crew, 'transfer.decease', { transfer })],
    ['did not leave', (story: Story) => story.do(people.crew, 'ride.undo', { ride, step: 'departed' })],
    [
      'goes elsewhere',
      (story: Story) => {
        const to = { reservation: anId(9), hospital: places.sibling, reason: 'brug dicht' }
        story.do(people.crew, 'ride.divert', { ride, ...to })
      },
    ],
  ])('is over when the patient %s', (_, happens) => {
    const story = departed()
    const { id } = alertOf(story)
    happens(story)
    expect(story.alerts.get(id)).toMatchObject({ state: 'settled', dueAt: null })
  })

  it('stays one and the same while another vehicle drives on', () => {
    const story = departed()
    const { id } = alertOf(story)
    story.do(people.crew, 'ride.hand-on', { ride, vehicle: 'micu-radboudumc-1', why: 'rendezvous' })
    story.do(aPerson('crew', 'micu-radboudumc-1'), 'ride.take-over', { ride })
    expect(alertOf(story).id).toBe(id)
  })
})

import { describe, expect, it } from 'vitest'
import { alertAudience, keysOf, sharesKey, transferAudience } from '#shared/access/audience.ts'
import { maySee } from '#shared/access/may-see.ts'
import { type Membership, partiesOf, SYSTEM } from '#shared/access/parties.ts'
import { ALERT_LEVELS, type Alert, EXPIRE_MINUTES, NEXT_MINUTES, ROLE_OF } from '#shared/alerts/alert.ts'
import { alertedAs, coordinatorAbove, lastLevel, ringsFor } from '#shared/alerts/alerted.ts'
import { dueAt } from '#shared/alerts/due.ts'
import { LIMITS } from '#shared/transfers/acts-now.ts'
import { KINDS } from '#shared/terms.ts'
import { anId, aPerson, aRequest, aTransfer, people, places, plus, T0 } from '#test/support/builders.ts'
import { castNames, cast } from '#test/support/cast.ts'
import { filed, offered, reserved } from '#test/support/stories.ts'
import { Story } from '#test/support/story.ts'

const transfer = anId(1)
const anAlert = (over: Partial<Alert> = {}): Alert => ({
  id: anId(70),
  rev: 1,
  transfer,
  act: 'acknowledge',
  kind: 'urgent',
  who: 'receiver',
  org: places.to,
  reservation: anId(2),
  state: 'raised',
  raisedAt: T0,
  level: 0,
  above: null,
  dueAt: plus(10),
  acknowledged: null,
  ...over,
})
const UNSET = { settings: [], now: T0 }
const deputy: Membership = { role: 'bed-desk', org: places.to, deputy: true }

const open = (story: Story): Alert => {
  const alert = story.openAlertOf(transfer)
  if (alert === undefined) throw new Error('no open alert')
  return alert
}
/** Lets its time pass, and does what the timers then do. */
const escalate = (story: Story) => {
  const { id, level, dueAt: at } = open(story)
  story.now = at ?? story.now
  story.do(SYSTEM, 'alert.escalate', { alert: id, level })
}
/** Urgent for shortage: the RCPS verifies. */
const shortage = (): Story => {
  const story = new Story()
  const request = aRequest({ kind: 'urgent', ground: 'bed-shortage', purpose: 'capacity' })
  story.do(people.intensivist, 'transfer.submit', { transfer, request })
  return story
}

describe('when an alert goes on', () => {
  it.each(Object.keys(LIMITS) as (keyof typeof LIMITS)[])('%s: by the settings, at each level', (act) => {
    for (const kind of KINDS) {
      const at = (over: Partial<Alert>) => dueAt(anAlert({ act, kind, ...over }), plus(100), UNSET)
      const seen = { role: 'bed-desk', org: places.to, at: plus(120) } as const
      expect(at({})).toBe(plus(LIMITS[act][kind]))
      // The step's own limit holds for the party itself, whether it acknowledged or not.
      expect(at({ acknowledged: seen })).toBe(plus(LIMITS[act][kind]))
      expect(at({ level: 1 })).toBe(plus(100 + NEXT_MINUTES[act][kind]))
      expect(at({ level: 1, acknowledged: seen })).toBe(plus(120 + LIMITS[act][kind]))
      const expires = EXPIRE_MINUTES[act]
      expect(at({ level: 2 })).toBe(expires ? plus(100 + expires[kind]) : null)
      expect(at({ level: 2, acknowledged: seen })).toBeNull()
      expect(at({ who: 'lcps', level: 1, acknowledged: seen })).toBeNull()
    }
  })

  it('to whom: an offer to the RCPS of the silent hospital, a ride to who searched, an RCPS to the LCPS', () => {
    const row = aTransfer({ toRegion: places.toRegion })
    expect(coordinatorAbove({ who: 'receiver' }, row)).toEqual({ who: 'rcps', org: places.toRegion })
    expect(coordinatorAbove({ who: 'transport-desk' }, row)).toEqual({ who: 'rcps', org: places.region })
    expect(coordinatorAbove({ who: 'transport-desk' }, { ...row, level: 'national' })?.who).toBe('lcps')
    expect(coordinatorAbove({ who: 'rcps' }, row)).toEqual({ who: 'lcps', org: 'nl' })
    expect(coordinatorAbove({ who: 'lcps' }, row)).toBeNull()
    expect([lastLevel({ who: 'lcps' }), lastLevel({ who: 'rcps' })]).toEqual([1, 2])
  })
})

describe('whom it rings', () => {
  const above = { who: 'rcps', org: places.toRegion } as const
  it.each(ALERT_LEVELS)('at level %i', (level) => {
    const alert = anAlert({ level, above: level === 2 ? above : null })
    expect(ringsFor(alert, people.receiver.memberships)).toBe(true)
    expect(ringsFor(alert, [deputy])).toBe(level >= 1)
    expect(ringsFor(alert, people.receivingRcps.memberships)).toBe(level === 2)
    for (const name of castNames.filter((one) => !['receiver', 'receivingRcps'].includes(one)))
      expect(`${name} ${ringsFor(alert, cast[name].memberships)}`).toBe(`${name} false`)
  })

  it('nobody once it is acknowledged or settled', () => {
    for (const state of ['acknowledged', 'settled'] as const)
      expect(ringsFor(anAlert({ state }), people.receiver.memberships)).toBe(false)
  })

  it('a deputy may acknowledge before it is alerted itself; colleagues in another role may not', () => {
    expect(alertedAs(anAlert(), { memberships: [deputy] })).toEqual(deputy)
    expect(alertedAs(anAlert(), cast.receivingWard)).toBeUndefined()
  })

  it('is seen by the house whose turn it is and by whom it was escalated to', () => {
    const seers = (alert: Alert) =>
      castNames.filter((name) => sharesKey(keysOf(cast[name]), alertAudience(alert)))
    expect(seers(anAlert())).toEqual(['receiver', 'receivingWard'])
    expect(seers(anAlert({ level: 2, above }))).toEqual(['receiver', 'receivingRcps', 'receivingWard'])
    expect(seers(anAlert({ who: 'rcps', org: places.region }))).toEqual(['rcps'])
    expect(seers(anAlert({ who: 'lcps', org: 'nl' }))).toEqual(['lcps'])
    expect(seers(anAlert({ who: 'transport-desk', org: places.desk }))).toEqual(['desk'])
    expect(Object.keys(ROLE_OF).sort()).toEqual(['lcps', 'rcps', 'receiver', 'transport-desk'])
  })
})

describe('an alert follows the turn', () => {
  it('is raised for whoever acts next, from the moment the server knows', () => {
    const story = shortage()
    expect(open(story)).toMatchObject({ act: 'verify', who: 'rcps', org: places.region, state: 'raised' })
    expect(open(story).dueAt).toBe(plus(LIMITS.verify.urgent, story.now))
    const late = new Story()
    late.do(people.intensivist, 'transfer.submit', { transfer, request: aRequest() }, plus(-120))
    expect(open(late).raisedAt).toBe(late.now)
  })

  it('is settled when the turn passes; one transfer has one open alert at most', () => {
    const story = offered()
    const first = open(story)
    story.do(people.receiver, 'reservation.acknowledge', { reservation: anId(2) })
    expect(story.alerts.get(first.id)).toMatchObject({ state: 'settled', dueAt: null })
    // It just answered: nothing rings, but its limit to confirm runs.
    expect(open(story)).toMatchObject({ act: 'confirm', state: 'acknowledged' })
    expect(open(story).dueAt).not.toBeNull()
    for (const [state, count] of [['settled', story.alerts.size - 1]] as const)
      expect([...story.alerts.values()].filter((row) => row.state === state)).toHaveLength(count)
    story.do(people.lcps, 'reservation.retract', { reservation: anId(2) })
    expect(open(story)).toMatchObject({ act: 'match', who: 'lcps', state: 'acknowledged' })
  })

  it('rings the transport desk for a reserved bed, and nobody once the ride is planned', () => {
    const story = reserved()
    expect(open(story)).toMatchObject({ act: 'plan', who: 'transport-desk', state: 'raised' })
    const plan = { transfer, ride: anId(3), vehicle: places.vehicle, escorted: false, departAt: plus(60) }
    story.do(people.desk, 'ride.plan', { ...plan, windowReason: 'zo afgesproken' })
    expect(story.openAlertOf(transfer)).toBeUndefined()
  })

  it('who claims a request has acknowledged it', () => {
    const story = filed()
    expect(open(story).state).toBe('raised')
    story.do(people.rcps, 'transfer.claim', { transfer })
    expect(open(story)).toMatchObject({ state: 'acknowledged', acknowledged: { role: 'rcps' } })
    expect(story.transfer(transfer).claim).toEqual({
      person: people.rcps.id,
      role: 'rcps',
      org: places.region,
      at: story.now,
    })
  })

  it('stands still while the transfer does', () => {
    const story = filed()
    story.do(people.rcps, 'transfer.hold', { transfer })
    expect(story.openAlertOf(transfer)).toBeUndefined()
    story.now = plus(600)
    story.do(people.rcps, 'transfer.resume', { transfer })
    expect(open(story).dueAt).toBe(plus(LIMITS.match.planned, story.now))
  })
})

describe('acknowledging and escalating', () => {
  it('goes to the deputy, then to the coordinator, and all parties see how far', () => {
    const story = offered()
    escalate(story)
    expect(open(story)).toMatchObject({ level: 1, state: 'raised', above: null })
    expect(story.transfer(transfer).escalation).toMatchObject({ level: 1, to: { org: places.to } })
    escalate(story)
    expect(open(story)).toMatchObject({ level: 2, above: { who: 'rcps', org: places.toRegion } })
    expect(story.transfer(transfer).escalation?.to).toEqual({ who: 'rcps', org: places.toRegion })
  })

  it('acknowledged by whom it went to, it stops, and says by whom', () => {
    const story = offered()
    escalate(story)
    escalate(story)
    story.do(people.receivingRcps, 'alert.acknowledge', { alert: open(story).id })
    expect(open(story)).toMatchObject({ state: 'acknowledged', dueAt: null })
    expect(story.transfer(transfer).escalation?.acknowledged).toMatchObject({ org: places.toRegion })
    expect(story.events.at(-1)).toBe('transfer.taken-up')
    expect(story.refusal(people.receiver, 'alert.acknowledge', { alert: open(story).id })).toEqual({
      code: 'step.refused',
      facts: { state: 'alert-acknowledged' },
    })
    story.do(people.receiver, 'reservation.acknowledge', { reservation: anId(2) })
    expect(story.transfer(transfer).escalation).toBeNull()
  })

  it('only whom it is for, and only the server moves it on, once, when its time has come', () => {
    const story = offered()
    const { id } = open(story)
    const alert = { alert: id }
    for (const name of castNames.filter((one) => one !== 'receiver')) {
      const must = name === 'receivingWard' ? 'role.refused' : 'not-found'
      expect(`${name} ${story.refusal(cast[name], 'alert.acknowledge', alert).code}`).toBe(`${name} ${must}`)
      expect(story.refusal(cast[name], 'alert.escalate', { ...alert, level: 0 }).code).toBe('not-found')
    }
    // A person who calls itself so is not the system.
    const pretender = { ...SYSTEM }
    expect(story.refusal(pretender, 'alert.escalate', { ...alert, level: 0 }).code).toBe('not-found')
    const early = story.refusal(SYSTEM, 'alert.escalate', { ...alert, level: 0 })
    expect(early).toEqual({ code: 'step.refused', facts: { state: 'alert-not-due' } })
    escalate(story)
    expect(story.refusal(SYSTEM, 'alert.escalate', { ...alert, level: 0 }).code).toBe('step.refused')
    expect(story.refusal(SYSTEM, 'alert.raise', { alert: anId(71), transfer }).code).toBe('already-exists')
    const held = reserved()
    held.alerts.clear()
    held.do(SYSTEM, 'alert.raise', { alert: anId(71), transfer })
    expect(open(held)).toMatchObject({ id: anId(71), act: 'plan' })
  })
})

describe('the LCPS in the place of an RCPS that does not answer', () => {
  const lcps = people.lcps.memberships[0] as Membership
  const sight = (story: Story) => {
    const row = story.transfer(transfer)
    return {
      sees: sharesKey(keysOf(people.lcps), transferAudience(row)),
      parties: partiesOf(lcps, row),
      clinical: maySee(people.lcps, row).clinical,
    }
  }
  it('sees nothing before, then may do what the RCPS may, until the RCPS acts again', () => {
    const story = shortage()
    expect(sight(story)).toEqual({ sees: false, parties: [], clinical: false })
    escalate(story)
    expect(sight(story).sees).toBe(false)
    escalate(story)
    expect(sight(story)).toEqual({ sees: true, parties: ['origin-rcps', 'coordinator'], clinical: true })
    story.do(people.lcps, 'alert.acknowledge', { alert: open(story).id })
    story.do(people.lcps, 'transfer.verify', { transfer })
    // What that RCPS would do next is the LCPS's too, and it knows.
    expect(open(story)).toMatchObject({ act: 'match', who: 'rcps', level: 2, state: 'acknowledged' })
    expect(sight(story).sees).toBe(true)
    story.do(people.rcps, 'transfer.hold', { transfer })
    expect(sight(story).sees).toBe(false)
  })
})

describe('an offer nobody takes up', () => {
  const silent = () => {
    const story = offered()
    escalate(story)
    escalate(story)
    return story
  }
  const expire = (story: Story) => story.act(SYSTEM, 'reservation.expire', { reservation: anId(2) })

  it('expires after the last level: matched again, its waiting time kept, the hospital may be asked again', () => {
    const story = silent()
    const { waitingSince } = story.transfer(transfer)
    expect(expire(story)).toMatchObject({ refused: { facts: { state: 'alert-not-due' } } })
    story.now = open(story).dueAt ?? ''
    expect(expire(story)).not.toHaveProperty('refused')
    expect(story.reservation(anId(2)).state).toBe('expired')
    expect(story.transfer(transfer)).toMatchObject({ state: 'matching', to: null, waitingSince })
    expect(open(story)).toMatchObject({ act: 'match', who: 'lcps', state: 'raised', level: 0 })
    const late = story.refusal(people.receiver, 'reservation.confirm', { reservation: anId(2), needs: [] })
    expect(late).toEqual({ code: 'step.refused', facts: { state: 'expired' } })
    expect(expire(story)).toMatchObject({ refused: { code: 'step.refused' } })
    const again = { transfer, reservation: anId(12), hospital: places.to, reason: 'nog eens' }
    expect(story.act(people.lcps, 'transfer.offer', again)).not.toHaveProperty('refused')
  })

  it('does not once a coordinator took it up, nor once the hospital answered', () => {
    const taken = silent()
    taken.do(people.receivingRcps, 'alert.acknowledge', { alert: open(taken).id })
    taken.now = plus(6000)
    expect(expire(taken)).toMatchObject({ refused: { facts: { state: 'alert-not-due' } } })
    const answered = silent()
    answered.now = open(answered).dueAt ?? ''
    answered.do(people.receiver, 'reservation.acknowledge', { reservation: anId(2) })
    expect(expire(answered)).toMatchObject({ refused: { facts: { state: 'alert-not-due' } } })
  })

  it('is nobody’s to expire but the server’s', () => {
    const story = silent()
    story.now = open(story).dueAt ?? ''
    for (const name of castNames) {
      const { code } = story.refusal(cast[name], 'reservation.expire', { reservation: anId(2) })
      expect(['role.refused', 'not-found'], name).toContain(code)
    }
    expect(aPerson('lcps', 'nl')).toEqual(people.lcps)
  })
})

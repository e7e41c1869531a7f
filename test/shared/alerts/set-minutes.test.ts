import { describe, expect, it } from 'vitest'
import { SYSTEM } from '#shared/access/parties.ts'
import type { Alert } from '#shared/alerts/alert.ts'
import type { NumberName } from '#shared/settings/setting.ts'
import { actsNow, LIMITS } from '#shared/transfers/acts-now.ts'
import { anId, aPerson, aRequest, people, plus } from '#test/support/builders.ts'
import { Story } from '#test/support/story.ts'

const transfer = anId(1)
const open = (story: Story): Alert => {
  const alert = story.openAlertOf(transfer)
  if (alert === undefined) throw new Error('no open alert')
  return alert
}
/** Lets its time pass, and does what the timers then do. */
const escalate = (story: Story) => {
  const { id, level, dueAt } = open(story)
  story.now = dueAt ?? story.now
  story.do(SYSTEM, 'alert.escalate', { alert: id, level })
}
/** Urgent for shortage: the RCPS verifies. */
const shortage = (): Story => {
  const story = new Story()
  const request = aRequest({ kind: 'urgent', ground: 'bed-shortage', purpose: 'capacity' })
  story.do(people.intensivist, 'transfer.submit', { transfer, request })
  return story
}
/** As an administrator set it: the register's line. */
const set = (story: Story, n: number, name: NumberName, value: number) =>
  story.do(aPerson('admin', 'brancard'), 'setting.decide', {
    setting: anId(600 + n),
    name,
    value,
    decidedBy: 'Landelijk beraad',
    reason: 'afgesproken',
    inForceFrom: story.now,
  })

describe('minutes that were set', () => {
  it('hold for the next turn, on its alert and on the row that everybody reads', () => {
    const story = new Story()
    set(story, 1, 'limit.match.planned', 90)
    story.do(people.intensivist, 'transfer.submit', { transfer, request: aRequest() })
    expect(open(story).dueAt).toBe(plus(90, story.now))
    const row = story.transfers.get(transfer)
    expect(row?.limit).toBe(90)
    expect(row && actsNow(row, null).limitMinutes).toBe(90)
  })

  it('of a step that keeps the rulebook’s, the row says nothing', () => {
    const story = shortage()
    expect(story.transfers.get(transfer)?.limit ?? null).toBeNull()
    set(story, 1, 'limit.verify.urgent', 5)
    story.do(SYSTEM, 'alert.retime', { alert: open(story).id })
    expect(story.transfers.get(transfer)?.limit).toBe(5)
    story.do(people.rcps, 'transfer.verify', { transfer })
    expect(story.transfers.get(transfer)?.limit ?? null).toBeNull()
    expect(open(story).dueAt).toBe(plus(LIMITS.match.urgent, story.now))
  })

  it('move an alert that is open already, from when its level began, and once', () => {
    const story = shortage()
    const { id, raisedAt } = open(story)
    const retime = () => story.refusal(SYSTEM, 'alert.retime', { alert: id }).facts
    expect(retime()).toEqual({ state: 'alert-not-due' })
    set(story, 1, 'limit.verify.urgent', 40)
    story.do(SYSTEM, 'alert.retime', { alert: id })
    expect(open(story).dueAt).toBe(plus(40, raisedAt))
    expect(retime()).toEqual({ state: 'alert-not-due' })
    escalate(story)
    const since = story.now
    set(story, 2, 'next.verify.urgent', 3)
    story.do(SYSTEM, 'alert.retime', { alert: id })
    expect(open(story)).toMatchObject({ level: 1, dueAt: plus(3, since) })
    expect(story.refusal(people.rcps, 'alert.retime', { alert: id }).code).toBe('not-found')
  })
})

import { describe, expect, it } from 'vitest'
import { SYSTEM } from '#shared/access/parties.ts'
import { micuCentres } from '#shared/reference/micu-centres.ts'
import { asksForAnswer, HELP_MINUTES, type Help, helpAudience, promiseOf } from '#shared/transport/help.ts'
import { helpOrder, NEIGHBOURS } from '#shared/transport/help-order.ts'
import { rowsOfList } from '#shared/wire/register.ts'
import { anId, aPerson, aRequest, people, places, plus } from '#test/support/builders.ts'
import { helpAsked, line, reserved } from '#test/support/stories.ts'
import type { Story } from '#test/support/story.ts'

const transfer = anId(1)
const help = anId(70)
const ask = { help, transfer, departAt: plus(60) }
const desk = (centre: string) => aPerson('transport-desk', centre)
const amsterdam = desk('micu-amsterdam-umc-amc')
const secretary = aPerson('secretary', 'db-lnaz')
const rowIn = (story: Story): Help => rowsOfList([...story.register.values()], 'help')[0] as Help
const no = { help, answer: 'no', reason: 'no-crew' } as const

/** A second patient of the same hospital, with a bed. */
function anotherReserved(story: Story): void {
  const [id, reservation] = [anId(11), anId(12)]
  story.do(people.intensivist, 'transfer.submit', { transfer: id, request: aRequest() })
  story.do(people.rcps, 'transfer.hand-over', { transfer: id, note: 'vol' })
  const offer = { transfer: id, reservation, hospital: places.to, reason: 'afgesproken' }
  story.do(people.lcps, 'transfer.offer', offer)
  story.do(people.receiver, 'reservation.confirm', { reservation, acceptedBy: line, needs: [] })
}

/** The clock of the present step runs out. */
function letLapse(story: Story): void {
  const { dueAt, rev } = rowIn(story)
  story.now = dueAt ?? story.now
  story.do(SYSTEM, 'help.settle', { help, transfer, rev })
}

describe('the order of MICU help (plan 4.5.2.1)', () => {
  it('asks every other centre once, the nearest first, and a team last', () => {
    const order = helpOrder({ by: places.desk, from: places.from }, [], plus(0))
    expect(order.neighbours).toHaveLength(NEIGHBOURS)
    expect(order.neighbours[0]).toBe('micu-amsterdam-umc-amc')
    const others = micuCentres.map(({ id }) => id).filter((id) => id !== places.desk)
    expect([...order.neighbours, ...order.nation].toSorted()).toEqual(others.toSorted())
    expect(order.team.at(-1)).toBe('db-lnaz')
    expect(order.team[0]).toBe(places.desk)
  })
})

describe('a request for MICU help', () => {
  it('is refused while an own MICU can drive it, and to who drives no MICU', () => {
    const story = reserved()
    expect(story.refusal(people.desk, 'help.ask', ask)).toMatchObject({
      code: 'help.own-free',
      facts: { vehicle: places.vehicle },
    })
    expect(story.refusal(people.lcps, 'help.ask', ask).code).toBe('role.refused')
    expect(story.refusal(amsterdam, 'help.ask', ask).code).toBe('not-found')
    story.do(people.desk, 'vehicle.out', {
      entry: anId(71),
      vehicle: places.vehicle,
      reason: 'no-crew',
      until: null,
    })
    expect(story.refusal(people.desk, 'help.ask', { ...ask, departAt: plus(-30) }).code).toBe('time.past')
    expect(story.refusal(people.desk, 'help.ask', { ...ask, departAt: plus(9000) }).code).toBe(
      'command.invalid',
    )
    story.do(people.desk, 'help.ask', ask)
    expect(story.refusal(people.desk, 'help.ask', { ...ask, help: anId(72) }).code).toBe('already-exists')
  })

  it('asks the neighbours first, and tells nobody else', () => {
    const story = helpAsked()
    const row = rowIn(story)
    expect(row).toMatchObject({ state: 'open', step: 'neighbours', own: { reason: 'out' } })
    expect(row.dueAt).toBe(plus(HELP_MINUTES.neighbours.planned))
    expect(asksForAnswer(row, amsterdam.memberships)).toBe(true)
    expect(asksForAnswer(row, desk('micu-umcg-groningen').memberships)).toBe(false)
    expect(helpAudience(row)).not.toContain('lcps')
    expect(helpAudience(row)).not.toContain('desk:micu-umcg-groningen')
    expect(JSON.stringify(row)).not.toMatch(/K7Q|invasive|fio2|code/)
  })

  it('goes on when all said no, when the clock ran out, and when who asked does not wait', () => {
    const story = helpAsked()
    const [first = '', second = ''] = rowIn(story).asks.map(({ org }) => org)
    story.do(desk(first), 'help.answer', no)
    expect(rowIn(story).step).toBe('neighbours')
    expect(story.refusal(desk(first), 'help.answer', no).code).toBe('step.refused')
    story.do(desk(second), 'help.answer', no)
    expect(rowIn(story)).toMatchObject({ step: 'nation', dueAt: plus(HELP_MINUTES.nation.planned) })
    expect(helpAudience(rowIn(story))).toContain('lcps')
    const { rev } = rowIn(story)
    expect(story.refusal(SYSTEM, 'help.settle', { help, transfer, rev }).code).toBe('step.refused')
    letLapse(story)
    expect(rowIn(story).step).toBe('team')
    expect(story.refusal(amsterdam, 'help.next', { help }).code).toBe('step.refused')
    story.do(people.desk, 'help.next', { help })
    expect(rowIn(story)).toMatchObject({ state: 'none', dueAt: null })
    // Asked anew, from the beginning.
    story.do(people.desk, 'help.ask', { ...ask, help: anId(73), departAt: plus(120) })
  })

  it('a yes is a free vehicle of that house at a time; it ends the asking, and the ride is planned with it', () => {
    const story = helpAsked()
    const yes = { help, answer: 'yes', vehicle: 'micu-amsterdam-umc-amc-1' } as const
    expect(story.refusal(amsterdam, 'help.answer', { ...yes, vehicle: places.vehicle }).fields).toEqual([
      { field: 'vehicle', fault: 'enum' },
    ])
    expect(story.refusal(amsterdam, 'help.answer', { ...yes, departAt: plus(-60) }).code).toBe('time.past')
    expect(story.refusal(amsterdam, 'help.answer', { help, answer: 'no' }).code).toBe('command.invalid')
    expect(story.refusal(people.lcps, 'help.answer', yes).code).toBe('role.refused')
    story.do(amsterdam, 'help.answer', { ...yes, departAt: plus(90) })
    expect(promiseOf(rowIn(story))).toMatchObject({ vehicle: yes.vehicle, departAt: plus(90) })
    expect(rowIn(story)).toMatchObject({ state: 'found', dueAt: null })
    expect(story.refusal(desk('micu-radboudumc'), 'help.answer', no).code).toBe('step.refused')
    const plan = { ride: anId(3), transfer, vehicle: yes.vehicle, escorted: false, departAt: plus(90) }
    story.do(people.desk, 'ride.plan', plan)
    expect(rowIn(story).state).toBe('ended')
  })

  it('a vehicle that drives then is no yes', () => {
    const story = helpAsked()
    story.do(people.desk, 'ride.plan', {
      ride: anId(3),
      transfer,
      vehicle: 'micu-amsterdam-umc-amc-1',
      escorted: false,
      departAt: plus(60),
    })
    anotherReserved(story)
    const again = { help: anId(74), transfer: anId(11), departAt: plus(60) }
    story.do(people.desk, 'help.ask', again)
    const yes = { help: again.help, answer: 'yes', vehicle: 'micu-amsterdam-umc-amc-1' } as const
    expect(story.refusal(amsterdam, 'help.answer', yes).code).toBe('vehicle.taken')
  })

  it('an extra team that costs IC beds is answered by who decides on it', () => {
    const story = helpAsked()
    story.do(people.desk, 'help.next', { help })
    story.do(people.desk, 'help.next', { help })
    expect(asksForAnswer(rowIn(story), secretary.memberships)).toBe(true)
    const yes = { help, answer: 'yes', vehicle: 'micu-radboudumc-2' } as const
    expect(story.refusal(secretary, 'help.answer', yes).code).toBe('command.invalid')
    const team = { team: anId(75), centre: 'micu-radboudumc', from: plus(1), until: plus(900) }
    story.do(secretary, 'team.start', { ...team, icBeds: 2, reason: 'geen MICU vrij' })
    story.do(secretary, 'help.answer', yes)
    expect(promiseOf(rowIn(story))).toMatchObject({ org: 'db-lnaz', vehicle: yes.vehicle })
  })

  it('ends by itself with the move, and leaves the lists when that is over', () => {
    const story = helpAsked()
    expect(story.refusal(amsterdam, 'help.end', { help }).code).toBe('step.refused')
    story.do(people.lcps, 'transfer.withdraw', { transfer, reason: 'other' })
    const { rev } = rowIn(story)
    story.do(SYSTEM, 'help.settle', { help, transfer, rev })
    expect(rowIn(story)).toMatchObject({ state: 'ended', over: true })
    expect(story.refusal(people.desk, 'help.settle', { help, transfer, rev }).code).toBe('not-found')
  })
})

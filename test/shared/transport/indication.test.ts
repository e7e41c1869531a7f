import { describe, expect, it } from 'vitest'
import type { Payload } from '#shared/wire/command.ts'
import { indicationOf } from '#shared/transport/indication.ts'
import { anId, aPerson, aWardRequest, people, places, plus } from '#test/support/builders.ts'
import { filed, offered, planned, reserved } from '#test/support/stories.ts'
import { Story } from '#test/support/story.ts'

const transfer = anId(1)
const plan = (over: Partial<Payload<'ride.plan'>> = {}): Payload<'ride.plan'> => ({
  ride: anId(3),
  transfer,
  vehicle: places.vehicle,
  escorted: false,
  departAt: plus(60),
  ...over,
})
const stabilise = { transfer, answer: 'stabilise-first', reason: 'airway' } as const

describe('the indication', () => {
  it('is given from the offer on, by a desk of the transfer, and stands in its row', () => {
    expect(filed().refusal(people.desk, 'transfer.indicate', { transfer, answer: 'given' }).code).toBe(
      'not-found',
    )
    const story = offered()
    expect(story.refusal(people.lcps, 'transfer.indicate', { transfer, answer: 'given' }).code).toBe(
      'role.refused',
    )
    story.do(people.desk, 'transfer.indicate', { transfer, answer: 'given' })
    expect(indicationOf(story.transfer(transfer))).toMatchObject({
      answer: 'given',
      reason: null,
      by: { role: 'transport-desk', org: places.desk },
    })
    expect(story.refusal(people.desk, 'transfer.indicate', { transfer, answer: 'given' }).code).toBe(
      'step.refused',
    )
  })

  it('is refused or waits with a reason of its own list only', () => {
    const story = reserved()
    const refusal = (payload: Partial<Payload<'transfer.indicate'>>) =>
      story.refusal(people.desk, 'transfer.indicate', { transfer, answer: 'refused', ...payload })
    expect(refusal({})).toEqual({
      code: 'command.invalid',
      fields: [{ field: 'reason', fault: 'required' }],
    })
    const notApplicable = {
      code: 'command.invalid',
      fields: [{ field: 'reason', fault: 'not-applicable' }],
    }
    expect(refusal({ reason: 'airway' })).toEqual(notApplicable)
    expect(refusal({ answer: 'stabilise-first', reason: 'too-unstable' })).toEqual(notApplicable)
    expect(refusal({ answer: 'given', reason: 'other' })).toEqual(notApplicable)
    expect(refusal({ answer: 'given', side: 'receiving' }).fields).toEqual([
      { field: 'side', fault: 'not-applicable' },
    ])
  })

  it.each([
    ['refused', { transfer, answer: 'refused', reason: 'too-unstable' }],
    ['not yet', stabilise],
  ] as const)('%s: no ride is planned without a reason, and the reason is told', (_, said) => {
    const story = reserved()
    story.do(people.desk, 'transfer.indicate', said)
    expect(story.refusal(people.desk, 'ride.plan', plan())).toEqual({
      code: 'reason.required',
      facts: { why: 'indication', answer: said.answer, by: places.desk },
    })
    const { changes } = story.do(people.desk, 'ride.plan', plan({ indicationReason: 'nu stabiel' }))
    expect(changes.find(({ name }) => name === 'transfer.planned')?.note).toBe('nu stabiel')
    expect(indicationOf(story.transfer(transfer))).toMatchObject({ answer: said.answer, reason: said.reason })
  })

  it('who plans without an answer on record gives it in the same act', () => {
    const story = planned()
    expect(indicationOf(story.transfer(transfer))).toMatchObject({
      answer: 'given',
      by: { role: 'transport-desk', org: places.desk },
    })
  })

  it('given after stabilising, planning asks nothing more', () => {
    const story = reserved()
    story.do(people.desk, 'transfer.indicate', stabilise)
    story.do(people.desk, 'transfer.indicate', { transfer, answer: 'given' })
    story.do(people.desk, 'ride.plan', plan())
  })

  it('holds for the offer that it was given on', () => {
    const story = offered()
    story.do(people.desk, 'transfer.indicate', { transfer, answer: 'refused', reason: 'too-unstable' })
    story.do(people.receiver, 'reservation.decline', { reservation: anId(2), reason: 'no-bed' })
    story.do(people.lcps, 'transfer.offer', {
      transfer,
      reservation: anId(4),
      hospital: places.sibling,
      reason: 'daar is plaats',
    })
    expect(indicationOf(story.transfer(transfer))).toBeNull()
  })

  /** A ward patient who is offered a bed in another region: two RAVs may drive. */
  const offeredWard = (): Story => {
    const story = new Story()
    story.do(people.wardStaff, 'transfer.submit', { transfer, request: aWardRequest() })
    story.do(people.rcps, 'transfer.hand-over', { transfer, note: 'vol' })
    story.do(people.lcps, 'transfer.offer', {
      transfer,
      reservation: anId(2),
      hospital: places.to,
      reason: 'plaats',
    })
    return story
  }

  it('a RAV that answers does so for its own side', () => {
    const sideSaidBy = (nr: 0 | 1) => {
      const story = offeredWard()
      const rav = aPerson('transport-desk', story.transfer(transfer).desks[nr] ?? '')
      story.do(rav, 'transfer.indicate', { transfer, answer: 'given' })
      return indicationOf(story.transfer(transfer))?.side
    }
    expect([sideSaidBy(0), sideSaidBy(1)]).toEqual(['sending', 'receiving'])
  })

  it('on the ward the side that drives is chosen: its desk plans first', () => {
    const story = offeredWard()
    const [sending, receiving] = story.transfer(transfer).desks
    const mka = aPerson('transport-desk', sending ?? '')
    story.do(mka, 'transfer.indicate', { transfer, answer: 'given', side: 'receiving' })
    expect(story.transfer(transfer)).toMatchObject({
      desks: [receiving, sending],
      indication: { side: 'receiving' },
    })
  })
})

describe("the control room's number", () => {
  it('is noted by the desk while the ride lasts, once', () => {
    const story = planned()
    story.do(people.desk, 'ride.number', { ride: anId(3), gms: '2611-0042' })
    expect(story.ride(anId(3)).gms).toBe('2611-0042')
    expect(story.refusal(people.desk, 'ride.number', { ride: anId(3), gms: '2611-0042' }).code).toBe(
      'step.refused',
    )
    expect(story.refusal(people.crew, 'ride.number', { ride: anId(3), gms: '2611-0043' }).code).toBe(
      'role.refused',
    )
  })
})

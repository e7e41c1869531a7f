import { describe, expect, test } from 'vitest'
import { payloads } from '#shared/wire/command.ts'
import { aReservation, aTransfer, anId, plus, T0 } from '#test/support/builders.ts'
import { acceptanceOf, answerFaults, emptyAnswer, type OfferAnswer } from '#web/pieces/beds/offer-answer.ts'
import { offersOf } from '#web/pieces/beds/offers-groups.ts'

const ic = aTransfer({ bed: 'ic' })
const ward = aTransfer({ bed: 'ward' })
const full: OfferAnswer = {
  when: 'asked',
  role: ' dienstdoend intensivist ',
  phone: '088 123 45 67',
  needs: ['hfno', 'isolation'],
}

describe("a hospital's answer", () => {
  test('IC asks who accepts, by which line; a ward bed does not', () => {
    expect(answerFaults(emptyAnswer, ic, [], T0)).toEqual(['role', 'phone'])
    expect(answerFaults(emptyAnswer, ward, [], T0)).toEqual([])
  })

  test('every special need is ticked', () => {
    expect(answerFaults(full, ic, ['crrt', 'hfno'], T0)).toEqual(['needs'])
    expect(answerFaults(full, ic, ['hfno'], T0)).toEqual([])
  })

  test('a later time is a time, and not of before', () => {
    expect(answerFaults({ ...full, when: 'later' }, ic, [], T0)).toEqual(['from'])
    expect(answerFaults({ ...full, when: 'later', from: T0 }, ic, [], T0)).toEqual(['from-past'])
    expect(answerFaults({ ...full, when: 'later', from: plus(1) }, ic, [], T0)).toEqual([])
  })

  test.each(['', '12345', 'bel mij', '+31 30 555 0100', '088 (123) 45-67'])(
    'the line %j is judged as the door does',
    (phone) => {
      const acceptedBy = { role: 'dienstdoend intensivist', phone }
      const door = payloads['reservation.confirm'].safeParse({ reservation: anId(1), acceptedBy, needs: [] })
      expect(answerFaults({ ...full, phone }, ic, [], T0).length === 0).toBe(door.success)
    },
  )

  test('carries only what was asked, and nobody for a ward bed', () => {
    const acceptedBy = { role: 'dienstdoend intensivist', phone: '088 123 45 67' }
    expect(acceptanceOf(full, ic, ['hfno'])).toEqual({ needs: ['hfno'], acceptedBy })
    expect(acceptanceOf(full, ward, [])).toEqual({ needs: [] })
  })
})

test('the inbox: unseen first, then unanswered, then what waits for the coordinator; ended answers apart', () => {
  const countered = aReservation({
    id: anId(1),
    acknowledgedAt: T0,
    counterFrom: plus(60),
    offeredAt: plus(-30),
  })
  const seen = aReservation({ id: anId(2), acknowledgedAt: T0, offeredAt: plus(-20) })
  const unseen = aReservation({ id: anId(3), offeredAt: plus(-1) })
  const coming = aReservation({ id: anId(4), state: 'confirmed' })
  const declined = aReservation({ id: anId(5), state: 'declined', transfer: anId(8), since: plus(-9) })
  const expired = aReservation({ id: anId(6), state: 'expired', since: plus(-2) })
  const offers = offersOf([countered, seen, unseen, coming, declined, expired], [aTransfer()])
  expect(offers.open.map(({ reservation }) => reservation.id)).toEqual([anId(3), anId(2), anId(1)])
  expect(offers.coming.map(({ reservation }) => reservation.id)).toEqual([anId(4)])
  expect(offers.past.map(({ reservation }) => reservation.id)).toEqual([anId(6), anId(5)])
  expect(offers.past.map(({ transfer }) => transfer?.code)).toEqual(['K7Q3TB', undefined])
})

import { describe, expect, it } from 'vitest'
import { textFaults } from '#shared/wire/text-faults.ts'
import { anId, people, plus } from '#test/support/builders.ts'
import { line, offered, reserved } from '#test/support/stories.ts'

const yes = { reservation: anId(2), acceptedBy: line, needs: [] }
const contactsOf = (story: ReturnType<typeof offered>) => story.privates.get(anId(1))?.contacts

describe('where the crew goes in', () => {
  it('is said by the sender with the request and by the receiver with its yes', () => {
    const story = offered({ place: 'IC 2, ingang ambulancehal' })
    story.do(people.receiver, 'reservation.confirm', { ...yes, place: 'IC volwassenen' })
    expect(contactsOf(story)).toMatchObject({
      pickUp: 'IC 2, ingang ambulancehal',
      bringTo: 'IC volwassenen',
      acceptedBy: line,
    })
    expect(JSON.stringify([...story.transfers.values(), ...story.reservations.values()])).not.toMatch(
      /ingang/,
    )
  })

  it('is not what was said with an earlier answer, nor of the hospital before a diversion', () => {
    const story = offered()
    story.do(people.receiver, 'reservation.counter', { ...yes, from: plus(120), place: 'Zuid' })
    story.do(people.receiver, 'reservation.confirm', yes)
    expect(contactsOf(story)).not.toHaveProperty('bringTo')
    expect(contactsOf(reserved())).toMatchObject({ acceptedBy: line })
  })

  it('holds no identity', () => {
    expect(textFaults({ request: { place: 'geboren 12-03-1956' } })).toEqual([
      { field: 'request.place', fault: 'format' },
    ])
  })
})

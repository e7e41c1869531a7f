import { expect, test } from 'vitest'
import type { TransferDetail } from '#shared/wire/reads.ts'
import { aReservation, aTransfer, places, someContacts } from '#test/support/builders.ts'
import { rideContacts } from '#web/state/ride-contacts.ts'

const line = { role: 'dienstdoend intensivist', phone: '088-7654321' }
const detail = (over: Partial<TransferDetail>): TransferDetail => ({
  transfer: aTransfer(),
  clinical: null,
  contacts: someContacts({ acceptedBy: line }),
  reservations: [aReservation({ state: 'confirmed' })],
  ride: null,
  timeline: [],
  ...over,
})

test('the line that accepted the patient is called, until the ride goes to another hospital', () => {
  expect(rideContacts(detail({}))?.acceptedBy).toEqual(line)
  const elsewhere = aReservation({ state: 'occupied', hospital: places.elsewhere, diverted: true })
  const diverted = detail({ reservations: [aReservation({ state: 'released' }), elsewhere] })
  expect(rideContacts(diverted)).toEqual(someContacts())
  expect(rideContacts(undefined)).toBeNull()
})

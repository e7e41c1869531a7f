import { expect, test } from 'vitest'
import { anId, aRide, aTransfer, ids, places, plus, T0 } from '#test/support/builders.ts'
import { groupMoves, TRANSPORT_GROUPS } from '#web/pieces/transport/transport-groups.ts'

const reserved = (number: number, over: Parameters<typeof aTransfer>[0] = {}) =>
  aTransfer({ id: anId(number), state: 'reserved', to: places.to, desks: [places.desk], ...over })
const idsIn = (groups: ReturnType<typeof groupMoves>) =>
  Object.fromEntries(TRANSPORT_GROUPS.map((group) => [group, groups[group].map(({ id }) => id)]))

test('what must be planned comes by how much of its limit is spent, not by age alone', () => {
  const old = reserved(1, { since: plus(-60) })
  const urgent = reserved(2, { since: plus(-20), kind: 'urgent', ground: 'patient-bound' })
  const fresh = reserved(3, { since: plus(-5) })
  expect(idsIn(groupMoves([fresh, old, urgent], [], [places.desk], T0)).plan).toEqual([
    urgent.id,
    old.id,
    fresh.id,
  ])
})

test('each move stands in one group: by its ride once it has one', () => {
  const driving = aTransfer({ id: anId(4), state: 'in-transit', to: places.to })
  const groups = groupMoves(
    [
      reserved(1),
      reserved(2, { desks: ['rav-vr08', places.desk] }),
      aTransfer({ id: anId(3), state: 'offered', to: places.to }),
      driving,
      aTransfer({ id: anId(5), state: 'on-hold', heldFrom: 'reserved' }),
      aTransfer({ id: anId(6), state: 'closed' }),
    ],
    [
      aRide({ transfer: driving.id, state: 'departed' }),
      aRide({ id: anId(70), transfer: anId(6), state: 'available' }),
    ],
    [places.desk],
    T0,
  )
  expect(idsIn(groups)).toEqual({
    plan: [anId(1)],
    others: [anId(2)],
    driving: [anId(4)],
    planned: [],
    coming: [anId(3)],
    held: [anId(5)],
  })
})

test('a vehicle lent to another desk is listed by its ride alone', () => {
  const groups = groupMoves([], [aRide({ transfer: ids.other })], [places.desk], T0)
  expect(groups.planned).toMatchObject([{ id: ids.other, transfer: null }])
})

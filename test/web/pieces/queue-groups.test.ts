import { describe, expect, test } from 'vitest'
import { aPerson, aTransfer, anId, people, places, plus, T0 } from '#test/support/builders.ts'
import { queueOf, viewOf } from '#web/pieces/matching/queue-groups.ts'

describe('the view of a transfer', () => {
  test.each([
    ['verifying', 'region', 'verify', undefined],
    ['matching', 'region', 'match', undefined],
    ['offered', 'region', 'offered', undefined],
    ['matching', 'national', 'handed-over', 'match'],
    ['offered', 'national', 'handed-over', 'offered'],
    ['on-hold', 'region', 'on-hold', undefined],
    ['reserved', 'region', undefined, undefined],
    ['closed', 'national', undefined, undefined],
  ] as const)('%s at %s level: RCPS %s, LCPS %s', (state, level, rcps, lcps) => {
    const transfer = aTransfer({ state, level })
    expect(viewOf(transfer, people.rcps)).toBe(rcps)
    expect(viewOf(transfer, people.lcps)).toBe(lcps)
  })

  test("another region's RCPS has none, not even of an offer in its own region", () => {
    const offered = aTransfer({
      state: 'offered',
      level: 'national',
      to: places.to,
      toRegion: places.toRegion,
    })
    expect(viewOf(offered, people.receivingRcps)).toBeUndefined()
    expect(viewOf(aTransfer(), aPerson('rcps', places.elsewhereRegion))).toBeUndefined()
  })
})

describe('the queue', () => {
  const urgent = aTransfer({ id: anId(1), kind: 'urgent', ground: 'patient-bound', waitingSince: plus(-20) })
  const planned = aTransfer({ id: anId(2), waitingSince: plus(-100) })
  const late = aTransfer({ id: anId(3), bed: 'ward', waitingSince: plus(-300) })
  const all = [planned, urgent, late]

  test('stands by how far the step is towards its limit, not by age alone', () => {
    expect(queueOf(all, people.rcps, {}, T0).all.map(({ id }) => id)).toEqual([anId(3), anId(1), anId(2)])
  })

  test('what has no limit stands last', () => {
    const held = aTransfer({ id: anId(4), state: 'on-hold', heldFrom: 'matching', since: plus(-900) })
    expect(queueOf([held, planned], people.rcps, {}, T0).all.map(({ id }) => id)).toEqual([anId(2), anId(4)])
  })

  test('filters by bed and by haste together', () => {
    const queue = queueOf(all, people.rcps, { bed: 'ic', kind: 'planned' }, T0)
    expect(queue.match.map(({ id }) => id)).toEqual([anId(2)])
  })
})

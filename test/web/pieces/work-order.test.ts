import { describe, expect, test } from 'vitest'
import { aRide, aTransfer, anId, ids, people, places, plus, T0 } from '#test/support/builders.ts'
import { type Work, workOf } from '#web/pieces/transfers/work-order.ts'

const order = (items: Work['mine']) => items.map(({ transfer }) => transfer.id)

describe('the work list', () => {
  test('what waits for me comes with most of its time used first', () => {
    const planned = aTransfer({ id: anId(1), state: 'verifying', since: plus(-60) })
    const urgent = aTransfer({
      id: anId(2),
      kind: 'urgent',
      ground: 'bed-shortage',
      state: 'verifying',
      since: plus(-20),
    })
    const fresh = aTransfer({ id: anId(3), state: 'verifying', since: plus(-1) })
    const work = workOf([fresh, planned, urgent], [], people.rcps, T0)
    expect(order(work.mine)).toEqual([anId(2), anId(1), anId(3)])
    expect(work.running).toEqual([])
  })

  test('another desk finds the same rows under what runs', () => {
    const work = workOf([aTransfer()], [], people.intensivist, T0)
    expect(order(work.mine)).toEqual([])
    expect(order(work.running)).toEqual([ids.transfer])
  })

  test('what a colleague claimed does not wait for me; what I claimed does', () => {
    const claimed = (person: string) =>
      aTransfer({ claim: { person, role: 'rcps', org: places.region, at: T0 } })
    expect(order(workOf([claimed('rcps@other')], [], people.rcps, T0).running)).toEqual([ids.transfer])
    expect(order(workOf([claimed(people.rcps.id)], [], people.rcps, T0).mine)).toEqual([ids.transfer])
  })

  test('an act opens the screen where it is done', () => {
    const hrefs = (over: Parameters<typeof aTransfer>[0], person = people.rcps) =>
      workOf([aTransfer(over)], [aRide()], person, T0).mine[0]?.hrefs[0]
    expect(hrefs({})).toBe(`/matchen/${ids.transfer}`)
    const offered = { state: 'offered', to: places.to, reservation: ids.reservation } as const
    expect(hrefs(offered, people.receiver)).toBe(`/aanbod/${ids.reservation}`)
    const reserved = { state: 'reserved' as const, to: places.to, desks: [places.desk] }
    expect(hrefs(reserved, people.desk)).toBe(`/vervoer/${ids.transfer}`)
    const planned = { state: 'planned', ride: ids.ride, vehicle: places.vehicle } as const
    expect(hrefs(planned, people.crew)).toBe(`/rit/${ids.ride}`)
  })

  test('what ended stands apart, the latest first', () => {
    const early = aTransfer({ id: anId(1), state: 'closed', since: plus(-60) })
    const late = aTransfer({ id: anId(2), state: 'withdrawn', since: plus(-5) })
    const work = workOf([early, late], [], people.rcps, T0)
    expect(order(work.ended)).toEqual([anId(2), anId(1)])
    expect(work.mine).toEqual([])
  })
})

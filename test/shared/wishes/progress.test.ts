import { describe, expect, it } from 'vitest'
import { TRANSFER_STATES, type Transfer } from '#shared/transfers/transfer.ts'
import { progressOf, seenBy } from '#shared/wishes/progress.ts'
import { versionsOf, wishOf } from '#shared/wishes/wish.ts'
import { aTransfer, anId, aWish, places, T0 } from '#test/support/builders.ts'

const of = { day: '2026-11-21', bed: 'ic' } as const
const named = (over: Partial<Transfer> = {}): Transfer =>
  aTransfer({ level: 'national', wish: { day: of.day, to: places.toRegion, at: T0 }, ...over })
const pairOf = (transfers: Transfer[], to: string = places.toRegion) =>
  progressOf(aWish(), transfers, of).pairs.find((pair) => pair.from === places.region && pair.to === to)

describe('what became of the wanted movements', () => {
  it('every state counts where it belongs', () => {
    const counted = Object.fromEntries(
      TRANSFER_STATES.map((state) => {
        const { named: all = 0, underWay = 0, done = 0 } = pairOf([named({ state })]) ?? {}
        return [state, `${all} ${underWay} ${done}`]
      }),
    )
    const open = '1 0 0'
    const gone = '0 0 0'
    expect(counted).toEqual({
      submitted: open,
      verifying: open,
      matching: open,
      offered: open,
      reserved: open,
      planned: open,
      'on-hold': open,
      'in-transit': '1 1 0',
      arrived: '1 0 1',
      closed: '1 0 1',
      withdrawn: gone,
      rejected: gone,
      'solved-elsewhere': gone,
      deceased: gone,
    })
  })

  it('a patient counts where it goes, wanted there or not', () => {
    const rows = [named({ state: 'reserved', to: 'lumc-leiden', toRegion: places.elsewhereRegion })]
    expect(pairOf(rows)).toMatchObject({ wanted: 2, named: 0 })
    expect(pairOf(rows, places.elsewhereRegion)).toMatchObject({ wanted: 0, named: 1 })
    expect(pairOf([named({ state: 'reserved', toRegion: places.region })])).toMatchObject({ named: 0 })
  })

  it('another day, another care level and who was not named are not counted; totals add up', () => {
    const rows = [
      named({ bed: 'ward' }),
      named({ wish: { day: '2026-11-20', to: places.toRegion, at: T0 } }),
      aTransfer({ level: 'national' }),
    ]
    expect(progressOf(aWish(), rows, of).total).toEqual({ wanted: 3, named: 0, underWay: 0, done: 0 })
    expect(progressOf(undefined, [named()], of).total).toEqual({ wanted: 0, named: 1, underWay: 0, done: 0 })
  })

  it('an RCPS counts what it is told of, and the rest is not zero but unknown', () => {
    const whole = progressOf(aWish(), [named({ state: 'in-transit' })], of)
    const seen = (nation: boolean, region: string) => {
      const found = seenBy(whole, { nation, regions: [region] })
      const pair = found.pairs.find(({ from }) => from === places.region)
      return [pair?.wanted, pair?.named, pair?.underWay, pair?.done, found.total.named]
    }
    expect(seen(true, '')).toEqual([2, 1, 1, 0, 1])
    expect(seen(false, places.region)).toEqual([2, 1, 1, 0, null])
    expect(seen(false, places.toRegion)).toEqual([2, null, 1, 0, null])
    expect(seen(false, places.elsewhereRegion)).toEqual([2, null, null, null, null])
  })

  it('the newest version holds; older ones stay to be read', () => {
    const rows = [aWish(), aWish({ id: anId(2), version: 3 }), aWish({ id: anId(3), version: 2 })]
    expect(wishOf(rows, of.day, 'ic')?.version).toBe(3)
    expect(versionsOf(rows, of.day, 'ic').map(({ version }) => version)).toEqual([3, 2, 1])
    expect(wishOf(rows, of.day, 'ward')).toBeUndefined()
  })
})

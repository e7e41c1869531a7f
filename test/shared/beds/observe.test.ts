import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BedFigures, Beds, Observed } from '#shared/beds/beds.ts'
import { countedSince, countMove, figuresOf, layObservation } from '#shared/beds/observe.ts'
import { places, plus, someBeds } from '#test/support/builders.ts'

const NOW = plus(0)
const seen = (over: Partial<Observed> = {}): Observed => ({
  ...figuresOf(someBeds(places.to)),
  source: 'lpz',
  feed: 'lpz',
  observedAt: plus(-1),
  reportedAt: plus(-1),
  ...over,
})
const desk = (over: Partial<Observed> = {}) => seen({ source: 'desk', feed: null, ...over })
const row = (over: Partial<Beds> = {}) => someBeds(places.to, 'ic', over)

function laidOn(beds: Beds, said: Observed, now = NOW): Beds {
  const laid = layObservation(beds, said, now)
  return laid.as === 'older' ? beds : { ...beds, ...laid.data, rev: beds.rev + 1 }
}
const moved = (beds: Beds, at: string, occupied: number, crisis = 0): Beds => ({
  ...beds,
  ...countMove(beds, { at, occupied, crisis }),
})

describe('an observation', () => {
  it.each([
    ['of a feed, a minute earlier', seen({ observedAt: plus(-31) }), 'older'],
    ['of a feed, of the same moment', seen({ observedAt: plus(-30) }), 'older'],
    ['of a feed, later', seen({ observedAt: plus(-29) }), 'current'],
    ['of a desk whose clock is four minutes behind', desk({ observedAt: plus(-34) }), 'current'],
    ['of a desk, ten minutes earlier', desk({ observedAt: plus(-40) }), 'older'],
  ])('%s, is %s', (_, said, as) => {
    expect(layObservation(row(), said, NOW).as).toBe(as)
  })

  it('keeps what was counted after it, and only that', () => {
    const busy = moved(moved(row(), plus(-20), 1, 1), plus(-10), 1)
    expect(busy).toMatchObject({ occupied: 8, crisis: 5 })
    expect(countedSince(busy)).toBe(2)
    // Seen before either came: both are on top of it.
    expect(laidOn(busy, seen({ observedAt: plus(-25), occupied: 5 })).occupied).toBe(7)
    const between = laidOn(busy, seen({ observedAt: plus(-15), occupied: 7 }))
    expect(between).toMatchObject({ occupied: 8, moves: [{ at: plus(-10) }] })
    expect(laidOn(busy, seen({ observedAt: plus(-5), occupied: 8 }))).toMatchObject({
      occupied: 8,
      moves: [],
    })
  })

  it('in whatever order two feeds and the moves come, the newest observation and all later moves count', () => {
    const minute = fc.integer({ min: -29, max: -1 })
    fc.assert(
      fc.property(
        fc.uniqueArray(minute, { minLength: 1, maxLength: 6 }),
        fc.array(fc.record({ at: minute, by: fc.constantFrom(1, -1) }), { maxLength: 6 }),
        fc.infiniteStream(fc.nat(100)),
        (observed, moves, order) => {
          const acts = [
            ...observed.map((at, index) => ({ at, occupied: 20 + index, by: 0 })),
            ...moves.map((move) => ({ ...move, occupied: 0 })),
          ]
          // An observation never comes before its time, nor a move.
          const mixed = acts
            .map((act) => ({ act, after: act.at + order.next().value }))
            .sort((a, b) => a.after - b.after)
          let beds = row({ source: 'example', occupied: 20 })
          for (const { act } of mixed)
            beds =
              act.by === 0
                ? laidOn(beds, seen({ observedAt: plus(act.at), occupied: act.occupied }))
                : moved(beds, plus(act.at), act.by)
          const newest = Math.max(...observed)
          const from = mixed.findIndex(({ act }) => act.by === 0 && act.at === newest)
          const later = mixed.filter(({ act }, index) => act.by !== 0 && (act.at > newest || index > from))
          const base = 20 + observed.indexOf(newest)
          expect(beds.occupied).toBe(later.reduce((sum, { act }) => sum + act.by, base))
        },
      ),
    )
  })

  it('a move that is undone leaves the row as it was', () => {
    const before = moved(row(), plus(-20), 1, 1)
    const after = moved(before, plus(-10), -1, -1)
    expect({ ...after, ...countMove(after, { at: plus(-9), occupied: 1, crisis: 1 }, true) }).toEqual(before)
  })

  it('many moves are kept as one, and none is lost', () => {
    let beds = row({ occupied: 500 })
    for (let minute = 0; minute < 300; minute += 1) beds = moved(beds, plus(minute), 1)
    expect(beds.occupied).toBe(800)
    expect(beds.moves?.length).toBeLessThan(100)
    expect(countedSince(beds)).toBe(300)
  })
})

describe('a feed against a desk', () => {
  const said = row({ source: 'desk', reportedAt: plus(-30), operational: 12, occupied: 6 })
  const differs: Partial<BedFigures> = { occupied: 12 }

  it('a small difference is taken over, a large one is laid beside and changes nothing', () => {
    expect(laidOn(said, seen({ occupied: 8, operational: 12 }))).toMatchObject({ occupied: 8, source: 'lpz' })
    const asked = laidOn(said, seen({ ...differs, operational: 12 }))
    expect(asked).toMatchObject({ occupied: 6, source: 'desk', beside: { occupied: 12, source: 'lpz' } })
  })

  it('its own last word is what it repeats: an earlier one does not replace what lies beside', () => {
    const asked = laidOn(said, seen({ ...differs, observedAt: plus(-5) }))
    expect(layObservation(asked, seen({ occupied: 11, observedAt: plus(-5) }), NOW).as).toBe('older')
  })

  it('the desk takes it over, or says no and both stay to be seen', () => {
    const asked = laidOn(said, seen(differs))
    expect(laidOn(asked, desk({ ...differs, observedAt: NOW, reportedAt: NOW }))).toMatchObject({
      occupied: 12,
      beside: null,
    })
    expect(laidOn(asked, desk({ occupied: 7, observedAt: NOW, reportedAt: NOW }))).toMatchObject({
      occupied: 7,
      beside: { occupied: 12 },
    })
  })

  it('wins from a desk that has said nothing for four hours, and from invented figures', () => {
    const now = plus(241)
    const late = seen({ ...differs, observedAt: plus(240), reportedAt: plus(240) })
    expect(laidOn(said, late, now)).toMatchObject({ occupied: 12, source: 'lpz', beside: null })
    expect(laidOn({ ...said, source: 'example' }, seen(differs)).occupied).toBe(12)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actsNow } from '#shared/transfers/acts-now.ts'
import { BOARD_GROUPS, type Board, type BoardFilter, boardFilter, boardOf } from '#shared/transfers/board.ts'
import { TRANSFER_STATES, type Transfer } from '#shared/transfers/transfer.ts'
import { minutesSince, partUsed } from '#shared/transfers/turn.ts'
import { aTransfer, anId, people, places, plus, T0 } from '#test/support/builders.ts'
import { busyNation } from '#test/support/busy-nation.ts'

const board = (rows: readonly Transfer[], filter: BoardFilter = {}, viewer = people.rcps): Board =>
  boardOf(rows, new Map(), { filter, viewer, now: T0, nameOf: (id) => id })
const idsOf = (found: Board): string[] =>
  found.groups.flatMap(({ lines }) => lines.map(({ transfer }) => transfer.id))
const groupOf = (found: Board, name: string) => found.groups.find(({ group }) => group === name)

const since = (minutes: number, over: Partial<Transfer> = {}): Transfer =>
  aTransfer({ id: anId(minutes), since: plus(-minutes), waitingSince: plus(-minutes), ...over })

describe('the board', () => {
  it('every state has its group, and every group is there', () => {
    const rows = TRANSFER_STATES.map((state, at) => aTransfer({ id: anId(at), state }))
    const found = board(rows)
    expect(found.groups.map(({ group }) => group)).toEqual(BOARD_GROUPS)
    expect(idsOf(found).sort()).toEqual(rows.map(({ id }) => id).sort())
    expect(groupOf(found, 'verifying')?.lines.map(({ transfer }) => transfer.state)).toEqual([
      'submitted',
      'verifying',
    ])
    expect(groupOf(found, 'ended')?.lines.length).toBe(5)
    expect(found.open).toBe(TRANSFER_STATES.length - 5)
  })

  it('stands the one that used most of its time first, by the limit of its step and track', () => {
    // 40 of 30 minutes, 100 of 240, 250 of 240.
    const rows = [since(100), since(250), since(40, { kind: 'urgent', ground: 'patient-bound' })]
    expect(idsOf(board(rows))).toEqual([anId(40), anId(250), anId(100)])
    expect(board(rows).late).toBe(2)
    expect(groupOf(board(rows), 'matching')?.late).toBe(2)
  })

  it('is late only after the whole minute of the limit', () => {
    expect(board([since(240)]).late).toBe(0)
    expect(board([since(241)]).late).toBe(1)
  })

  it('finds a code as written on paper, and a hospital by its name', () => {
    const rows = [
      aTransfer({ code: 'K7Q3TB' }),
      aTransfer({ id: anId(7), code: 'M22222', to: 'isala-zwolle' }),
    ]
    expect(idsOf(board(rows, { text: 'k7q-3' }))).toEqual([aTransfer().id])
    expect(idsOf(board(rows, { text: 'Isala' }))).toEqual([anId(7)])
    expect(idsOf(board(rows, { text: 'nowhere' }))).toEqual([])
  })

  it('mine is what I claimed, or what waits for me and nobody claimed', () => {
    const claim = { person: people.rcps.id, role: 'rcps', org: places.region, at: T0 } as const
    const rows = [
      since(1),
      since(2, { claim }),
      since(3, { claim: { ...claim, person: 'another' } }),
      since(4, { level: 'national' }),
    ]
    expect(idsOf(board(rows, { mine: true }))).toEqual([anId(2), anId(1)])
  })

  it('a region is where it comes from or goes to', () => {
    const rows = [
      since(1),
      since(2, { fromRegion: 'azo' }),
      since(3, { fromRegion: 'nazw', toRegion: 'azo' }),
    ]
    expect(idsOf(board(rows, { region: 'azo' }))).toEqual([anId(3), anId(2)])
  })

  it('an address with words it does not know filters nothing', () => {
    expect(boardFilter({ bed: 'sofa', kind: 'later', mine: 'yes' })).toMatchObject({
      bed: undefined,
      kind: undefined,
      mine: false,
      late: false,
    })
  })

  it('loses and doubles nobody, and every filter only takes away', () => {
    const rows = busyNation(300)
    const anyFilter = fc.record(
      {
        bed: fc.constantFrom('ic', 'ward'),
        kind: fc.constantFrom('planned', 'urgent'),
        region: fc.constantFrom('nazmn', 'azo', 'nazb'),
        mine: fc.boolean(),
        late: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(anyFilter, fc.integer({ min: -60, max: 900 }), (filter, minutes) => {
        const at = plus(minutes)
        const view = { viewer: people.lcps, now: at, nameOf: (id: string) => id }
        const whole = boardOf(rows, new Map(), { ...view, filter: {} })
        const some = boardOf(rows, new Map(), { ...view, filter })
        expect(idsOf(whole).length).toBe(rows.length)
        expect(new Set(idsOf(whole)).size).toBe(rows.length)
        expect(idsOf(whole).filter((id) => idsOf(some).includes(id))).toEqual(idsOf(some))
        for (const { lines, late } of some.groups) {
          expect(lines.filter((line) => line.late).length).toBe(late)
          const used = lines.map(({ acts }) => partUsed(acts, at))
          expect(used).toEqual([...used].sort((a, b) => b - a))
          for (const line of lines) {
            const { since: from, limitMinutes } = actsNow(line.transfer, null)
            expect(line.late).toBe(limitMinutes !== null && minutesSince(from, at) > limitMinutes)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Flow, hideSmallFlows } from '#shared/access/small-flows.ts'

type Pair = readonly [from: number, to: number, count: number]

/** Pairs, what goes out of each place and comes into it, and the whole; into place 3 is told to nobody. */
function flowsOf(pairs: readonly Pair[]): Flow[] {
  const sum = (of: (pair: Pair) => boolean) =>
    pairs.filter(of).reduce((total, [, , count]) => total + count, 0)
  const flow = (id: string, from: string, to: string, count: number, rank = 1): Flow => ({
    ...{ id, from, to, count, rank },
    told: id !== 'in 3',
  })
  return [
    ...pairs.map(([from, to, count]) => flow(`${from}>${to}`, `o${from}`, `i${to}`, count, 0)),
    ...[0, 1, 2, 3].map((at) =>
      flow(
        `out ${at}`,
        's',
        `o${at}`,
        sum(([from]) => from === at),
      ),
    ),
    ...[0, 1, 2, 3].map((at) =>
      flow(
        `in ${at}`,
        `i${at}`,
        't',
        sum(([, to]) => to === at),
      ),
    ),
    flow(
      'whole',
      't',
      's',
      sum(() => true),
      2,
    ),
  ]
}
const hiddenOf = (pairs: readonly Pair[]) => [...hideSmallFlows(flowsOf(pairs))].sort()

const places = [0, 1, 2, 3].flatMap((from) => [0, 1, 2, 3].map((to) => [from, to] as const))
const tables = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 })), { minLength: 16, maxLength: 16 })
  .map((counts) =>
    places.flatMap(([from, to], at): Pair[] => ((counts[at] ?? 0) > 0 ? [[from, to, counts[at] ?? 0]] : [])),
  )

describe('counts that add up along two ways', () => {
  it.each<[string, Pair[], string[]]>([
    [
      'large ones are told',
      [
        [0, 1, 9],
        [1, 2, 7],
      ],
      [],
    ],
    [
      'a small one takes the next of its row, and one of each column',
      [
        [0, 0, 2],
        [0, 1, 7],
        [0, 2, 9],
      ],
      ['0>0', '0>1', 'in 0', 'in 1'],
    ],
    [
      'a small one alone takes its sums',
      [
        [0, 1, 3],
        [1, 2, 9],
        [2, 0, 9],
      ],
      ['0>1', '1>2', 'in 1', 'in 2', 'out 0', 'out 1'],
    ],
    [
      'five of one each are told neither apart nor together',
      [
        [0, 0, 1],
        [0, 1, 1],
        [0, 2, 1],
        [1, 0, 1],
        [1, 1, 1],
      ],
      ['0>0', '0>1', '0>2', '1>0', '1>1', 'in 0', 'in 1', 'in 2', 'out 0', 'out 1', 'whole'],
    ],
  ])('%s', (_, pairs, hidden) => {
    expect(hiddenOf(pairs)).toEqual(hidden)
  })

  it('no told sum leaves over one that is hidden, or fewer than five, of who did travel', () => {
    fc.assert(
      fc.property(tables, (pairs) => {
        const flows = flowsOf(pairs).filter(({ count }) => count > 0)
        const hidden = hideSmallFlows(flows)
        for (const { id, count } of flows) if (count < 5) expect(hidden.has(id)).toBe(true)
        for (const node of new Set(flows.map(({ from }) => from))) {
          const [out, into] = [
            flows.filter(({ from }) => from === node),
            flows.filter(({ to }) => to === node),
          ]
          for (const [sums, parts] of [
            [out, into],
            [into, out],
          ] as const) {
            if (sums.some(({ id }) => hidden.has(id))) continue
            const left = parts.filter(({ id }) => hidden.has(id))
            if (!left.some(({ count }) => count < 5)) continue
            expect(left.length).toBeGreaterThanOrEqual(2)
            expect(left.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(5)
          }
        }
      }),
    )
  })

  it('no equations over all told ones together give one that is under five', () => {
    fc.assert(
      fc.property(tables, (pairs) => {
        const flows = flowsOf(pairs).filter(({ count }) => count > 0)
        const ids = hideSmallFlows(flows)
        const unknown = flows.filter(({ id }) => ids.has(id))
        const nodes = [...new Set(flows.map(({ from }) => from))]
        const rows = nodes.map((node) =>
          unknown.map(({ from, to }) => (from === node ? 1 : 0) - (to === node ? 1 : 0)),
        )
        const solved = solvedColumns(rows, unknown.length)
        expect(unknown.filter((one, at) => one.count < 5 && solved.has(at)).map(({ id }) => id)).toEqual([])
      }),
    )
  })

  it('there is another table with the same told ones, for each that is under five', () => {
    const few = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(few, (counts) => {
        const pairs = counts.flatMap((count, at): Pair[] => (count > 0 ? [[at >> 1, at & 1, count]] : []))
        const flows = flowsOf(pairs)
        const hidden = hideSmallFlows(flows)
        const told = (some: readonly Flow[]) => JSON.stringify(some.filter(({ id }) => !hidden.has(id)))
        const same = tablesOver(pairs).filter((other) => told(flowsOf(other)) === told(flows))
        for (const { id, count } of flows)
          if (hidden.has(id) && count < 5) {
            const values = same.map((other) => flowsOf(other).find((one) => one.id === id)?.count)
            expect({ id, values: new Set(values).size > 1 }).toEqual({ id, values: true })
          }
      }),
      { numRuns: 40 },
    )
  })
})

/** Every table of the same pairs with one to eight each. */
const tablesOver = (pairs: readonly Pair[]): Pair[][] =>
  pairs.reduce<Pair[][]>(
    (made, [from, to]) =>
      made.flatMap((one) => Array.from({ length: 8 }, (_, at): Pair[] => [...one, [from, to, at + 1]])),
    [[]],
  )

/** Columns that the equations determine: alone in a row once all is eliminated. */
function solvedColumns(rows: number[][], columns: number): ReadonlySet<number> {
  let at = 0
  for (let column = 0; column < columns; column += 1) {
    const pivot = rows.findIndex((row, index) => index >= at && Math.abs(row[column] ?? 0) > 1e-9)
    const found = rows[pivot]
    if (found === undefined) continue
    rows.splice(pivot, 1)
    const lead = found.map((value) => value / (found[column] ?? 1))
    rows.splice(at, 0, lead)
    rows.forEach((row, index) => {
      const factor = row[column] ?? 0
      if (index !== at && factor !== 0)
        rows[index] = row.map((value, place) => value - factor * (lead[place] ?? 0))
    })
    at += 1
  }
  return new Set(
    rows.flatMap((row) => {
      const left = row.flatMap((value, index) => (Math.abs(value) > 1e-9 ? [index] : []))
      return left.length === 1 ? left : []
    }),
  )
}

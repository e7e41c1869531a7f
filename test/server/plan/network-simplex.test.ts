import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Arc, cheapestCirculation, makeArc, makeNode, type Node } from '#server/plan/network-simplex.ts'

type Drawn = { from: number; to: number; capacity: number; high: number; low: number }

const anyNetwork = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    arcs: fc.array(
      fc.record({
        from: fc.nat(size - 1),
        to: fc.nat(size - 1),
        // Small numbers, so that ties and full arcs are common.
        capacity: fc.nat(3),
        high: fc.integer({ min: -3, max: 3 }),
        low: fc.integer({ min: -5, max: 5 }),
      }),
      { maxLength: 40 },
    ),
  }),
)

function solved(size: number, drawn: readonly Drawn[]): { nodes: Node[]; arcs: Arc[] } {
  const nodes = Array.from({ length: size }, makeNode)
  const at = (index: number): Node => nodes[index] ?? makeNode()
  const arcs = drawn.map(({ from, to, capacity, high, low }) =>
    makeArc(at(from), at(to), capacity, high, low),
  )
  cheapestCirculation(nodes, arcs)
  return { nodes, arcs }
}

type Step = { from: Node; to: Node; high: number; low: number }

/** Where one more unit could still go, and what it would cost. */
const residual = (arcs: readonly Arc[]): Step[] =>
  arcs.flatMap(({ from, to, capacity, high, low, flow }) => [
    ...(flow < capacity ? [{ from, to, high, low }] : []),
    ...(flow > 0 ? [{ from: to, to: from, high: -high, low: -low }] : []),
  ])

/** Bellman and Ford: a way to lower the cost, if there is one, is a cycle that keeps getting cheaper. */
function hasCheaperCycle(nodes: readonly Node[], steps: readonly Step[]): boolean {
  const cost = new Map(nodes.map((node) => [node, { high: 0, low: 0 }]))
  let changed = true
  for (let round = 0; round <= nodes.length && changed; round++) {
    changed = false
    for (const { from, to, high, low } of steps) {
      const [start, end] = [cost.get(from), cost.get(to)]
      if (!start || !end) continue
      const through = { high: start.high + high, low: start.low + low }
      if (through.high < end.high || (through.high === end.high && through.low < end.low)) {
        cost.set(to, through)
        changed = true
      }
    }
  }
  return changed
}

describe('cheapestCirculation', () => {
  it('keeps every capacity, loses nothing at any node, and leaves no cheaper way', () => {
    fc.assert(
      fc.property(anyNetwork, ({ size, arcs: drawn }) => {
        const { nodes, arcs } = solved(size, drawn)
        const balance = new Map(nodes.map((node) => [node, 0]))
        for (const { from, to, capacity, flow } of arcs) {
          expect(Number.isInteger(flow) && flow >= 0 && flow <= capacity).toBe(true)
          balance.set(from, (balance.get(from) ?? 0) - flow)
          balance.set(to, (balance.get(to) ?? 0) + flow)
        }
        expect([...balance.values()].filter((left) => left !== 0)).toEqual([])
        expect(hasCheaperCycle(nodes, residual(arcs))).toBe(false)
      }),
      { numRuns: 3000 },
    )
  })

  it('minds the low cost only where the high cost is equal', () => {
    const drawn = [
      { from: 0, to: 1, capacity: 1, high: -5, low: 100 },
      { from: 0, to: 1, capacity: 1, high: -5, low: 7 },
      { from: 0, to: 1, capacity: 1, high: -4, low: -1000 },
      { from: 1, to: 0, capacity: 1, high: 0, low: 0 },
    ]
    expect(solved(2, drawn).arcs.map(({ flow }) => flow)).toEqual([0, 1, 0, 1])
  })

  it('leaves an empty network as it is', () => {
    expect(solved(1, []).arcs).toEqual([])
  })
})

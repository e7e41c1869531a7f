// The cheapest circulation in a network, in whole numbers: a network simplex with costs of two ranks.
// Called by as-network. It knows nothing of patients; every cost and capacity must be a whole number.

/** A unit over an arc costs `high`, and, where that is equal, `low`. */
export type Arc = {
  readonly from: Node
  readonly to: Node
  readonly capacity: number
  readonly high: number
  readonly low: number
  flow: number
  /** Where the flow may still go: up from zero (1), down from the capacity (-1), or as the tree needs (0). */
  way: 1 | 0 | -1
}

/** A node of the network, and its place in the spanning tree. */
export type Node = {
  parent: Node | null
  /** The arc between this node and its parent. */
  arc: Arc | null
  children: Set<Node>
  depth: number
  priceHigh: number
  priceLow: number
}

export const makeNode = (): Node => ({
  parent: null,
  arc: null,
  children: new Set(),
  depth: 0,
  priceHigh: 0,
  priceLow: 0,
})

export const makeArc = (from: Node, to: Node, capacity: number, high: number, low: number): Arc => ({
  from,
  to,
  capacity,
  high,
  low,
  flow: 0,
  way: 1,
})

/**
 * Sets the arcs' flow so that nothing costs less, first by `high`, then by `low`. Nodes and arcs must be fresh, and
 * every cycle of negative cost bounded by a capacity. The tree stays strongly feasible (Cunningham 1976), so the
 * search ends however many ties there are.
 */
export function cheapestCirculation(nodes: readonly Node[], arcs: readonly Arc[]): void {
  hangOnRoot(nodes, arcs)
  const block = Math.max(20, Math.ceil(Math.sqrt(arcs.length)))
  const blocks = Math.ceil(arcs.length / block)
  let turn = 0
  for (let idle = 0; idle < blocks; turn = (turn + 1) % blocks) {
    const entering = mostNegative(arcs, turn * block, (turn + 1) * block)
    idle = entering === null ? idle + 1 : 0
    if (entering !== null) pivot(entering)
  }
}

/** The first tree: every node on a root, by an arc so dear that nothing ever flows over it. */
function hangOnRoot(nodes: readonly Node[], arcs: readonly Arc[]): void {
  const dear = (nodes.length + 1) * (1 + arcs.reduce((most, { high }) => Math.max(most, Math.abs(high)), 0))
  const root = makeNode()
  for (const node of nodes) {
    hang(node, root, { ...makeArc(node, root, Number.MAX_SAFE_INTEGER, dear, 0), way: 0 })
    node.depth = 1
    node.priceHigh = -dear
  }
}

/** The arc of a block that would lower the cost most per unit, or null. */
function mostNegative(arcs: readonly Arc[], start: number, end: number): Arc | null {
  let best: Arc | null = null
  let bestHigh = 0
  let bestLow = 0
  for (let at = start; at < end; at++) {
    const arc = arcs[at]
    if (arc === undefined) break
    if (arc.way === 0) continue
    const high = arc.way * (arc.high + arc.from.priceHigh - arc.to.priceHigh)
    if (high > bestHigh) continue
    const low = arc.way * (arc.low + arc.from.priceLow - arc.to.priceLow)
    if (high < bestHigh || low < bestLow) {
      best = arc
      bestHigh = high
      bestLow = low
    }
  }
  return best
}

/** Pushes what fits around the cycle that the entering arc closes; the arc that stops it leaves the tree. */
function pivot(entering: Arc): void {
  const [first, second] = entering.way === 1 ? [entering.from, entering.to] : [entering.to, entering.from]
  const join = meetingPoint(first, second)
  let room = entering.capacity
  let leaving: Node | null = null
  let onFirstSide = false
  // Flow goes down from the meeting point to `first`, over the entering arc, and up from `second`.
  for (const { node, arc } of pathTo(join, first)) {
    const left = arc.from === node ? arc.flow : arc.capacity - arc.flow
    if (left < room) [room, leaving, onFirstSide] = [left, node, true]
  }
  // The last arc of the cycle that stops it, seen from the meeting point: this keeps the tree strongly feasible.
  for (const { node, arc } of pathTo(join, second)) {
    const left = arc.from === node ? arc.capacity - arc.flow : arc.flow
    if (left <= room) [room, leaving, onFirstSide] = [left, node, false]
  }
  push(entering, room, join, first, second)
  if (leaving === null) entering.way = entering.way === 1 ? -1 : 1
  else if (onFirstSide) replace(leaving, entering, first, second)
  else replace(leaving, entering, second, first)
}

/** The nodes from one up to an ancestor, each with the arc to its parent. */
function* pathTo(ancestor: Node, from: Node): Generator<{ node: Node; arc: Arc }> {
  for (let node: Node | null = from; node !== null && node !== ancestor; node = node.parent) {
    if (node.arc !== null) yield { node, arc: node.arc }
  }
}

function meetingPoint(a: Node, b: Node): Node {
  let [left, right] = [a, b]
  while (left !== right) {
    const deeper: Node = left.depth >= right.depth ? left : right
    if (deeper.parent === null) return deeper
    if (deeper === left) left = deeper.parent
    else right = deeper.parent
  }
  return left
}

function push(entering: Arc, amount: number, join: Node, first: Node, second: Node): void {
  if (amount === 0) return
  entering.flow += entering.way * amount
  for (const { node, arc } of pathTo(join, first)) arc.flow += arc.from === node ? -amount : amount
  for (const { node, arc } of pathTo(join, second)) arc.flow += arc.from === node ? amount : -amount
}

/** The subtree under `cut` hangs by the entering arc from now on: `inside` is its end there, `outside` the other. */
function replace(cut: Node, entering: Arc, inside: Node, outside: Node): void {
  const out = cut.arc
  if (out !== null) out.way = out.flow === 0 ? 1 : -1
  entering.way = 0
  let child = outside
  let arc = entering
  for (let node: Node | null = inside; node !== null; ) {
    const { parent, arc: above }: Node = node
    const last: boolean = node === cut
    parent?.children.delete(node)
    hang(node, child, arc)
    if (last || above === null) break
    child = node
    arc = above
    node = parent
  }
  reprice(inside, outside, entering)
}

function hang(node: Node, parent: Node, arc: Arc): void {
  node.parent = parent
  node.arc = arc
  parent.children.add(node)
}

/** Makes the entering arc cost nothing by the prices, and counts depths anew. */
function reprice(top: Node, parent: Node, arc: Arc): void {
  const sign = arc.from === top ? -1 : 1
  const byHigh = parent.priceHigh + sign * arc.high - top.priceHigh
  const byLow = parent.priceLow + sign * arc.low - top.priceLow
  const open: Node[] = [top]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    node.priceHigh += byHigh
    node.priceLow += byLow
    node.depth = (node.parent?.depth ?? -1) + 1
    for (const child of node.children) open.push(child)
  }
}

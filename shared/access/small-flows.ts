// Counts that add up along two ways, as from region to region: what of them is hidden so that none under five can be
// reckoned from the others. Called by shared/reports/hide-moves.ts.
import { byCodeUnit } from '#shared/code-unit-order.ts'
import { SMALLEST_GROUP } from './small-groups.ts'

/** What comes into a node goes out of it. `rank`: hidden for another's sake first where it is low. */
export type Flow = { id: string; from: string; to: string; count: number; told: boolean; rank: number }

/** Over which arcs one comes from a node to the next. */
type Way = (flow: Flow, forward: boolean) => boolean

/**
 * Ids that are hidden: under five, not told anyhow, and what goes with them, until of each that is under five
 * (1) every sum or difference of told ones that leaves it over, and nothing that is taken off, leaves five or more, and
 * (2) it could be another number, where each hidden one is at least one. Who is nobody is known: it has no line.
 */
export function hideSmallFlows(flows: readonly Flow[]): ReadonlySet<string> {
  const known = flows.filter(({ count }) => count > 0)
  const few = known.filter(({ count }) => count < SMALLEST_GROUP)
  const hidden = new Set(known.filter((one) => !one.told || few.includes(one)))
  const withIt: Flow[] = []
  for (const flow of few)
    for (let side = tellingSide(flow, hidden); side !== null; side = tellingSide(flow, hidden)) {
      const inside = side
      const crosses = ({ from, to }: Flow) => inside.has(from) !== inside.has(to)
      const [next] = known.filter((one) => !hidden.has(one) && crosses(one)).sort(byWorth)
      if (next === undefined) throw new Error('flows do not add up')
      hidden.add(next)
      withIt.push(next)
    }
  // What went with one of them may not be needed since the others went.
  for (const flow of withIt.sort(byWorth).reverse()) {
    hidden.delete(flow)
    if (few.some((one) => tellingSide(one, hidden) !== null)) hidden.add(flow)
  }
  return new Set([...hidden].map(({ id }) => id))
}

const byWorth = (a: Flow, b: Flow): number => a.rank - b.rank || a.count - b.count || byCodeUnit(a.id, b.id)

/** Nodes whose sums, taken together, tell of this one; null: none do. */
const tellingSide = (flow: Flow, hidden: ReadonlySet<Flow>): ReadonlySet<string> | null =>
  fewSide(flow, hidden) ?? fixedSide(flow, hidden)

/** The smallest cut through it that hidden ones cross one way only, where fewer than five cross it. */
function fewSide(flow: Flow, hidden: ReadonlySet<Flow>): ReadonlySet<string> | null {
  const used = new Map<Flow, number>()
  const open: Way = (one, forward) => !forward || (used.get(one) ?? 0) < one.count
  for (let sent = 0; sent < SMALLEST_GROUP; sent += 1) {
    const came = reach(flow.from, hidden, open)
    if (!came.has(flow.to)) return new Set(came.keys())
    for (let step = came.get(flow.to); step != null; step = came.get(step.at))
      used.set(step.flow, (used.get(step.flow) ?? 0) + (step.at === step.flow.from ? 1 : -1))
  }
  return null
}

/** One more of it, or one fewer, must be made up for by others; none goes below one. */
function fixedSide(flow: Flow, hidden: ReadonlySet<Flow>): ReadonlySet<string> | null {
  const others = new Set([...hidden].filter((one) => one !== flow))
  const open: Way = ({ count }, forward) => forward || count > 1
  const more = reach(flow.to, others, open)
  if (more.has(flow.from)) return null
  if (flow.count > 1 && reach(flow.from, others, open).has(flow.to)) return null
  return new Set(more.keys())
}

type Step = { flow: Flow; at: string } | null

/** Node → how it was come to. */
function reach(start: string, flows: ReadonlySet<Flow>, open: Way): Map<string, Step> {
  const came = new Map<string, Step>([[start, null]])
  const waiting = [start]
  for (const at of waiting)
    for (const flow of flows) {
      const forward = flow.from === at
      const next = forward ? flow.to : flow.from
      if ((!forward && flow.to !== at) || came.has(next) || !open(flow, forward)) continue
      came.set(next, { flow, at })
      waiting.push(next)
    }
  return came
}

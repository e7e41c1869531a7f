// The plan as flow in a network, exact in whole numbers: how many can be placed, and the whole plan where it is a
// network (docs/decisions/009-plan-solver.md says when). Called by solve-model.
import type { PlanModel } from '#shared/matching/plan-model.ts'
import type { Flow } from './flow.ts'
import { type Arc, cheapestCirculation, makeArc, makeNode, type Node } from './network-simplex.ts'

/** Without shares to mind, or with every request minding them, a whole flow is as good as any fraction of one. */
export const isNetwork = ({ classes }: PlanModel): boolean =>
  classes.every(({ counted }) => !counted) || classes.every(({ counted }) => counted)

const UNBOUNDED = 1e9

/** The optimum of a model that is a network. */
export const solveAsNetwork = (model: PlanModel): Flow[] => flowsIn(model, model.gaps)

/**
 * As many urgent requests as can be placed and as many in all, as near as they can, shares disregarded. (Both at
 * once: the sets of requests that can be placed together are a matroid.)
 */
export const placeWithoutShares = (model: PlanModel): Flow[] => flowsIn(model, [])

function flowsIn(model: PlanModel, gaps: readonly number[]): Flow[] {
  const root = makeNode()
  const groups = gaps.map(makeNode)
  const inGroup = (index: number, counted: boolean): Node => (counted && groups[index]) || root
  // Placing one more outweighs all that one cycle can do to the shares: it passes each group at most twice.
  const placing = 1 + 4 * (gaps.length + 1) * model.unit
  const arcs = gaps.flatMap((gap, index) => shareArcs(groups[index] ?? root, root, gap, model.unit))
  const nodes = [root, ...groups]
  const sharesMatter = model.classes.some(({ counted }) => counted)
  const beds = model.hospitals.map((hospital) => {
    const [all, planned] = [makeNode(), makeNode()]
    nodes.push(all, planned)
    arcs.push(makeArc(all, inGroup(hospital.group, sharesMatter), hospital.freeInclBoss, 0, 0))
    arcs.push(makeArc(planned, all, hospital.free, 0, 0))
    return { all, planned }
  })
  const scale = distanceScale(model)
  const flows: { class: number; option: number; arc: Arc }[] = []
  model.classes.forEach((alike, index) => {
    const node = makeNode()
    nodes.push(node)
    const { urgent, counted, group, requests, earlier } = alike
    arcs.push(makeArc(inGroup(group, counted), node, requests.length, urgent ? -2 * placing : -placing, 0))
    alike.options.forEach(({ hospital, millimetres }, option) => {
      const to = urgent ? beds[hospital]?.all : beds[hospital]?.planned
      if (to === undefined) return
      const stays = hospital === earlier ? 1 : 0
      const arc = makeArc(node, to, UNBOUNDED, 0, millimetres * scale - stays)
      flows.push({ class: index, option, arc })
    })
  })
  cheapestCirculation(nodes, [...arcs, ...flows.map(({ arc }) => arc)])
  return flows
    .filter(({ arc }) => arc.flow > 0)
    .map(({ class: alike, option, arc }) => ({ class: alike, option, patients: arc.flow }))
}

/** A millimetre outweighs all requests that could stay where an earlier plan sent them. */
export const distanceScale = ({ classes }: PlanModel): number =>
  classes.some(({ earlier }) => earlier >= 0)
    ? 1 + classes.reduce((sum, { requests }) => sum + requests.length, 0)
    : 1

/** |patients gained − gap| rises by the same with every patient but one, and never less than before. */
function shareArcs(group: Node, root: Node, gap: number, unit: number): Arc[] {
  return [...towards(gap, group, root, unit), ...towards(-gap, root, group, unit)]
}

function towards(gap: number, from: Node, to: Node, unit: number): Arc[] {
  const whole = Math.max(0, Math.floor(gap / unit))
  const rest = gap - whole * unit
  if (gap <= 0) return [makeArc(from, to, UNBOUNDED, unit, 0)]
  return [
    makeArc(from, to, whole, -unit, 0),
    makeArc(from, to, 1, unit - 2 * rest, 0),
    makeArc(from, to, UNBOUNDED, unit, 0),
  ]
}

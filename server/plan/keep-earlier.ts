// Of the best plans one that moves few of those whom an earlier plan sent somewhere: what a coordinator has already told
// people is changed for a better plan only. Called by make-plan; docs/decisions/056-plans-stay.md has the reasoning.
import type { Assignment, PlanInput, PlanObjective } from '#shared/matching/plan.ts'
import { planFaults } from '#shared/matching/plan-check.ts'
import { type PlanModel, planModel, type RequestClass } from '#shared/matching/plan-model.ts'
import { planObjective } from '#shared/matching/plan-objective.ts'
import { distanceScale, isNetwork, solveAsNetwork } from './as-network.ts'
import { assignmentsOf, type Flow } from './flow.ts'
import { type Arc, cheapestCirculation, makeArc, makeNode, type Node } from './network-simplex.ts'

type Found = { model: PlanModel; flows: readonly Flow[]; first: readonly Assignment[] }

/** A plan that achieves exactly what `first` does. */
export function keepEarlier(input: PlanInput, found: Found, earlier: readonly Assignment[]): Assignment[] {
  const best = planObjective(input, found.first)
  const sentTo = new Map(earlier.map(({ request, hospital }) => [request, hospital]))
  const whole = input.requests.map(({ id }) => ({ request: id, hospital: sentTo.get(id) ?? null }))
  if (isAsGood(input, whole, best)) return whole
  const model = planModel(input, earlier)
  const flows = isNetwork(model) ? solveAsNetwork(model) : dealAnew(model, found)
  return assignmentsOf(input, model, flows)
}

const isAsGood = (input: PlanInput, assignments: Assignment[], best: PlanObjective): boolean => {
  const objective = planObjective(input, assignments)
  const figures = ['urgentPlaced', 'placed', 'deviation', 'distanceKm'] as const
  return (
    figures.every((figure) => objective[figure] === best[figure]) &&
    planFaults(input, { objective, assignments }).length === 0
  )
}

/**
 * Where the plan is no network: every hospital takes as many urgent and planned, spreading and other patients as in the
 * plan that was found, and every group gives as many; who they are is dealt anew. That is a network again.
 */
function dealAnew(model: PlanModel, found: Found): Flow[] {
  const root = makeNode()
  const nodes = [root]
  const arcs: Arc[] = []
  const scale = distanceScale(model)
  const { pools, slots } = countsOf(found)
  const named = (counts: ReadonlyMap<string, number>, arc: (node: Node, count: number) => Arc) =>
    new Map(
      [...counts].map(([name, count]) => {
        const node = makeNode()
        nodes.push(node)
        arcs.push(arc(node, count))
        return [name, node]
      }),
    )
  // Every one of them is placed again: that goes before any distance.
  const poolNodes = named(pools, (node, count) => makeArc(root, node, count, -1, 0))
  const slotNodes = named(slots, (node, count) => makeArc(node, root, count, 0, 0))
  const flows: { class: number; option: number; arc: Arc }[] = []
  model.classes.forEach((alike, index) => {
    const pool = poolNodes.get(poolOf(alike))
    if (pool === undefined) return
    const node = makeNode()
    nodes.push(node)
    arcs.push(makeArc(pool, node, alike.requests.length, 0, 0))
    alike.options.forEach(({ hospital, millimetres }, option) => {
      const slot = slotNodes.get(slotOf(alike, hospital))
      if (slot === undefined) return
      const stays = hospital === alike.earlier ? 1 : 0
      const arc = makeArc(node, slot, alike.requests.length, 0, millimetres * scale - stays)
      flows.push({ class: index, option, arc })
    })
  })
  cheapestCirculation(nodes, [...arcs, ...flows.map(({ arc }) => arc)])
  return flows
    .filter(({ arc }) => arc.flow > 0)
    .map(({ class: alike, option, arc }) => ({ class: alike, option, patients: arc.flow }))
}

const poolOf = ({ urgent, counted, group }: RequestClass): string =>
  `${urgent} ${counted} ${counted ? group : ''}`
const slotOf = ({ urgent, counted }: RequestClass, hospital: number): string =>
  `${urgent} ${counted} ${hospital}`

function countsOf({ model, flows }: Found) {
  const pools = new Map<string, number>()
  const slots = new Map<string, number>()
  const add = (counts: Map<string, number>, name: string, patients: number) =>
    counts.set(name, (counts.get(name) ?? 0) + patients)
  for (const { class: index, option, patients } of flows) {
    const alike = model.classes[index]
    const hospital = alike?.options[option]?.hospital
    if (alike === undefined || hospital === undefined) continue
    add(pools, poolOf(alike), patients)
    add(slots, slotOf(alike, hospital), patients)
  }
  return { pools, slots }
}

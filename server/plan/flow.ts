// What the solvers of the plan give: how many of each class go where. Called by both solvers and by make-plan.
import type { Assignment, PlanInput } from '#shared/matching/plan.ts'
import type { PlanModel } from '#shared/matching/plan-model.ts'

/** So many of a class take one of its options; both are indexes into the model. */
export type Flow = { class: number; option: number; patients: number }

/** Requests that a plan places. */
export type Placing = { urgent: number; planned: number }

export function placingOf(model: PlanModel, flows: readonly Flow[]): Placing {
  const placing = { urgent: 0, planned: 0 }
  for (const flow of flows) {
    if (model.classes[flow.class]?.urgent) placing.urgent += flow.patients
    else placing.planned += flow.patients
  }
  return placing
}

/** Σ |patients gained − gap| over the groups, in the model's whole units. */
export function deviationOf(model: PlanModel, flows: readonly Flow[]): number {
  const gained = model.gaps.map(() => 0)
  const add = (group: number, patients: number) => {
    const before = gained[group]
    if (before !== undefined) gained[group] = before + patients
  }
  for (const { class: index, option, patients } of flows) {
    const alike = model.classes[index]
    const hospital = model.hospitals[alike?.options[option]?.hospital ?? -1]
    if (!alike?.counted || hospital === undefined) continue
    add(alike.group, -patients)
    add(hospital.group, patients)
  }
  return model.gaps.reduce((sum, gap, group) => sum + Math.abs(model.unit * (gained[group] ?? 0) - gap), 0)
}

/** Requests of a class are alike: the first ones take the first options. */
export function assignmentsOf(input: PlanInput, model: PlanModel, flows: readonly Flow[]): Assignment[] {
  const goesTo = new Map<number, string>()
  const waiting = model.classes.map(({ requests }) => [...requests])
  for (const { class: index, option, patients } of flows) {
    const hospital = model.hospitals[model.classes[index]?.options[option]?.hospital ?? -1]
    for (const request of waiting[index]?.splice(0, patients) ?? [])
      if (hospital) goesTo.set(request, hospital.id)
  }
  return input.requests.map(({ id }, index) => ({ request: id, hospital: goesTo.get(index) ?? null }))
}

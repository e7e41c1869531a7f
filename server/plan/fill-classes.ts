// Vehicles that a filling cannot tell apart, as one: the search is then shorter by as much. Called by fill-search only.
import type { FillInput, FillRoute } from '#shared/transport/fill.ts'

/** Per class its members; the first stands for all. */
export function classesOf({ vehicles, rides }: FillInput): number[][] {
  const classes = new Map<string, number[]>()
  vehicles.forEach(({ id: _, ...vehicle }, at) => {
    const alike = JSON.stringify([vehicle, rides.map(({ fits }) => fits[at] ?? null)])
    classes.set(alike, [...(classes.get(alike) ?? []), at])
  })
  return [...classes.values()]
}

/** Each route to a member of its own. */
export function toMembers(classes: readonly number[][], routes: readonly FillRoute[]): FillRoute[] {
  const left = new Map(classes.map((members) => [members[0], [...members]]))
  return routes.flatMap((route) => {
    const vehicle = left.get(route.vehicle)?.shift()
    return vehicle === undefined ? [] : [{ ...route, vehicle }]
  })
}

/** Each route to the one that stands for its vehicle. */
export function toFirst(classes: readonly number[][], routes: readonly FillRoute[]): FillRoute[] {
  const first = new Map(classes.flatMap((members) => members.map((one) => [one, members[0] ?? one] as const)))
  return routes.map((route) => ({ ...route, vehicle: first.get(route.vehicle) ?? route.vehicle }))
}

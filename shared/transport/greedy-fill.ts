// The day filled as by hand: the most urgent first, each to the vehicle that drives the least empty. What the best
// filling is held against, and where its search begins.
import { costOf, extend, type FillInput, type FillLeg, type FillRoute, startOf } from './fill.ts'

/** A route per vehicle that drives at all. */
export function greedyFill(input: FillInput): FillRoute[] {
  const states = input.vehicles.map(startOf)
  const legs: FillLeg[][] = input.vehicles.map(() => [])
  const costs = input.vehicles.map(() => 0)
  const order = input.rides
    .map((ride, index) => ({ ride, index }))
    .sort(
      (a, b) =>
        Number(b.ride.urgent) - Number(a.ride.urgent) ||
        a.ride.latest - b.ride.latest ||
        a.ride.earliest - b.ride.earliest ||
        a.index - b.index,
    )
  for (const { ride, index } of order) {
    const best = Object.keys(ride.fits)
      .map(Number)
      .flatMap((at) => {
        const [vehicle, state] = [input.vehicles[at], states[at]]
        const made = vehicle && state && extend(input, vehicle, state, ride)
        return made ? [{ at, made, cost: costOf(ride, at, made.emptyKm, made.departs) }] : []
      })
      .sort((a, b) => a.cost - b.cost || a.at - b.at)[0]
    if (best === undefined) continue
    states[best.at] = best.made.state
    legs[best.at]?.push({ ride: index, departs: best.made.departs, emptyKm: best.made.emptyKm })
    costs[best.at] = (costs[best.at] ?? 0) + best.cost
  }
  return legs.flatMap((own, vehicle) =>
    own.length === 0 ? [] : [{ vehicle, legs: own, cost: costs[vehicle] ?? 0 }],
  )
}

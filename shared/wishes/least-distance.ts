// Who goes where when only the kilometres count: the transport problem, solved exactly in whole patients by successive
// cheapest paths. Called by propose-wishes.ts; a dozen places at most, so nothing cleverer is needed.

export type Amount = { id: string; patients: number }
export type Haul = { from: string; to: string; patients: number }

type Path = { cost: number; before: number }
const NONE = -1

/**
 * Moves as much as both sides allow, over the least Σ patients × km. `km` is symmetric or not, never negative. The same
 * amounts give the same hauls.
 */
export function leastDistance(
  gives: readonly Amount[],
  takes: readonly Amount[],
  km: (from: string, to: string) => number,
): Haul[] {
  const cost = gives.map((from) => takes.map((to) => km(from.id, to.id)))
  const flow = gives.map(() => takes.map(() => 0))
  const left = gives.map(({ patients }) => patients)
  const room = takes.map(({ patients }) => patients)
  const at = (matrix: readonly (readonly number[])[], i: number, j: number) => matrix[i]?.[j] ?? 0
  for (;;) {
    const { ends, starts } = cheapestPaths(cost, flow, left)
    const end = bestEnd(ends, room)
    if (end === NONE) break
    const steps = stepsTo(end, ends, starts)
    const first = steps.at(-1)?.give ?? NONE
    const amount = Math.min(
      room[end] ?? 0,
      left[first] ?? 0,
      ...steps.flatMap(({ give, via }) => (via === NONE ? [] : [at(flow, give, via)])),
    )
    for (const { give, take, via } of steps) {
      addTo(flow, give, take, amount)
      if (via !== NONE) addTo(flow, give, via, -amount)
    }
    left[first] = (left[first] ?? 0) - amount
    room[end] = (room[end] ?? 0) - amount
  }
  return gives.flatMap(({ id: from }, i) =>
    takes.flatMap(({ id: to }, j) => (at(flow, i, j) > 0 ? [{ from, to, patients: at(flow, i, j) }] : [])),
  )
}

function addTo(flow: number[][], i: number, j: number, amount: number): void {
  const row = flow[i]
  if (row !== undefined) row[j] = (row[j] ?? 0) + amount
}

/** Bellman-Ford over what may still move, back along what moved already. `before`: the place a path comes from. */
function cheapestPaths(cost: readonly number[][], flow: readonly number[][], left: readonly number[]) {
  const starts: Path[] = left.map((patients) => ({ cost: patients > 0 ? 0 : Infinity, before: NONE }))
  const ends: Path[] = (cost[0] ?? []).map(() => ({ cost: Infinity, before: NONE }))
  const better = (path: Path, sum: number, before: number): boolean => {
    // Kilometres are fractions: what is equal but for rounding is equal.
    if (!(sum < path.cost - 1e-9)) return false
    path.cost = sum
    path.before = before
    return true
  }
  for (let moved = true; moved; ) {
    moved = false
    starts.forEach((start, i) => {
      ends.forEach((end, j) => {
        const step = cost[i]?.[j] ?? Infinity
        if (better(end, start.cost + step, i)) moved = true
        if ((flow[i]?.[j] ?? 0) > 0 && better(start, end.cost - step, j)) moved = true
      })
    })
  }
  return { starts, ends }
}

function bestEnd(ends: readonly Path[], room: readonly number[]): number {
  let best = NONE
  ends.forEach(({ cost }, j) => {
    if ((room[j] ?? 0) > 0 && cost < (best === NONE ? Infinity : (ends[best]?.cost ?? Infinity))) best = j
  })
  return best
}

type Step = { give: number; take: number /** Takes back what this one gave there before. */; via: number }

/** From the end back to a place that has somebody left. */
function stepsTo(end: number, ends: readonly Path[], starts: readonly Path[]): Step[] {
  const steps: Step[] = []
  for (let take = end; take !== NONE; ) {
    const give = ends[take]?.before ?? NONE
    const via = starts[give]?.before ?? NONE
    steps.push({ give, take, via })
    take = via
  }
  return steps
}

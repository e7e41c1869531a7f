// The best filling of a day: routes are added as long as one is worth it at the prices of the moment, then the best
// whole choice is taken. The prices give a bound that no filling beats: proven where it is met, told as a gap where not.
// Called by the worker; docs/decisions/071 has the reasoning.
import loadHighs, { type Highs } from 'highs'
import { type FillInput, type FillRoute, type FillTotals, totalsOf } from '#shared/transport/fill.ts'
import { greedyFill } from '#shared/transport/greedy-fill.ts'
import { classesOf, toFirst, toMembers } from './fill-classes.ts'
import { choose, type Prices, pricesOf, rounded } from './fill-master.ts'
import { priceRoutes, type Reach, reachOf } from './fill-routes.ts'

export type Filling = {
  routes: FillRoute[]
  totals: FillTotals
  /** As by hand. */
  greedy: FillTotals
  optimal: boolean
  /** By so many kilometres (a planned ride not driven is 2000) a better one could exist; null: no bound was found in time. */
  gap: number | null
  ms: number
}

/** Routes that one vehicle may add at once. */
const MOST = 40
/** Of the time, what is kept for the choice. */
const CHOICE_SHARE = 0.25

export async function fillDay(input: FillInput, limitMs: number): Promise<Filling> {
  const highs = await loadHighs()
  const began = performance.now()
  const left = () => limitMs - (performance.now() - began)
  const byHand = greedyFill(input)
  const classes = classesOf(input)
  const reaches = classes.map(([first = 0]) => reachOf(input, first))
  const search: Search = { input, classes, reaches, known: new Map(), left, limitMs }
  add(search, toFirst(search.classes, byHand))
  const bound = input.rides.length === 0 ? 0 : searchRoutes(highs, search)
  const found = [byHand, ...chosenOf(highs, search)]
  const better = found.reduce((best, one) => (costAll(one) < costAll(best) ? one : best))
  const gap = bound === null ? null : Math.max(0, costAll(better) - bound)
  return {
    routes: better,
    totals: totalsOf(input, better),
    greedy: totalsOf(input, byHand),
    // Kilometres are whole, minutes of urgent rides halves: what is nearer than that is met.
    optimal: gap !== null && gap < 0.25,
    gap,
    ms: Math.round(performance.now() - began),
  }
}

/** Whole choices: by rounding, and the best among the routes that could be in one that is better still. */
function chosenOf(highs: Highs, search: Search): FillRoute[][] {
  const { classes, left } = search
  const routes = [...search.known.values()]
  if (routes.length === 0) return []
  const prices = pricesOf(highs, { ...search, routes })
  const quick = rounded({ ...search, routes }, prices.driven)
  // Beyond the best in fractions by more than this choice is, no route can make a better one.
  const room = costAll(quick) - prices.cost
  const near = routes.filter((_, at) => (prices.beyond[at] ?? 0) <= room + 1e-6)
  const best = choose(highs, { ...search, routes: near }, left() / 1000)
  return [quick, ...(best === null ? [] : [best])].map((chosen) => toMembers(classes, chosen))
}

type Search = {
  input: FillInput
  classes: number[][]
  reaches: (Reach | null)[]
  known: Map<string, FillRoute>
  left: () => number
  limitMs: number
}

const costAll = (routes: readonly FillRoute[]): number => routes.reduce((sum, { cost }) => sum + cost, 0)
const keyOf = ({ vehicle, legs }: FillRoute): string => `${vehicle}:${legs.map(({ ride }) => ride).join()}`
const isOver = ({ left, limitMs }: Search): boolean => left() < limitMs * CHOICE_SHARE

/** How many were new. */
function add({ known }: Search, routes: readonly FillRoute[]): number {
  const before = known.size
  for (const route of routes) known.set(keyOf(route), route)
  return known.size - before
}

/** Adds what is worth it, first in haste, at the end with a bound; gives the best bound, null where there was no time. */
function searchRoutes(highs: Highs, search: Search): number | null {
  let bound: number | null = null
  let loose = false
  while (!isOver(search)) {
    const routes = [...search.known.values()]
    const prices = routes.length === 0 ? null : pricesOf(highs, { ...search, routes })
    const found = priceAll(search, prices, loose)
    if (found === null) break
    if (loose) bound = Math.max(bound ?? Number.NEGATIVE_INFINITY, (prices?.cost ?? 0) + found.below)
    const isNew = add(search, found.routes) > 0
    if (loose && !isNew) break
    loose = !isNew
  }
  return bound
}

/** `below`: by how much all classes together could lower the cost at most. Null: the time is over. */
function priceAll(
  search: Search,
  prices: Prices | null,
  loose: boolean,
): { routes: FillRoute[]; below: number } | null {
  const { input, classes } = search
  const worth = prices?.rides ?? new Float64Array(input.rides.length)
  const routes: FillRoute[] = []
  let below = 0
  for (const [at, members] of classes.entries()) {
    if (isOver(search)) return null
    const reach = search.reaches[at]
    if (reach == null) continue
    const price = prices?.vehicles[at] ?? 0
    const found = priceRoutes(input, reach, { prices: worth, loose, most: MOST })
    below += Math.min(0, found.least - price) * members.length
    if (found.least - price < -1e-6) routes.push(...found.routes)
  }
  return { routes, below }
}

// The map: land, neighbours, and a cell round each hospital, joined per region. Positions are projected on a plane that is
// true to scale at 52.1° north; a region's border is where the nearest hospital is another region's: an approximation.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

type Point = readonly [number, number]
type Place = { id: string; region: string; lat: number; lon: number }

/** Degrees: the Netherlands with a little of its neighbours. */
const WEST = 3.2
const EAST = 7.35
const SOUTH = 50.7
const NORTH = 53.62
const WIDTH = 1000
const SHRINK = Math.cos((52.1 * Math.PI) / 180)
/** Units of the map per degree of latitude. */
const UNITS = WIDTH / ((EAST - WEST) * SHRINK)
const HEIGHT = Math.round((NORTH - SOUTH) * UNITS)

const ring = z.array(z.tuple([z.number(), z.number()]))
const geometry = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
])
const collection = z.object({ features: z.array(z.object({ geometry })) })

const project = ([lon, lat]: Point): Point => [(lon - WEST) * SHRINK * UNITS, (NORTH - lat) * UNITS]

/** The outer rings of a file, projected. */
function ringsOf(folder: string, name: string): Point[][] {
  const { features } = collection.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
  return features.flatMap(({ geometry: shape }) =>
    (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).map((polygon) =>
      (polygon[0] ?? []).map(project),
    ),
  )
}

/** What lies on the near side of a line: `side` is positive there. An edge keeps who made it. */
type Edge = { at: Point; maker: string | null }
function cut(shape: readonly Edge[], side: (point: Point) => number, maker: string | null): Edge[] {
  return shape.flatMap((edge, index) => {
    const next = shape[(index + 1) % shape.length]
    if (next === undefined) return []
    const [a, b] = [side(edge.at), side(next.at)]
    const part = a / (a - b)
    const crossing: Point = [
      edge.at[0] + (next.at[0] - edge.at[0]) * part,
      edge.at[1] + (next.at[1] - edge.at[1]) * part,
    ]
    if (a >= 0 && b >= 0) return [edge]
    // The line itself is the new edge: it begins where the shape leaves the near side.
    if (a >= 0) return [edge, { at: crossing, maker }]
    return b >= 0 ? [{ at: crossing, maker: edge.maker }] : []
  })
}

const frame = (): Edge[] =>
  (
    [
      [0, 0],
      [WIDTH, 0],
      [WIDTH, HEIGHT],
      [0, HEIGHT],
    ] as const
  ).map((at) => ({ at, maker: null }))

/** All that is nearer to this place than to any other. */
function cellOf(place: Place, others: readonly Place[]): Edge[] {
  const own = project([place.lon, place.lat])
  let cell = frame()
  for (const other of others) {
    const [x, y] = project([other.lon, other.lat])
    const [dx, dy] = [x - own[0], y - own[1]]
    if (dx === 0 && dy === 0) continue
    const middle = (dx * (x + own[0]) + dy * (y + own[1])) / 2
    cell = cut(cell, ([px, py]) => middle - (px * dx + py * dy), other.id)
  }
  return cell
}

function inFrame(points: readonly Point[]): Point[] {
  const sides: ((point: Point) => number)[] = [
    ([x]) => x,
    ([x]) => WIDTH - x,
    ([, y]) => y,
    ([, y]) => HEIGHT - y,
  ]
  let shape: Edge[] = points.map((at) => ({ at, maker: null }))
  for (const side of sides) shape = cut(shape, side, null)
  return shape.map(({ at }) => at)
}

const written = ([x, y]: Point): string => `${Math.round(x)} ${Math.round(y)}`
const closed = (points: readonly Point[]): string =>
  points.length < 3 ? '' : `M${points.map(written).join('L')}Z`

export function makeMap(folder: string, places: readonly Place[]) {
  const regionOf = new Map(places.map(({ id, region }) => [id, region]))
  const cells = places.map((place) => ({ place, cell: cellOf(place, places) }))
  const borders = cells.flatMap(({ place, cell }) =>
    cell.flatMap(({ at, maker }, index) => {
      const to = cell[(index + 1) % cell.length]
      const isBorder =
        maker !== null && place.id < maker && regionOf.get(maker) !== place.region && to !== undefined
      return isBorder ? [`M${written(at)}L${written(to.at)}`] : []
    }),
  )
  const ids = [...new Set(places.map(({ region }) => region))]
  return {
    projection: { west: WEST, north: NORTH, shrink: SHRINK, units: UNITS },
    width: WIDTH,
    height: HEIGHT,
    land: ringsOf(folder, 'nl-provinces.geojson').map(closed).join(''),
    neighbours: ringsOf(folder, 'neighbours.geojson').map(inFrame).map(closed).join(''),
    borders: borders.join(''),
    regions: ids.map((id) => ({
      id,
      area: cells
        .filter(({ place }) => place.region === id)
        .map(({ cell }) => closed(cell.map(({ at }) => at)))
        .join(''),
    })),
  }
}

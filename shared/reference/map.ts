// The map of the Netherlands: land, neighbours and the regions as cells round their hospitals, an APPROXIMATION. Made by
// scripts/reference; read by the map alone, which is fetched with it.
import data from './map.json' with { type: 'json' }

/** Degrees → units of the map. */
export function project({ lat, lon }: { readonly lat: number; readonly lon: number }): {
  x: number
  y: number
} {
  const { west, north, shrink, units } = data.projection
  return { x: (lon - west) * shrink * units, y: (north - lat) * units }
}

/** Paths of an SVG; a region's area reaches over the land, which it is to be clipped to. */
export const map: {
  readonly width: number
  readonly height: number
  readonly land: string
  readonly neighbours: string
  readonly borders: string
  readonly regions: readonly { readonly id: string; readonly area: string }[]
} = data

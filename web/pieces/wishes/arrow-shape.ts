type Point = { x: number; y: number }
export type ArrowShape = {
  /** The curve as an SVG path, from a little beside one middle to a little beside the other. */
  path: string
  /** The tip, as an SVG path. */
  tip: string
  /** A point on it, from its start (0) to its tip (1): where its number may stand. */
  at: (part: number) => Point
}

/** Units of the map that an arrow leaves free round a region's middle. */
const CLEAR = 26
/** How far it bends aside, as part of its length: so that there and back are two. */
const BEND = 0.14

/** An arrow between two middles, so wide; its tip is as wide again. */
export function arrowShape(from: Point, to: Point, width: number): ArrowShape {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  const aside = { x: -along.y * length * BEND, y: along.x * length * BEND }
  const bend = { x: (from.x + to.x) / 2 + aside.x, y: (from.y + to.y) / 2 + aside.y }
  const start = toward(from, bend, CLEAR)
  const point = toward(to, bend, CLEAR)
  const tipLength = width / 2 + 12
  const neck = toward(point, bend, tipLength)
  const at = (part: number): Point => ({
    x: (1 - part) ** 2 * start.x + 2 * part * (1 - part) * bend.x + part ** 2 * neck.x,
    y: (1 - part) ** 2 * start.y + 2 * part * (1 - part) * bend.y + part ** 2 * neck.y,
  })
  const last = Math.hypot(point.x - neck.x, point.y - neck.y) || 1
  const side = {
    x: (-(point.y - neck.y) / last) * (width / 2 + 8),
    y: ((point.x - neck.x) / last) * (width / 2 + 8),
  }
  const [left, right] = [
    { x: neck.x + side.x, y: neck.y + side.y },
    { x: neck.x - side.x, y: neck.y - side.y },
  ]
  return {
    path: `M${written(start)}Q${written(bend)} ${written(neck)}`,
    tip: `M${written(left)}L${written(point)}L${written(right)}Z`,
    at,
  }
}

const written = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`

function toward(from: Point, to: Point, far: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: from.x + ((to.x - from.x) / length) * far, y: from.y + ((to.y - from.y) / length) * far }
}

/** Units of the map for so many patients: seen apart from one to ten, and never a river. */
export const arrowWidth = (patients: number): number => (patients <= 0 ? 0 : Math.min(44, 8 + patients * 3.5))

/** Units of the map for so many free beds: the area grows with them. */
export const dotRadius = (beds: number): number => Math.min(22, 4 * Math.sqrt(beds))

type Box = { x: number; y: number; wide: number }
const LINE = 34
const LETTER = 17

const meets = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.wide + b.wide) / 2 && Math.abs(a.y - b.y) < LINE

export const textBox = ({ x, y }: Point, text: string): Box => ({ x, y, wide: text.length * LETTER + 8 })

/** Where the numbers stand, so that none covers a name or another: the first free of some places on each arrow. */
export function placeNumbers(
  arrows: readonly { shape: ArrowShape; text: string }[],
  names: readonly Box[],
): Point[] {
  const taken = [...names]
  return arrows.map(({ shape, text }) => {
    const places = [0.5, 0.62, 0.38, 0.72, 0.28, 0.82].map((part) => shape.at(part))
    const free = places.find((place) => !taken.some((box) => meets(box, textBox(place, text))))
    const place = free ?? shape.at(0.5)
    taken.push(textBox(place, text))
    return place
  })
}
